import { defineService } from '@app/platform';
import { AppointmentEntity, HonourEntity, PostEntity } from './appointment/appointment.entity.js';
import { appointmentPlaces } from './appointment/appointment.records.js';
import { AwardEntity, AwardRowEntity, SkillNormEntity } from './award/award.entity.js';
import { awardPlaces } from './award/award.records.js';
import { BlankEntity, DestructionEntity, SupplyRequestEntity } from './blank-stock/blank-stock.entity.js';
import { CertificateIssuanceModule } from './certificate-issuance.module.js';
import { certificatesExport } from './certificate/certificate.export.js';
import { ChangeEntity } from './change/change.entity.js';
import { CertificateEntity } from './certificate/certificate.entity.js';
import { issuancePersons } from './certificate/certificate.records.js';
import { CorrectionRequestEntity } from './correction-request/correction-request.entity.js';
import { correctionRequestPlaces } from './correction-request/correction-request.records.js';
import { HandOverPackageEntity } from './hand-over/hand-over.entity.js';
import { packageExports } from './hand-over/hand-over.export.js';
import { handOverPlaces } from './hand-over/hand-over.records.js';
import { IssuanceConfig } from './issuance.config.js';
import { Issuance1760000400000 } from './migrations/1760000400000-issuance.js';
import { IssuanceWalls1761000400000 } from './migrations/1761000400000-walls.js';
import { IssuancePersons1762000400000 } from './migrations/1762000400000-persons.js';
import { Issuing1764000400000 } from './migrations/1764000400000-issuing.js';
import { IssuanceChanges1764100400000 } from './migrations/1764100400000-changes.js';
import { SigningKeys1765000400000 } from './migrations/1765000400000-signing-keys.js';
import { Awards1763000400000 } from './migrations/1763000400000-awards.js';
import { DayClosing1767060400000 } from './migrations/1767060400000-day-closing.js';
import { HandOver1766000400000 } from './migrations/1766000400000-hand-over.js';
import { IssuancePrint1763100400000 } from './migrations/1763100400000-print.js';
import { CorrectionRequests1767080400000 } from './migrations/1767080400000-correction-requests.js';
import { ManyRows1768000400000 } from './migrations/1768000400000-many-rows.js';
import { PrintJobEntity, PrintPieceEntity } from './print/print-job.entity.js';
import { printPlaces } from './print/print-job.records.js';
import { problems } from './problems.js';
import { ResultRollEntity, ResultRowEntity } from './result-roll/result-roll.entity.js';
import { ApprovedPlanEntity, FiledScopeEntity } from './scope/scope.entity.js';
import { KeyChangeEntity, SigningKeyEntity } from './signing-key/signing-key.entity.js';

export const service = defineService({
  name: 'certificate-issuance',
  title: { zh: '证书核发', en: 'Certificate issuance' },
  module: CertificateIssuanceModule,
  config: IssuanceConfig,
  problems,
  exports: [certificatesExport, ...packageExports],
  data: {
    entities: [
      FiledScopeEntity,
      ApprovedPlanEntity,
      ResultRollEntity,
      ResultRowEntity,
      CertificateEntity,
      SigningKeyEntity,
      ChangeEntity,
      CorrectionRequestEntity,
      KeyChangeEntity,
      AwardEntity,
      AwardRowEntity,
      SkillNormEntity,
      PostEntity,
      AppointmentEntity,
      HonourEntity,
      SupplyRequestEntity,
      BlankEntity,
      DestructionEntity,
      HandOverPackageEntity,
      PrintJobEntity,
      PrintPieceEntity,
    ],
    migrations: [
      Issuance1760000400000,
      IssuanceWalls1761000400000,
      IssuancePersons1762000400000,
      Awards1763000400000,
      IssuancePrint1763100400000,
      Issuing1764000400000,
      IssuanceChanges1764100400000,
      SigningKeys1765000400000,
      HandOver1766000400000,
      DayClosing1767060400000,
      CorrectionRequests1767080400000,
      ManyRows1768000400000,
    ],
    personalData: [
      { table: 'result_row', key: ['roll_id', 'part', 'position'], column: 'holder_sealed', purpose: 'person' },
      { table: 'certificate', key: ['id'], column: 'holder_sealed', purpose: 'person' },
      { table: 'certificate', key: ['id'], column: 'paper_sealed', purpose: 'person' },
      { table: 'certificate', key: ['id'], column: 'credential_sealed', purpose: 'person' },
      { table: 'certificate', key: ['id'], column: 'token_sealed', purpose: 'answer' },
      { table: 'signing_key', key: ['kid'], column: 'private_sealed', purpose: 'answer' },
      { table: 'certificate_change', key: ['id'], column: 'explanation_sealed', purpose: 'person' },
      { table: 'certificate_change', key: ['id'], column: 'correction_sealed', purpose: 'person' },
      { table: 'signing_key', key: ['kid'], column: 'national_sealed', purpose: 'answer' },
      { table: 'registry_ca', key: ['single'], column: 'private_sealed', purpose: 'answer' },
      { table: 'hand_over_line', key: ['package_id', 'certificate_id'], column: 'reason_sealed', purpose: 'person' },
      { table: 'correction_request', key: ['id'], column: 'wish_sealed', purpose: 'person' },
      { table: 'log_key', key: ['name'], column: 'private_sealed', purpose: 'answer' },
      { table: 'award_row', key: ['id'], column: 'person_sealed', purpose: 'person' },
      { table: 'award_row', key: ['id'], column: 'evidence_sealed', purpose: 'person' },
      { table: 'appointment', key: ['id'], column: 'person_sealed', purpose: 'person' },
      { table: 'appointment', key: ['id'], column: 'evidence_sealed', purpose: 'person' },
      { table: 'honour', key: ['id'], column: 'person_sealed', purpose: 'person' },
      { table: 'print_piece', key: ['job_id', 'piece'], column: 'bytes_sealed', purpose: 'person' },
    ],
    persons: {
      ...issuancePersons,
      places: [
        ...issuancePersons.places,
        ...awardPlaces,
        ...appointmentPlaces,
        ...handOverPlaces,
        ...printPlaces,
        ...correctionRequestPlaces,
      ],
    },
  },
});
