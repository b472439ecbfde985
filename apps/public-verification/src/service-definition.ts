import { defineService } from '@app/platform';
import { BatchEntity } from './batch/batch.entity.js';
import { batchPlaces } from './batch/batch.records.js';
import { FiledScopeLineEntity, FiledSiteEntity } from './body/body.entity.js';
import { CertificateEntity } from './certificate/certificate.entity.js';
import { verificationPersons } from './certificate/certificate.records.js';
import { BindingEntity } from './holder/binding.entity.js';
import { CorrectionRequestEntity } from './holder/correction-request.entity.js';
import { ExtractEntity } from './holder/extract.entity.js';
import { holderPersonalData, holderPlaces } from './holder/holder.records.js';
import { Verification1760000500000 } from './migrations/1760000500000-verification.js';
import { VerificationStatus1764000500000 } from './migrations/1764000500000-status.js';
import { VerificationAsking1767010500000 } from './migrations/1767010500000-asking.js';
import { VerificationGuard1767020500000 } from './migrations/1767020500000-guard.js';
import { Batch1767030500000 } from './migrations/1767030500000-batch.js';
import { VerificationWatch1767040500000 } from './migrations/1767040500000-watch.js';
import { Statistics1767060500000 } from './migrations/1767060500000-statistics.js';
import { Document1767070500000 } from './migrations/1767070500000-document.js';
import { Holder1767080500000 } from './migrations/1767080500000-holder.js';
import { BatchCount1768000500000 } from './migrations/1768000500000-batch-count.js';
import { problems } from './problems.js';
import { PublicVerificationModule } from './public-verification.module.js';
import { SigningKeyEntity } from './signing-key/signing-key.entity.js';
import {
  AppointmentEntity,
  DailyCountEntity,
  PublishedCountEntity,
  StatisticsDayEntity,
} from './statistics/statistics.entity.js';
import { VerificationConfig } from './verification.config.js';
import { WatchEntity, WebhookDeliveryEntity, WebhookEntity } from './watch/watch.entity.js';

export const service = defineService({
  name: 'public-verification',
  title: { zh: '证书查询', en: 'Public verification' },
  module: PublicVerificationModule,
  config: VerificationConfig,
  problems,
  data: {
    entities: [
      FiledSiteEntity,
      FiledScopeLineEntity,
      CertificateEntity,
      BatchEntity,
      BindingEntity,
      ExtractEntity,
      CorrectionRequestEntity,
      SigningKeyEntity,
      WatchEntity,
      WebhookEntity,
      WebhookDeliveryEntity,
      DailyCountEntity,
      StatisticsDayEntity,
      PublishedCountEntity,
      AppointmentEntity,
    ],
    migrations: [
      Verification1760000500000,
      VerificationStatus1764000500000,
      VerificationAsking1767010500000,
      VerificationGuard1767020500000,
      Batch1767030500000,
      VerificationWatch1767040500000,
      Statistics1767060500000,
      Document1767070500000,
      Holder1767080500000,
      BatchCount1768000500000,
    ],
    personalData: [
      ...holderPersonalData,
      { table: 'batch_sheet', key: ['batch_id', 'sheet'], column: 'head_sealed', purpose: 'answer' },
      { table: 'batch_row', key: ['batch_id', 'position'], column: 'content_sealed', purpose: 'person' },
      { table: 'batch_file', key: ['batch_id'], column: 'bytes_sealed', purpose: 'person' },
      { table: 'proof_key', key: ['kid'], column: 'private_sealed', purpose: 'secret' },
      { table: 'webhook', key: ['id'], column: 'secret_sealed', purpose: 'secret' },
    ],
    persons: { ...verificationPersons, places: [...verificationPersons.places, ...batchPlaces, ...holderPlaces] },
  },
});
