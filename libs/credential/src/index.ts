export { decodeBase45, encodeBase45 } from './base45.js';
export { decodeBase64Url, encodeBase64Url } from './base64url.js';
export {
  certificateCredential,
  issuerIdOf,
  type CertificateAchievement,
  type CertificateCredential,
  type CertificateFacts,
} from './certificate-credential.js';
export { decodeCompactJws, verifyCompactJws, type DecodedJws, type JwsHeader, type Sign } from './compact-jws.js';
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
export { decodeCbor, encodeCbor, type CborLimits } from './strict-cbor.js';
export { decodeVcJwt, encodeVcJwt, verifyVcJwt, type VcJwt } from './vc-jwt.js';
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
export { paperToken } from './paper-token.js';
export * from './tlog/index.js';
