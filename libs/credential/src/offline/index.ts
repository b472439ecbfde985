export { CHECKS, FINDINGS, found, type Check, type CheckName, type CheckOutcome, type Finding } from './checks.js';
export { checkDocument, soundKeys, type DocumentReport, type Means } from './check-document.js';
export type { ReadFacts } from './facts.js';
export { gatherLeaf, gatherSnapshot, type ReadPublished } from './gather.js';
export { isLeafOf, type Committed } from './log-check.js';
export { codesIn, type Picture, type ReadCode } from './pdf-codes.js';
export { CREDENTIAL_CHARS_MAX, DOCUMENT_BYTES_MAX, recognise, type DocumentKind } from './recognise.js';
export {
  readSnapshot,
  SNAPSHOT_FORMAT,
  type Snapshot,
  type SnapshotKey,
  type SnapshotLeaf,
  type SnapshotSite,
} from './snapshot.js';
export { listOf, STATUS_ORGANISATION } from './status-check.js';
