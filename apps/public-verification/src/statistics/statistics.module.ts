import { Module } from '@nestjs/common';
import { StatisticsConsumer } from './statistics.consumer.js';
import { StatisticsController } from './statistics.controller.js';
import { StatisticsService } from './statistics.service.js';
import { TargetsService } from './targets.service.js';

@Module({
  controllers: [StatisticsController, StatisticsConsumer],
  providers: [StatisticsService, TargetsService],
})
export class StatisticsModule {}
