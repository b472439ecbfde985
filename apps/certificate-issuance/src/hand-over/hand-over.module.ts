import { Module } from '@nestjs/common';
import { AcknowledgementService } from './acknowledgement.service.js';
import { HandOverPackageController } from './hand-over-package.controller.js';
import { HandOverPackageService } from './hand-over-package.service.js';
import { StatisticsController } from './statistics.controller.js';
import { StatisticsService } from './statistics.service.js';

@Module({
  controllers: [HandOverPackageController, StatisticsController],
  providers: [HandOverPackageService, AcknowledgementService, StatisticsService],
})
export class HandOverModule {}
