import { defineService } from '@app/platform';
import { FiledScopeLineEntity, FiledSiteEntity } from './body/body.entity.js';
import { CertificateEntity } from './certificate/certificate.entity.js';
import { verificationPersons } from './certificate/certificate.records.js';
import { Verification1760000500000 } from './migrations/1760000500000-verification.js';
import { VerificationStatus1764000500000 } from './migrations/1764000500000-status.js';
import { Statistics1767060500000 } from './migrations/1767060500000-statistics.js';
import { problems } from './problems.js';
import { PublicVerificationModule } from './public-verification.module.js';
import {
  AppointmentEntity,
  DailyCountEntity,
  PublishedCountEntity,
  StatisticsDayEntity,
} from './statistics/statistics.entity.js';

export const service = defineService({
  name: 'public-verification',
  title: { zh: '证书查询', en: 'Public verification' },
  module: PublicVerificationModule,
  problems,
  data: {
    entities: [
      FiledSiteEntity,
      FiledScopeLineEntity,
      CertificateEntity,
      DailyCountEntity,
      StatisticsDayEntity,
      PublishedCountEntity,
      AppointmentEntity,
    ],
    migrations: [Verification1760000500000, VerificationStatus1764000500000, Statistics1767060500000],
    personalData: [],
    persons: verificationPersons,
  },
});
