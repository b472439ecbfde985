import { Module } from '@nestjs/common';
import { StatusEntriesService } from './status-entries.service.js';

@Module({ providers: [StatusEntriesService], exports: [StatusEntriesService] })
export class StatusListModule {}
