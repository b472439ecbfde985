import { Module } from '@nestjs/common';
import { CertificateModule } from '../certificate/certificate.module.js';
import { WatchModule } from '../watch/watch.module.js';
import { BatchAnswers } from './batch-answers.service.js';
import { BatchController } from './batch.controller.js';
import { BatchFiles } from './batch-files.service.js';
import { BatchProgress } from './batch-progress.service.js';
import { BatchRunner } from './batch-runner.service.js';
import { BatchService } from './batch.service.js';
import { LogPositionService } from './log-position.service.js';

@Module({
  imports: [CertificateModule, WatchModule],
  controllers: [BatchController],
  providers: [BatchService, BatchAnswers, BatchRunner, BatchFiles, BatchProgress, LogPositionService],
})
export class BatchModule {}
