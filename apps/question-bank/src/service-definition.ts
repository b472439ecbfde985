import { defineService } from '@app/platform';
import { BlueprintEntity } from './blueprint/blueprint.entity.js';
import { ElementTableEntity } from './element-table/element-table.entity.js';
import { ItemEntity, ItemImportEntity } from './item/item.entity.js';
import { QuestionBank1760000200000 } from './migrations/1760000200000-question-bank.js';
import { BankWalls1761000200000 } from './migrations/1761000200000-walls.js';
import { PaperOrderEntity } from './paper/paper.entity.js';
import { problems } from './problems.js';
import { QuestionBankModule } from './question-bank.module.js';

export const service = defineService({
  name: 'question-bank',
  title: { zh: '题库', en: 'Question bank' },
  module: QuestionBankModule,
  problems,
  data: {
    entities: [ElementTableEntity, ItemEntity, ItemImportEntity, BlueprintEntity, PaperOrderEntity],
    migrations: [QuestionBank1760000200000, BankWalls1761000200000],
  },
});
