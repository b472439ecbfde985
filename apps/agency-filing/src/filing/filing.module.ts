import { Module } from '@nestjs/common';
import { FilingController } from './filing.controller.js';
import { FilingService } from './filing.service.js';

@Module({ controllers: [FilingController], providers: [FilingService] })
export class FilingModule {}
