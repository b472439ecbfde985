import { Module } from '@nestjs/common';
import { CertificateModule } from '../certificate/certificate.module.js';
import { PrintJobController } from './print-job.controller.js';
import { PrintJobService } from './print-job.service.js';
import { PrintRunner } from './print-runner.service.js';
import { RollFaces } from './roll-faces.service.js';

@Module({
  imports: [CertificateModule],
  controllers: [PrintJobController],
  providers: [PrintJobService, PrintRunner, RollFaces],
})
export class PrintJobModule {}
