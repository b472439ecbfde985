import { Module } from '@nestjs/common';
import { SeatController } from './seat.controller.js';
import { SeatService } from './seat.service.js';

@Module({ controllers: [SeatController], providers: [SeatService] })
export class SeatModule {}
