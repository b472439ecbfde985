import { defineService } from '@app/platform';
import { AgencyFilingConfig } from './agency-filing.config.js';
import { AgencyFilingModule } from './agency-filing.module.js';
import { FilingEntity, SiteEntity } from './filing/filing.entity.js';
import { Filing1760000100000 } from './migrations/1760000100000-filing.js';
import { FilingWalls1761000100000 } from './migrations/1761000100000-walls.js';
import { FilingPublicContact1767010500000 } from './migrations/1767010500000-public-contact.js';
import { problems } from './problems.js';

export const service = defineService({
  name: 'agency-filing',
  title: { zh: '评价机构备案', en: 'Agency filing' },
  module: AgencyFilingModule,
  config: AgencyFilingConfig,
  problems,
  data: {
    entities: [FilingEntity, SiteEntity],
    migrations: [Filing1760000100000, FilingWalls1761000100000, FilingPublicContact1767010500000],
    personalData: [],
  },
});
