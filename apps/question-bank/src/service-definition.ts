import { defineService } from '@app/platform';
import { BlueprintEntity } from './blueprint/blueprint.entity.js';
import { ElementTableEntity } from './element-table/element-table.entity.js';
import { ItemEntity, ItemImportEntity } from './item/item.entity.js';
import { QuestionBank1760000200000 } from './migrations/1760000200000-question-bank.js';
import { BankWalls1761000200000 } from './migrations/1761000200000-walls.js';
import { PaperRelease1761000200001 } from './migrations/1761000200001-paper-release.js';
import { PaperOrderEntity } from './paper/paper.entity.js';
import { problems } from './problems.js';
import { QuestionBankConfig } from './question-bank.config.js';
import { QuestionBankModule } from './question-bank.module.js';

export const service = defineService({
  name: 'question-bank',
  title: { zh: '题库', en: 'Question bank' },
  module: QuestionBankModule,
  config: QuestionBankConfig,
  problems,
  data: {
    entities: [ElementTableEntity, ItemEntity, ItemImportEntity, BlueprintEntity, PaperOrderEntity],
    migrations: [QuestionBank1760000200000, BankWalls1761000200000, PaperRelease1761000200001],
    personalData: [
      { table: 'item_import', key: ['id'], column: 'file_sealed', purpose: 'paper' },
      { table: 'item', key: ['id'], column: 'content_sealed', purpose: 'paper' },
      { table: 'paper_order', key: ['id'], column: 'content_sealed', purpose: 'paper' },
    ],
  },
});
