import { Module } from '@nestjs/common';
import { AppointmentModule } from './appointment/appointment.module.js';
import { AwardModule } from './award/award.module.js';
import { CertificateModule } from './certificate/certificate.module.js';
import { ChangeModule } from './change/change.module.js';
import { BlankStockModule } from './blank-stock/blank-stock.module.js';
import { CorrectionRequestModule } from './correction-request/correction-request.module.js';
import { HandOverModule } from './hand-over/hand-over.module.js';
import { LogModule } from './log/log.module.js';
import { NumberModule } from './number/number.module.js';
import { PrintJobModule } from './print/print-job.module.js';
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
    CorrectionRequestModule,
    AwardModule,
    AppointmentModule,
    NumberModule,
    BlankStockModule,
    HandOverModule,
    PrintJobModule,
  ],
})
export class CertificateIssuanceModule {}
