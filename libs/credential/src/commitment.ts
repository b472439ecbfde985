import { DomainError } from '@app/kernel';
import { encodeBase64Url } from './base64url.js';
import { issuerIdOf, logCommitmentOf, type CertificateCredential } from './certificate-credential.js';
import { factsPreimage, type CertificateEntry, type CommittedFacts } from './log-entry.js';
import { decodePaperPayload } from './paper-claims.js';
import type { Hash } from './tlog/index.js';

const ID_PREFIX = 'urn:uuid:';
const DAY_LENGTH = 10;
const START_OF_DAY = 'T00:00:00+08:00';

/** What a certificate's leaf holds as `facts`. */
export function factsCommitment(salt: Uint8Array, facts: CommittedFacts, hash: Hash): string {
  return encodeBase64Url(hash(factsPreimage(salt, facts)));
}

/** What a certificate's leaf holds as `paper`. */
export const paperCommitment = (payload: Uint8Array, hash: Hash): string => encodeBase64Url(hash(payload));

/**
 * The facts of a credential as its leaf commits to them; `undefined` when it does not say enough: it names no log, or is
 * from before credentials held all that is committed to.
 * @throws DomainError `credential/malformed`
 */
export function committedFactsOf(credential: CertificateCredential): CommittedFacts | undefined {
  const beside = logCommitmentOf(credential)?.beside;
  if (!beside) return undefined;
  const { id, issuer, validFrom, credentialSubject } = credential;
  const { name: holderName, licenseNumber, achievement } = credentialSubject;
  const issuedOn = validFrom.slice(0, DAY_LENGTH);
  const isOurs =
    id.startsWith(ID_PREFIX) && issuer.id.startsWith(issuerIdOf('')) && validFrom === issuedOn + START_OF_DAY;
  if (!isOurs) throw new DomainError('credential/malformed', { field: 'id' });
  return {
    certificateId: id.slice(ID_PREFIX.length),
    certificateNumber: licenseNumber,
    organisationId: issuer.id.slice(issuerIdOf('').length),
    agencyName: issuer.name,
    holderName,
    occupationCode: achievement.humanCode,
    occupationEdition: achievement.version,
    occupationName: achievement.fieldOfStudy,
    specialty: achievement.specialization ?? '',
    levelDigit: achievement.level.digit,
    issuedOn,
    ...beside,
  };
}

/**
 * Whether the leaf is the one that was written when this certificate was issued. That the leaf is in the log is another
 * question: `verifyInclusion`.
 * @throws DomainError `credential/malformed`
 */
export function matchesLeaf(credential: CertificateCredential, entry: CertificateEntry, hash: Hash): boolean {
  const facts = committedFactsOf(credential);
  const salt = logCommitmentOf(credential)?.salt;
  if (!facts || !salt || facts.certificateId !== entry.id) return false;
  return factsCommitment(salt, facts, hash) === entry.facts;
}

/**
 * The same for what the printed code says.
 * @throws DomainError `credential/malformed`, `credential/version`
 */
export function paperMatchesLeaf(payload: Uint8Array, entry: CertificateEntry, hash: Hash): boolean {
  return decodePaperPayload(payload).certificateId === entry.id && paperCommitment(payload, hash) === entry.paper;
}
