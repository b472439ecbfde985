import { Module } from '@nestjs/common';
import { PlanConsumer } from './plan.consumer.js';
import { PlanController } from './plan.controller.js';
import { PlanService } from './plan.service.js';

@Module({ controllers: [PlanController, PlanConsumer], providers: [PlanService] })
export class PlanModule {}
