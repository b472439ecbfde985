export { arrayParameter, type ArrayType } from './array-parameter.js';
export { bootstrap, createService, startService, type RunningService } from './bootstrap.js';
export { placesFor } from './background/places.js';
export { RepeatedWork } from './background/repeated-work.js';
export { WorkbookThreads } from './background/workbook-threads.js';
export { BrokerLink } from './broker-link.js';
export { ConfigError, DataConfig, PlatformConfig, readConfig } from './config.js';
export { currentRequest } from './current-request.js';
export { dataSourceOptions, migrate, schemaOf } from './database.js';
export { ExportConfig } from './export/export-config.js';
export type { ExportLimits } from './export/export.js';
export type {
  ExportCell,
  ExportColumn,
  ExportKind,
  ExportMeasure,
  ExportRow,
  ExportSource,
} from './export/export-kind.js';
export { gather } from './gather.js';
export { Idempotent } from './idempotency.js';
export { createLogger, describeError, withoutPersonalNumbers } from './logging.js';
export { onceWallSql, wallSql } from './migrations/wall-sql.js';
export { migrateCommand } from './migrate-command.js';
export { openApiOf } from './openapi.js';
export { cursorId, PAGE_SIZE_MAX, PageQuery, pageOf, type Page } from './paging.js';
export {
  CORRECTABLE_FIELDS,
  type CorrectableField,
  type Correction,
  type PersonPlace,
  type PersonRecords,
  type RowKey,
} from './person-records/person-place.js';
export { prepared } from './prepared.js';
export { deleteRows, keyParameters, keysSql } from './person-records/person-sql.js';
export { PLATFORM_PERSON_PLACES } from './person-records/platform-places.js';
export {
  ERASE_ROWS,
  RecordsDesk,
  type CountedPlace,
  type HeldRecord,
  type Sought,
} from './person-records/records-desk.js';
export { namesDocument } from './person-records/sealed-fields.js';
export { pkcs11Faults, pkcs11TokenOf, readKeySettings } from './personal-data/key-settings.js';
export { KeyringError } from './personal-data/keyring-error.js';
export {
  inPkcs11Session,
  namingFaults,
  openPkcs11Session,
  type Pkcs11Session,
  type Pkcs11Token,
} from './personal-data/pkcs11-session.js';
export { addDataKey, initKeyring } from './personal-data/keyring-setup.js';
export {
  PLATFORM_SEALED_COLUMNS,
  SEALED_EVENT_FIELDS,
  type SealedColumn,
  type SealedFields,
  type SealedText,
} from './personal-data/sealed-columns.js';
export { SUITE_NAMES, type PersonalDataPurpose, type SuiteName } from './personal-data/suite.js';
export { openVault, PersonalDataVault } from './personal-data/vault.js';
export { LOGGER } from './platform.module.js';
export { all, oneself, own, supervised, type AccessRule, type Reach } from './access/access-rule.js';
export {
  Access,
  assertMayRead,
  assertOwn,
  assertSupervises,
  CurrentPrincipal,
  hasRole,
  PROVINCE_JURISDICTION,
  Public,
  supervises,
  visibleTo,
  type AuthenticatedRequest,
  type Principal,
  type Visibility,
} from './access/principal.js';
export { ROLES, type Role } from './access/role.js';
export { hiddenOr } from './access/hidden.js';
export {
  verifyAuditChain,
  linkSha256,
  type AuditHead,
  type AuditLink,
  type AuditVerdict,
} from './audit/audit-chain.js';
export { actorOf, type AuditEntry, type AuditKind } from './audit/audit-entry.js';
export { Exports, RecordsItself, ShowsPersons } from './audit/audited-handlers.js';
export { readAuditChain } from './audit/audit.repository.js';
export { appendAudit, AuditTrail } from './audit/audit-trail.js';
export { ProblemFilter } from './problem.filter.js';
export { platformProblems, PROBLEM_MEDIA_TYPE, type ProblemCatalogue, type ProblemDocument } from './problems.js';
export { CLOCK, CONFIG, defineService, type ServiceDefinition } from './service-definition.js';
export { TOKEN_AUDIENCE } from './access/token.guard.js';
export { inTransaction } from './transaction.js';
export { ANYONE, readAs, SERVICE, type Standing } from '@app/messaging';
export { receiveFile, UPLOAD_BYTES_MAX, type UploadedFile } from './upload.js';
