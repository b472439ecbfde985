import { Module } from '@nestjs/common';
import { ScopeConsumer } from './scope.consumer.js';
import { ScopeService } from './scope.service.js';

@Module({ controllers: [ScopeConsumer], providers: [ScopeService] })
export class ScopeModule {}
