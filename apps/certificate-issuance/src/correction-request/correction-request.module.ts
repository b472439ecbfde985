import { Module } from '@nestjs/common';
import { CorrectionRequestConsumer } from './correction-request.consumer.js';
import { CorrectionRequestController } from './correction-request.controller.js';
import { CorrectionRequestService } from './correction-request.service.js';

@Module({
  controllers: [CorrectionRequestController, CorrectionRequestConsumer],
  providers: [CorrectionRequestService],
})
export class CorrectionRequestModule {}
