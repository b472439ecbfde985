import { Module } from '@nestjs/common';
import { AskLimitModule } from './ask-limit/ask-limit.module.js';
import { BatchModule } from './batch/batch.module.js';
import { BodyModule } from './body/body.module.js';
import { CertificateModule } from './certificate/certificate.module.js';
import { DocumentModule } from './document/document.module.js';
import { FreshnessModule } from './freshness/freshness.module.js';
import { HolderModule } from './holder/holder.module.js';
import { OccupationModule } from './occupation/occupation.module.js';
import { ProofModule } from './proof/proof.module.js';
import { SigningKeyModule } from './signing-key/signing-key.module.js';
import { StatisticsModule } from './statistics/statistics.module.js';
import { WatchModule } from './watch/watch.module.js';

@Module({
  imports: [
    AskLimitModule,
    BatchModule,
    BodyModule,
    CertificateModule,
    DocumentModule,
    FreshnessModule,
    HolderModule,
    OccupationModule,
    ProofModule,
    SigningKeyModule,
    StatisticsModule,
    WatchModule,
  ],
})
export class PublicVerificationModule {}
