import { Module } from '@nestjs/common';
import { CertificateController } from './certificate.controller.js';
import { CertificateRenderer } from './certificate-renderer.pdf.js';
import { CertificateIssuingService } from './certificate-issuing.service.js';
import { CertificateService } from './certificate.service.js';
import { DigitalCredentialService } from './digital-credential.service.js';
import { SigningKeyModule } from '../signing-key/signing-key.module.js';

@Module({
  imports: [SigningKeyModule],
  controllers: [CertificateController],
  providers: [CertificateService, CertificateIssuingService, DigitalCredentialService, CertificateRenderer],
  exports: [CertificateService, CertificateIssuingService],
})
export class CertificateModule {}
