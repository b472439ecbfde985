import { Module } from '@nestjs/common';
import { CertificateModule } from '../certificate/certificate.module.js';
import { SigningKeyModule } from '../signing-key/signing-key.module.js';
import { StatusListModule } from '../status-list/status-list.module.js';
import { ResultRollConsumer } from './result-roll.consumer.js';
import { ResultRollController } from './result-roll.controller.js';
import { ResultRollService } from './result-roll.service.js';
import { RollIssuingService } from './roll-issuing.service.js';

@Module({
  imports: [CertificateModule, SigningKeyModule, StatusListModule],
  controllers: [ResultRollController, ResultRollConsumer],
  providers: [ResultRollService, RollIssuingService],
})
export class ResultRollModule {}
