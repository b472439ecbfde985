import { Module } from '@nestjs/common';
import { KeyChangeController } from './key-change.controller.js';
import { KeyChangeService } from './key-change.service.js';
import { KeyHoldersService } from './key-holders.service.js';
import { RegistryCaService } from './registry-ca.service.js';
import { SigningKeyController } from './signing-key.controller.js';
import { SigningKeyService } from './signing-key.service.js';

@Module({
  controllers: [SigningKeyController, KeyChangeController],
  providers: [SigningKeyService, KeyChangeService, KeyHoldersService, RegistryCaService],
  exports: [SigningKeyService],
})
export class SigningKeyModule {}
