export { decodeBase64Url, encodeBase64Url } from './base64url.js';
export {
  certificateCredential,
  issuerIdOf,
  type CertificateAchievement,
  type CertificateCredential,
  type CertificateFacts,
} from './certificate-credential.js';
export { decodeCompactJws, verifyCompactJws, type DecodedJws, type JwsHeader, type Sign } from './compact-jws.js';
export { jwkThumbprint, type PublicJwk } from './jwk.js';
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
