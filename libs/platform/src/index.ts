export { bootstrap, createService, startService, type RunningService } from './bootstrap.js';
export { BrokerLink } from './broker-link.js';
export { ConfigError, DataConfig, PlatformConfig, readConfig } from './config.js';
export { dataSourceOptions, migrate, schemaOf } from './database.js';
export { Idempotent } from './idempotency.js';
export { createLogger, describeError, withoutPersonalNumbers } from './logging.js';
export { migrateCommand } from './migrate-command.js';
export { openApiOf } from './openapi.js';
export { cursorId, PAGE_SIZE_MAX, PageQuery, pageOf, type Page } from './paging.js';
export { PersonalDataVault, type PersonalDataPurpose } from './personal-data.js';
export { LOGGER } from './platform.module.js';
export {
  assertMayRead,
  assertOwn,
  assertSupervises,
  CurrentPrincipal,
  hasRole,
  PROVINCE_JURISDICTION,
  Public,
  Roles,
  ROLES,
  supervises,
  visibleTo,
  type AuthenticatedRequest,
  type Principal,
  type Role,
  type Visibility,
} from './principal.js';
export { ProblemFilter } from './problem.filter.js';
export { platformProblems, PROBLEM_MEDIA_TYPE, type ProblemCatalogue, type ProblemDocument } from './problems.js';
export { CLOCK, CONFIG, defineService, type ServiceDefinition } from './service-definition.js';
export { TOKEN_AUDIENCE } from './token.guard.js';
export { inTransaction } from './transaction.js';
export { receiveFile, UPLOAD_BYTES_MAX, type UploadedFile } from './upload.js';
