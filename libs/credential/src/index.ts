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
export * from './tlog/index.js';
