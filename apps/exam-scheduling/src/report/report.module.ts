import { Module } from '@nestjs/common';
import { PublicityService } from './publicity.service.js';
import { ReportConsumer } from './report.consumer.js';
import { ReportController } from './report.controller.js';
import { ReportService } from './report.service.js';

@Module({ controllers: [ReportController, ReportConsumer], providers: [ReportService, PublicityService] })
export class ReportModule {}
