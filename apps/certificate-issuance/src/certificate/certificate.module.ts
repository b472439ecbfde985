import { Module } from '@nestjs/common';
import { CertificateController } from './certificate.controller.js';
import { CertificateFaces } from './certificate-faces.service.js';
import { CertificateRenderer } from './certificate-renderer.pdf.js';
import { CertificateIssuingService } from './certificate-issuing.service.js';
import { CertificateService } from './certificate.service.js';
import { DigitalCredentialService } from './digital-credential.service.js';
import { SigningKeyModule } from '../signing-key/signing-key.module.js';

@Module({
  imports: [SigningKeyModule],
  controllers: [CertificateController],
  providers: [
    CertificateService,
    CertificateIssuingService,
    DigitalCredentialService,
    CertificateFaces,
    CertificateRenderer,
  ],
  exports: [CertificateService, CertificateIssuingService, CertificateFaces, CertificateRenderer],
})
export class CertificateModule {}
