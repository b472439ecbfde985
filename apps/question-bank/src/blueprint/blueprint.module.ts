import { Module } from '@nestjs/common';
import { BlueprintController } from './blueprint.controller.js';
import { BlueprintService } from './blueprint.service.js';

@Module({ controllers: [BlueprintController], providers: [BlueprintService] })
export class BlueprintModule {}
