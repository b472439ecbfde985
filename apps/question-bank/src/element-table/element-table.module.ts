import { Module } from '@nestjs/common';
import { ElementTableController } from './element-table.controller.js';
import { ElementTableService } from './element-table.service.js';

@Module({ controllers: [ElementTableController], providers: [ElementTableService] })
export class ElementTableModule {}
