import { Module } from '@nestjs/common';
import { SecondFactorService } from './second-factor.service.js';

@Module({ providers: [SecondFactorService], exports: [SecondFactorService] })
export class SecondFactorModule {}
