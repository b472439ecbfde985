export { formatCheckpoint, openCheckpoint, parseCheckpoint, type Checkpoint } from './checkpoint.js';
export { cosignatureTime, cosigner, noteVerifier, verifierOf } from './cosignature.js';
export { LogTree, type LogTile } from './log-tree.js';
export {
  emptyRoot,
  HASH_BYTES,
  leafHash,
  nodeHash,
  sameBytes,
  verifyConsistency,
  verifyInclusion,
  type ConsistencyClaim,
  type Hash,
  type InclusionClaim,
} from './merkle.js';
export {
  formatVerifierKey,
  keyIdOf,
  parseVerifierKey,
  type NoteKey,
  type NoteKeyType,
  type VerifierKey,
} from './note-key.js';
export {
  ed25519Signer,
  formatSignature,
  openNote,
  parseNote,
  parseSignature,
  signNote,
  type Ed25519Sign,
  type NoteSignature,
  type NoteSigner,
  type NoteVerifier,
  type OpenedNote,
  type ParsedNote,
} from './note.js';
export { consistencyProof, inclusionProof, treeRoot } from './proofs.js';
export { checkQuorum, type QuorumPolicy, type QuorumResult } from './quorum.js';
export {
  bundleSpans,
  entriesPath,
  entryBundle,
  parseEntryBundle,
  parseTilePath,
  TILE_WIDTH,
  tilePath,
  type BundleSpan,
  type EntriesAddress,
  type TileAddress,
  type TileReader,
} from './tiles.js';
export {
  decideAddCheckpoint,
  formatAddCheckpoint,
  parseAddCheckpoint,
  type AddCheckpoint,
  type WitnessDecision,
  type WitnessedTree,
  type WitnessView,
} from './witness.js';
