import { Module } from '@nestjs/common';
import { DayClosingService } from './day-closing.service.js';
import { LogController } from './log.controller.js';
import { LogKeyService } from './log-key.service.js';
import { LogPublishingService } from './log-publishing.service.js';
import { LogStatusController } from './log-status.controller.js';
import { LogService } from './log.service.js';

@Module({
  controllers: [LogController, LogStatusController],
  providers: [LogService, LogKeyService, LogPublishingService, DayClosingService],
})
export class LogModule {}
