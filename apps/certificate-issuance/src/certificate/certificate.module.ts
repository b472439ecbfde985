import { Module } from '@nestjs/common';
import { CertificateController } from './certificate.controller.js';
import { CertificateRenderer } from './certificate-renderer.pdf.js';
import { CertificateService } from './certificate.service.js';

@Module({
  controllers: [CertificateController],
  providers: [CertificateService, CertificateRenderer],
  exports: [CertificateService, CertificateRenderer],
})
export class CertificateModule {}
