import { Module } from '@nestjs/common';
import { BlankController } from './blank.controller.js';
import { BlankService } from './blank.service.js';
import { DestructionController } from './destruction.controller.js';
import { DestructionService } from './destruction.service.js';
import { SupplyRequestController } from './supply-request.controller.js';
import { SupplyRequestService } from './supply-request.service.js';

@Module({
  controllers: [BlankController, SupplyRequestController, DestructionController],
  providers: [BlankService, SupplyRequestService, DestructionService],
})
export class BlankStockModule {}
