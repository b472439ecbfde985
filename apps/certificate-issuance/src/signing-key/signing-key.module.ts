import { Module } from '@nestjs/common';
import { SigningKeyController } from './signing-key.controller.js';
import { SigningKeyService } from './signing-key.service.js';

@Module({ controllers: [SigningKeyController], providers: [SigningKeyService], exports: [SigningKeyService] })
export class SigningKeyModule {}
