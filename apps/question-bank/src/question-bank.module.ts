import { Module } from '@nestjs/common';
import { BlueprintModule } from './blueprint/blueprint.module.js';
import { ElementTableModule } from './element-table/element-table.module.js';
import { ItemModule } from './item/item.module.js';
import { PaperModule } from './paper/paper.module.js';

@Module({ imports: [ElementTableModule, ItemModule, BlueprintModule, PaperModule] })
export class QuestionBankModule {}
