import { Module } from '@nestjs/common';
import { AskerModule } from '../asker/asker.module.js';
import { CertificateConsumer } from './certificate.consumer.js';
import { CertificateController } from './certificate.controller.js';
import { CertificateService } from './certificate.service.js';

@Module({
  imports: [AskerModule],
  controllers: [CertificateController, CertificateConsumer],
  providers: [CertificateService],
  exports: [CertificateService],
})
export class CertificateModule {}
