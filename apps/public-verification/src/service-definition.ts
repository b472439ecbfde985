import { defineService } from '@app/platform';
import { FiledScopeLineEntity, FiledSiteEntity } from './body/body.entity.js';
import { CertificateEntity } from './certificate/certificate.entity.js';
import { verificationPersons } from './certificate/certificate.records.js';
import { Verification1760000500000 } from './migrations/1760000500000-verification.js';
import { VerificationStatus1764000500000 } from './migrations/1764000500000-status.js';
import { VerificationGuard1767020500000 } from './migrations/1767020500000-guard.js';
import { VerificationWatch1767040500000 } from './migrations/1767040500000-watch.js';
import { problems } from './problems.js';
import { PublicVerificationModule } from './public-verification.module.js';
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
      WatchEntity,
      WebhookEntity,
      WebhookDeliveryEntity,
    ],
    migrations: [
      Verification1760000500000,
      VerificationStatus1764000500000,
      VerificationGuard1767020500000,
      VerificationWatch1767040500000,
    ],
    personalData: [{ table: 'webhook', key: ['id'], column: 'secret_sealed', purpose: 'secret' }],
    persons: verificationPersons,
  },
});
