import { Module } from '@nestjs/common';
import { SigningKeyModule } from '../signing-key/signing-key.module.js';
import { StatusEntriesService } from './status-entries.service.js';
import { StatusListController } from './status-list.controller.js';
import { StatusListService } from './status-list.service.js';

@Module({
  imports: [SigningKeyModule],
  controllers: [StatusListController],
  providers: [StatusEntriesService, StatusListService],
  exports: [StatusEntriesService],
})
export class StatusListModule {}
