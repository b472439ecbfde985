import { DomainError } from '@app/kernel';
import { statusEntries, type BitstringStatusListEntry, type StatusPlace } from './bitstring-status-list.js';
import { decodeBase64Url, encodeBase64Url } from './base64url.js';
import type { CommittedFacts } from './log-entry.js';

/**
 * A 职业技能等级证书 as a W3C VC 2.0 credential; members of `credentialSubject` and `achievement` are the terms of Open
 * Badges 3.0 (`AchievementCredential`) where it has one; `level` and `transparencyLog` are ours (`ISSUER_TERMS`). The
 * contexts are named and never fetched: it is secured by JOSE, which signs the text, so nobody processes JSON-LD.
 */
export interface CertificateCredential {
  '@context': readonly (string | { '@vocab': string })[];
  /** `urn:uuid:` and the certificate's id. */
  id: string;
  type: readonly string[];
  name: '职业技能等级证书';
  /** The body that issued: 谁评价、谁发证、谁负责. */
  issuer: { id: string; type: readonly ['Profile']; name: string };
  /** The first instant of the day of issue in China, RFC 3339. */
  validFrom: string;
  credentialSubject: {
    type: readonly ['AchievementSubject'];
    /** The holder. */
    name: string;
    /** The holder again, as Open Badges readers look for it. */
    identifier: readonly { type: 'IdentityObject'; hashed: false; identityHash: string; identityType: 'name' }[];
    /** 证书编号, 22 characters. */
    licenseNumber: string;
    achievement: CertificateAchievement;
  };
  /** One place in two lists: `revocation`, and `message` with the state. Absent from certificates before there were lists. */
  credentialStatus?: readonly BitstringStatusListEntry[];
  evidence?: readonly CertificateEvidence[];
  transparencyLog?: LogCommitment;
}

/** What the certificate rests on, Open Badges 3.0 §B.1.11 (`Evidence`): the sitting, the contest, the application. */
export interface CertificateEvidence {
  id?: string;
  type: readonly ['Evidence'];
  name: string;
  narrative: string;
  genre?: string;
}

/** Where the certificate stands in the log: its leaf is a commitment that only the salt opens. */
export interface LogCommitment {
  type: 'LogCommitment';
  /** Origin of the log, as in its checkpoints. */
  origin: string;
  /** 16 bytes, base64url; the one in the printed code. */
  salt: string;
  /** What the leaf commits to beside what the credential shows elsewhere; absent from credentials of before. */
  version?: number;
  basis?: string;
  documentMasked?: string;
  statusList?: number;
  statusIndex?: number;
}

/** With these the holder's credential is enough to compute the leaf's commitment. */
export type CommittedBeside = Pick<
  CommittedFacts,
  'version' | 'basis' | 'documentMasked' | 'statusList' | 'statusIndex'
>;

export interface CertificateAchievement {
  id: string;
  type: readonly ['Achievement'];
  achievementType: 'Certification';
  /** `焊工 三级/高级工` */
  name: string;
  description: string;
  criteria: { narrative: string };
  inLanguage: 'zh-CN';
  /** 职业编码 `d-dd-dd-dd`. */
  humanCode: string;
  /** Edition of the 职业分类大典 that the code belongs to. */
  version: string;
  /** 职业名称. */
  fieldOfStudy: string;
  /** 工种/职业方向; absent when the occupation has none. */
  specialization?: string;
  level: { digit: string; name: string };
}

/** What a credential is made of. */
export interface CertificateFacts {
  certificateId: string;
  certificateNumber: string;
  organisationId: string;
  agencyName: string;
  holderName: string;
  occupationCode: string;
  occupationEdition: string;
  occupationName: string;
  /** Empty when the occupation has none. */
  specialty: string;
  levelDigit: string;
  /** `三级/高级工` */
  levelName: string;
  /** `YYYY-MM-DD`, China. */
  issuedOn: string;
  status?: StatusPlace;
  evidence?: readonly Omit<CertificateEvidence, 'type'>[];
  /** `salt` has 16 random bytes. */
  log?: { origin: string; salt: Uint8Array; beside?: CommittedBeside };
}

const VC_CONTEXT = 'https://www.w3.org/ns/credentials/v2';
const OPEN_BADGES_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
/** VC Data Model 2.0 §5.2: terms that only the issuer defines. */
const ISSUER_TERMS = { '@vocab': 'https://www.w3.org/ns/credentials/issuer-dependent#' };

export const issuerIdOf = (organisationId: string): string => `urn:jiangzheng:organisation:${organisationId}`;

const SALT_BYTES = 16;

/** The members that a certificate need not have. */
function optionalMembers({ status, evidence, log }: CertificateFacts): Partial<CertificateCredential> {
  if (log !== undefined && log.salt.length !== SALT_BYTES)
    throw new DomainError('credential/malformed', { field: 'salt' });
  return {
    ...(status === undefined ? {} : { credentialStatus: statusEntries(status) }),
    ...(evidence === undefined ? {} : { evidence: evidence.map((item) => ({ type: ['Evidence'] as const, ...item })) }),
    ...(log === undefined
      ? {}
      : {
          transparencyLog: {
            type: 'LogCommitment',
            origin: log.origin,
            salt: encodeBase64Url(log.salt),
            ...log.beside,
          } as const,
        }),
  };
}

/**
 * Where the certificate's status is; `undefined` when it names no list.
 * @throws DomainError `credential/malformed` unless both entries are there and agree on the place
 */
export function statusPlaceOf({ credentialStatus }: CertificateCredential): StatusPlace | undefined {
  if (credentialStatus === undefined) return undefined;
  const refused = new DomainError('credential/malformed', { field: 'credentialStatus' });
  if (!Array.isArray(credentialStatus) || credentialStatus.length !== 2) throw refused;
  const entries = credentialStatus as readonly Partial<BitstringStatusListEntry>[];
  const [revocation, message] = (['revocation', 'message'] as const).map((purpose) =>
    entries.find(({ type, statusPurpose }) => type === 'BitstringStatusListEntry' && statusPurpose === purpose),
  );
  const { statusListIndex = '', statusListCredential: messageList, statusSize } = message ?? {};
  const revocationList = revocation?.statusListCredential;
  if (typeof messageList !== 'string' || typeof revocationList !== 'string') throw refused;
  const agree = statusSize === 2 && revocation?.statusListIndex === statusListIndex;
  if (!agree || !/^(0|[1-9]\d{0,14})$/.test(statusListIndex)) throw refused;
  return { revocationList, messageList, index: Number(statusListIndex) };
}

/**
 * The origin of the log and the salt that opens the certificate's leaf; `undefined` when it names no log.
 * @throws DomainError `credential/malformed`
 */
export function logCommitmentOf({ transparencyLog }: CertificateCredential): CertificateFacts['log'] {
  if (transparencyLog === undefined) return undefined;
  const members = transparencyLog as Partial<Record<keyof LogCommitment, unknown>>;
  const { type, origin, salt } = members;
  const refused = new DomainError('credential/malformed', { field: 'transparencyLog' });
  if (type !== 'LogCommitment' || typeof origin !== 'string' || typeof salt !== 'string') throw refused;
  const bytes = decodeBase64Url(salt);
  if (bytes.length !== SALT_BYTES) throw refused;
  const beside = besideOf(members);
  if (beside === null) throw refused;
  return { origin, salt: bytes, ...(beside ? { beside } : {}) };
}

/** undefined when none of the members is there, null when only some are or one is of another type. */
function besideOf(members: Partial<Record<keyof LogCommitment, unknown>>): CommittedBeside | undefined | null {
  const { version, basis, documentMasked, statusList, statusIndex } = members;
  const counts = [version, statusList, statusIndex];
  const texts = [basis, documentMasked];
  if ([...counts, ...texts].every((member) => member === undefined)) return undefined;
  const sound = counts.every(Number.isSafeInteger) && texts.every((member) => typeof member === 'string');
  return sound ? ({ version, basis, documentMasked, statusList, statusIndex } as CommittedBeside) : null;
}

export function certificateCredential(facts: CertificateFacts): CertificateCredential {
  const { occupationCode, occupationEdition, occupationName, specialty, levelDigit, levelName } = facts;
  const subject = [occupationEdition, occupationCode, specialty, levelDigit].map(encodeURIComponent).join(':');
  return {
    '@context': [VC_CONTEXT, OPEN_BADGES_CONTEXT, ISSUER_TERMS],
    id: `urn:uuid:${facts.certificateId}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: '职业技能等级证书',
    issuer: { id: issuerIdOf(facts.organisationId), type: ['Profile'], name: facts.agencyName },
    validFrom: `${facts.issuedOn}T00:00:00+08:00`,
    credentialSubject: {
      type: ['AchievementSubject'],
      name: facts.holderName,
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: facts.holderName, identityType: 'name' }],
      licenseNumber: facts.certificateNumber,
      achievement: {
        id: `urn:jiangzheng:achievement:${subject}`,
        type: ['Achievement'],
        achievementType: 'Certification',
        name: [occupationName, specialty, levelName].filter((part) => part !== '').join(' '),
        description: '职业技能等级证书 Certificate of vocational skill level',
        criteria: { narrative: '理论知识与操作技能各满60分 Theory and skill at 60 of 100 points each' },
        inLanguage: 'zh-CN',
        humanCode: occupationCode,
        version: occupationEdition,
        fieldOfStudy: occupationName,
        ...(specialty === '' ? {} : { specialization: specialty }),
        level: { digit: levelDigit, name: levelName },
      },
    },
    ...optionalMembers(facts),
  };
}
