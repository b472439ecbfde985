import { Module } from '@nestjs/common';
import { OccupationController } from './occupation.controller.js';
import { OccupationService } from './occupation.service.js';

@Module({ controllers: [OccupationController], providers: [OccupationService] })
export class OccupationModule {}
