import { Module } from '@nestjs/common';
import { CertificateModule } from './certificate/certificate.module.js';
import { ChangeModule } from './change/change.module.js';
import { LogModule } from './log/log.module.js';
import { ResultRollModule } from './result-roll/result-roll.module.js';
import { ScopeModule } from './scope/scope.module.js';
import { SigningKeyModule } from './signing-key/signing-key.module.js';
import { StatusListModule } from './status-list/status-list.module.js';

@Module({
  imports: [
    ScopeModule,
    ResultRollModule,
    CertificateModule,
    SigningKeyModule,
    StatusListModule,
    LogModule,
    ChangeModule,
  ],
})
export class CertificateIssuanceModule {}
