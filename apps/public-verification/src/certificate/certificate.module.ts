import { Module } from '@nestjs/common';
import { CertificateConsumer } from './certificate.consumer.js';
import { CertificateController } from './certificate.controller.js';
import { CertificateService } from './certificate.service.js';

@Module({
  controllers: [CertificateController, CertificateConsumer],
  providers: [CertificateService],
  exports: [CertificateService],
})
export class CertificateModule {}
