import { Module } from '@nestjs/common';
import { AskerService } from './asker.service.js';

@Module({ providers: [AskerService], exports: [AskerService] })
export class AskerModule {}
