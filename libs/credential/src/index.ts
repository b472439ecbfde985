export { decodeBase45, encodeBase45 } from './base45.js';
export { decodeBase64Url, encodeBase64Url } from './base64url.js';
export {
  certificateCredential,
  issuerIdOf,
  logCommitmentOf,
  statusPlaceOf,
  type CertificateAchievement,
  type CertificateCredential,
  type CertificateEvidence,
  type CertificateFacts,
  type CommittedBeside,
  type LogCommitment,
} from './certificate-credential.js';
export {
  decodeCompactJws,
  encodeCompactJws,
  verifyCompactJws,
  type DecodedJws,
  type JwsHeader,
  type Sign,
} from './compact-jws.js';
export {
  assembleCoseSign1,
  coseToBeSigned,
  decodeCoseSign1,
  encodeCoseSign1,
  prepareCoseSign1,
  verifyCoseSign1,
  type DecodedCoseSign1,
  type UnsignedCoseSign1,
} from './cose-sign1.js';
export { jwkThumbprint, verifyEs256, type PublicJwk } from './jwk.js';
export { decodePaperPayload, type CutField, type PaperClaims } from './paper-claims.js';
export {
  encodePaperPayload,
  fitPaperClaims,
  PAPER_KID_BYTES,
  PAPER_MAX_CHARS,
  PAPER_MAX_PAYLOAD_BYTES,
  PAPER_PREFIX,
  paperKeySet,
  paperKid,
  paperMessage,
  paperText,
  preparePaperCredential,
  verifyPaperText,
  type PaperKey,
  type PaperKeySet,
  type VerifiedPaper,
} from './paper-credential.js';
export { encodeCbor, type CborValue } from './encode-cbor.js';
export { decodeCbor, type CborLimits } from './strict-cbor.js';
export { decodeVcJwt, encodeVcJwt, verifyVcJwt, type VcJwt } from './vc-jwt.js';
export { keyTrustAt, type KeyStanding, type KeyTrust } from './key-trust.js';
export {
  bindSdJwt,
  issueSdJwt,
  presentSdJwt,
  verifySdJwt,
  type Claims,
  type ExpectedBinding,
  type KeyBinding,
  type SdJwtContent,
  type VerifiedSdJwt,
} from './sd-jwt.js';
export {
  CERTIFICATE_VCT,
  certificateClaims,
  issueSdJwtVc,
  verifySdJwtVc,
  type SdJwtVcOptions,
  type SdJwtVcReader,
  type VerifiedSdJwtVc,
} from './sd-jwt-vc.js';
export {
  checkBitstringStatus,
  decodeBitstring,
  encodeBitstring,
  encodeBitstringStatusList,
  statusEntries,
  verifyBitstringStatusList,
  type BitstringStatusListEntry,
  type BitstringStatusListFacts,
  type ExpectedBitstring,
  type StatusPlace,
  type StatusPurpose,
} from './bitstring-status-list.js';
export {
  emptyStatuses,
  readStatus,
  writeStatus,
  type BitOrder,
  type StatusBits,
  type StatusWidth,
} from './status-bits.js';
export {
  CERTIFICATE_STATES,
  couldNotCheck,
  messageState,
  MIN_STATUS_ENTRIES,
  statusLists,
  TOKEN_STATUS,
  tokenState,
  type CertificateState,
  type StatusCheck,
  type StatusGap,
  type StatusLists,
} from './status-list.js';
export {
  checkTokenStatus,
  decodeStatusList,
  encodeStatusList,
  encodeTokenStatusList,
  verifyTokenStatusList,
  type EncodedStatusList,
  type ExpectedList,
  type TokenStatusListFacts,
} from './token-status-list.js';
export {
  decodeLogEntry,
  encodeLogEntry,
  factsPreimage,
  factsText,
  LOG_ENTRY_BYTES_MAX,
  type AwardApprovedEntry,
  type CertificateBlockEntry,
  type CertificateEntry,
  type CertificateStatusEntry,
  type CommittedFacts,
  type LogEntry,
  type LoggedSubject,
  type NumberVoidedEntry,
  type PlanApprovedEntry,
  type PlanSeatedEntry,
  type RollReportedEntry,
  type ScopeGrantedEntry,
  type SigningKeyEntry,
  type StatusEpochEntry,
} from './log-entry.js';
export { committedFactsOf, factsCommitment, matchesLeaf, paperCommitment, paperMatchesLeaf } from './commitment.js';
export * from './log-audit/index.js';
export * from './offline/index.js';
export { paperToken } from './paper-token.js';
export {
  challengeBits,
  PROOF_BITS_MAX,
  PROOF_HEADER,
  provenChallenge,
  searchProof,
  solveProof,
} from './proof-of-work.js';
export * from './register-statistics/index.js';
export * from './tlog/index.js';
export {
  DIFFERING_FACTS,
  MISS_REASONS,
  VERDICTS,
  type DifferingFact,
  type MissReason,
  type Verdict,
  type VerdictKind,
  type Wording,
} from './verdict.js';
