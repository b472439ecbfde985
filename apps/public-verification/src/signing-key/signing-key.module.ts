import { Module } from '@nestjs/common';
import { SigningKeyConsumer } from './signing-key.consumer.js';
import { SigningKeyService } from './signing-key.service.js';

@Module({ controllers: [SigningKeyConsumer], providers: [SigningKeyService], exports: [SigningKeyService] })
export class SigningKeyModule {}
