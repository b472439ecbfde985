import { Module } from '@nestjs/common';
import { CertificateController } from './certificate.controller.js';
import { CertificateRenderer } from './certificate-renderer.pdf.js';
import { CertificateIssuingService } from './certificate-issuing.service.js';
import { CertificateService } from './certificate.service.js';

@Module({
  controllers: [CertificateController],
  providers: [CertificateService, CertificateIssuingService, CertificateRenderer],
  exports: [CertificateService, CertificateIssuingService],
})
export class CertificateModule {}
