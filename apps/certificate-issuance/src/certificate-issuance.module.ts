import { Module } from '@nestjs/common';
import { AppointmentModule } from './appointment/appointment.module.js';
import { AwardModule } from './award/award.module.js';
import { CertificateModule } from './certificate/certificate.module.js';
import { ResultRollModule } from './result-roll/result-roll.module.js';
import { ScopeModule } from './scope/scope.module.js';
import { SigningKeyModule } from './signing-key/signing-key.module.js';

@Module({
  imports: [ScopeModule, ResultRollModule, CertificateModule, SigningKeyModule, AwardModule, AppointmentModule],
})
export class CertificateIssuanceModule {}
