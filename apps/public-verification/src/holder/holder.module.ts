import { Module } from '@nestjs/common';
import { AskerModule } from '../asker/asker.module.js';
import { CertificateModule } from '../certificate/certificate.module.js';
import { BindingController } from './binding.controller.js';
import { BindingService } from './binding.service.js';
import { CorrectionRequestConsumer } from './correction-request.consumer.js';
import { CorrectionRequestController } from './correction-request.controller.js';
import { CorrectionRequestService } from './correction-request.service.js';
import { ExtractController } from './extract.controller.js';
import { ExtractService } from './extract.service.js';
import { OwnCertificateController } from './own-certificate.controller.js';
import { OwnCertificateService } from './own-certificate.service.js';

@Module({
  imports: [AskerModule, CertificateModule],
  controllers: [
    BindingController,
    OwnCertificateController,
    ExtractController,
    CorrectionRequestController,
    CorrectionRequestConsumer,
  ],
  providers: [BindingService, OwnCertificateService, ExtractService, CorrectionRequestService],
})
export class HolderModule {}
