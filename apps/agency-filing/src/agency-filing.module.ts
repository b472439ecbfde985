import { Module } from '@nestjs/common';
import { FilingModule } from './filing/filing.module.js';

@Module({ imports: [FilingModule] })
export class AgencyFilingModule {}
