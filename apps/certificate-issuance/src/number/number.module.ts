import { Module } from '@nestjs/common';
import { NumberController } from './number.controller.js';
import { NumberService } from './number.service.js';

@Module({ controllers: [NumberController], providers: [NumberService] })
export class NumberModule {}
