import { defineService } from '@app/platform';
import { FiledScopeLineEntity, FiledSiteEntity } from './body/body.entity.js';
import { CertificateEntity } from './certificate/certificate.entity.js';
import { verificationPersons } from './certificate/certificate.records.js';
import { BindingEntity } from './holder/binding.entity.js';
import { CorrectionRequestEntity } from './holder/correction-request.entity.js';
import { ExtractEntity } from './holder/extract.entity.js';
import { holderPersonalData, holderPlaces } from './holder/holder.records.js';
import { Verification1760000500000 } from './migrations/1760000500000-verification.js';
import { VerificationStatus1764000500000 } from './migrations/1764000500000-status.js';
import { Holder1767050500000 } from './migrations/1767050500000-holder.js';
import { problems } from './problems.js';
import { PublicVerificationModule } from './public-verification.module.js';

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
      BindingEntity,
      ExtractEntity,
      CorrectionRequestEntity,
    ],
    migrations: [Verification1760000500000, VerificationStatus1764000500000, Holder1767050500000],
    personalData: holderPersonalData,
    persons: { ...verificationPersons, places: [...verificationPersons.places, ...holderPlaces] },
  },
});
