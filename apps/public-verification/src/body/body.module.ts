import { Module } from '@nestjs/common';
import { BodyConsumer } from './body.consumer.js';
import { BodyController } from './body.controller.js';
import { BodyService } from './body.service.js';

@Module({ controllers: [BodyController, BodyConsumer], providers: [BodyService], exports: [BodyService] })
export class BodyModule {}
