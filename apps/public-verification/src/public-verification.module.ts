import { Module } from '@nestjs/common';
import { AskLimitModule } from './ask-limit/ask-limit.module.js';
import { BatchModule } from './batch/batch.module.js';
import { BodyModule } from './body/body.module.js';
import { CertificateModule } from './certificate/certificate.module.js';
import { DocumentModule } from './document/document.module.js';
import { ProofModule } from './proof/proof.module.js';
import { SigningKeyModule } from './signing-key/signing-key.module.js';
import { WatchModule } from './watch/watch.module.js';

@Module({
  imports: [
    AskLimitModule,
    BatchModule,
    BodyModule,
    CertificateModule,
    DocumentModule,
    ProofModule,
    SigningKeyModule,
    WatchModule,
  ],
})
export class PublicVerificationModule {}
