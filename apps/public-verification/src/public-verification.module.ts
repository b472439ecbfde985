import { Module } from '@nestjs/common';
import { BatchModule } from './batch/batch.module.js';
import { BodyModule } from './body/body.module.js';
import { CertificateModule } from './certificate/certificate.module.js';
import { ProofModule } from './proof/proof.module.js';

@Module({ imports: [BatchModule, BodyModule, CertificateModule, ProofModule] })
export class PublicVerificationModule {}
