import { defineService, ExportConfig } from '@app/platform';
import { CertificateIssuanceModule } from './certificate-issuance.module.js';
import { certificatesExport } from './certificate/certificate.export.js';
import { CertificateEntity } from './certificate/certificate.entity.js';
import { issuancePersons } from './certificate/certificate.records.js';
import { Issuance1760000400000 } from './migrations/1760000400000-issuance.js';
import { IssuanceWalls1761000400000 } from './migrations/1761000400000-walls.js';
import { IssuancePersons1762000400000 } from './migrations/1762000400000-persons.js';
import { IssuancePrint1763100400000 } from './migrations/1763100400000-print.js';
import { PrintJobEntity, PrintPieceEntity } from './print/print-job.entity.js';
import { printPlaces } from './print/print-job.records.js';
import { problems } from './problems.js';
import { ResultRollEntity, ResultRowEntity } from './result-roll/result-roll.entity.js';
import { ApprovedPlanEntity, FiledScopeEntity } from './scope/scope.entity.js';
import { SigningKeyEntity } from './signing-key/signing-key.entity.js';

export const service = defineService({
  name: 'certificate-issuance',
  title: { zh: '证书核发', en: 'Certificate issuance' },
  module: CertificateIssuanceModule,
  config: ExportConfig,
  problems,
  exports: [certificatesExport],
  data: {
    entities: [
      FiledScopeEntity,
      ApprovedPlanEntity,
      ResultRollEntity,
      ResultRowEntity,
      CertificateEntity,
      SigningKeyEntity,
      PrintJobEntity,
      PrintPieceEntity,
    ],
    migrations: [
      Issuance1760000400000,
      IssuanceWalls1761000400000,
      IssuancePersons1762000400000,
      IssuancePrint1763100400000,
    ],
    personalData: [
      { table: 'result_row', key: ['roll_id', 'part', 'position'], column: 'holder_sealed', purpose: 'person' },
      { table: 'certificate', key: ['id'], column: 'holder_sealed', purpose: 'person' },
      { table: 'certificate', key: ['id'], column: 'credential_sealed', purpose: 'person' },
      { table: 'certificate', key: ['id'], column: 'token_sealed', purpose: 'answer' },
      { table: 'signing_key', key: ['kid'], column: 'private_sealed', purpose: 'answer' },
      { table: 'print_piece', key: ['job_id', 'piece'], column: 'bytes_sealed', purpose: 'person' },
    ],
    persons: { ...issuancePersons, places: [...issuancePersons.places, ...printPlaces] },
  },
});
