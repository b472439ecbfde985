import { Module } from '@nestjs/common';
import { CertificateModule } from '../certificate/certificate.module.js';
import { SigningKeyModule } from '../signing-key/signing-key.module.js';
import { StatusListModule } from '../status-list/status-list.module.js';
import { ChangeController } from './change.controller.js';
import { ChangeService } from './change.service.js';
import { NextVersionService } from './next-version.service.js';

@Module({
  imports: [CertificateModule, SigningKeyModule, StatusListModule],
  controllers: [ChangeController],
  providers: [ChangeService, NextVersionService],
})
export class ChangeModule {}
