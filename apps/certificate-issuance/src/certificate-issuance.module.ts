import { Module } from '@nestjs/common';
import { CertificateModule } from './certificate/certificate.module.js';
import { PrintJobModule } from './print/print-job.module.js';
import { ResultRollModule } from './result-roll/result-roll.module.js';
import { ScopeModule } from './scope/scope.module.js';
import { SigningKeyModule } from './signing-key/signing-key.module.js';

@Module({ imports: [ScopeModule, ResultRollModule, CertificateModule, SigningKeyModule, PrintJobModule] })
export class CertificateIssuanceModule {}
