import { DomainError } from '@app/kernel';

/**
 * What the leaves of the registry's transparency log say. A leaf is one JSON object in UTF-8 with `type` first; ids are
 * opaque handles, days are `YYYY-MM-DD` in China, instants RFC 3339. Nothing in a leaf names a person: a certificate
 * stands in it as two salted commitments, and only who holds the credential has the salt.
 */
export type LogEntry =
  | ScopeGrantedEntry
  | PlanApprovedEntry
  | PlanSeatedEntry
  | RollReportedEntry
  | AwardApprovedEntry
  | CertificateBlockEntry
  | CertificateEntry
  | CertificateStatusEntry
  | NumberVoidedEntry
  | SigningKeyEntry
  | StatusEpochEntry;

/** Occupation code, edition of the 大典, 工种 or '', level digit `5` lowest … `1` highest. */
export type LoggedSubject = readonly [code: string, edition: string, specialty: string, level: string];

interface Logged {
  /** When the state changed, by the registry's clock; it never runs backwards along the log. */
  at: string;
}

/** 备案: one site of a filing and what it may assess; a later entry of the same filing and site takes its place. */
export interface ScopeGrantedEntry extends Logged {
  type: 'scope-granted';
  filing: string;
  organisation: string;
  agency: string;
  /** 13 characters. */
  site: string;
  from: string;
  until: string;
  subjects: readonly LoggedSubject[];
}

/** 考前计划 approved. */
export interface PlanApprovedEntry extends Logged {
  type: 'plan-approved';
  plan: string;
  filing: string;
  site: string;
  subject: LoggedSubject;
  examOn: string;
}

/** 编排: seats of a sitting, told before the exam day. */
export interface PlanSeatedEntry extends Logged {
  type: 'plan-seated';
  plan: string;
  examOn: string;
  part: number;
  parts: number;
  seats: readonly (readonly [candidate: string, room: string, seat: number])[];
}

/** 上报: the passed candidates of a plan. */
export interface RollReportedEntry extends Logged {
  type: 'roll-reported';
  roll: string;
  plan: string;
  examOn: string;
  publicityFrom: string;
  publicityUntil: string;
  part: number;
  parts: number;
  candidates: readonly string[];
}

/** A right to a certificate that no exam gave: 直接认定, 竞赛晋升, 视同 … */
export interface AwardApprovedEntry extends Logged {
  type: 'award-approved';
  award: string;
  basis: string;
  filing: string;
  site: string;
  subject: LoggedSubject;
  publicityFrom: string;
  publicityUntil: string;
  candidates: readonly string[];
}

/** 核发: heads the `count` certificate entries that follow it, whose serials run on from `firstSerial`. */
export interface CertificateBlockEntry extends Logged {
  type: 'certificate-block';
  basis: string;
  filing: string;
  plan?: string;
  roll?: string;
  award?: string;
  site: string;
  subject: LoggedSubject;
  issuedOn: string;
  /** Of the numbers: two-digit year as in them, level as in `subject`. Absent when the numbers were not drawn here. */
  series?: { year: string; firstSerial: number };
  count: number;
  /** Thumbprint of the key that signed them. */
  kid: string;
}

export interface CertificateEntry {
  type: 'certificate';
  id: string;
  candidate: string;
  /** SHA-256 of the paper credential's payload, which holds a salt; base64url. */
  paper: string;
  /** SHA-256 of salt and `factsText`, base64url. */
  facts: string;
  /** The certificate that this one takes the place of. */
  replaces?: string;
}

/** 撤销, 注销, 换发. */
export interface CertificateStatusEntry extends Logged {
  type: 'certificate-status';
  id: string;
  status: 'revoked' | 'cancelled' | 'replaced';
  /** Class of the reason. */
  reason: string;
  on: string;
  replacedBy?: string;
}

/** A serial that no certificate will bear, and why. */
export interface NumberVoidedEntry extends Logged {
  type: 'number-voided';
  site: string;
  year: string;
  level: string;
  serial: number;
  reason: string;
}

/** A body's signing key: made, active, retired, or compromised from a leaf index on. */
export interface SigningKeyEntry extends Logged {
  type: 'signing-key';
  organisation: string;
  kid: string;
  state: 'next' | 'active' | 'retired' | 'compromised';
  /** Coordinates of the P-256 key, base64url. */
  x: string;
  y: string;
  compromisedFrom?: number;
}

/** A status list was published. */
export interface StatusEpochEntry extends Logged {
  type: 'status-epoch';
  list: number;
  epoch: number;
  /** SHA-256 of the list's packed bits, base64url. */
  sha256: string;
}

/** Bytes in a leaf: tlog-tiles lets none be longer. */
export const LOG_ENTRY_BYTES_MAX = 65_535;
const ENTRY_TYPES: ReadonlySet<string> = new Set<LogEntry['type']>([
  'scope-granted',
  'plan-approved',
  'plan-seated',
  'roll-reported',
  'award-approved',
  'certificate-block',
  'certificate',
  'certificate-status',
  'number-voided',
  'signing-key',
  'status-epoch',
]);

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @throws DomainError `credential/log-entry-too-long` */
export function encodeLogEntry(entry: LogEntry): Uint8Array {
  const bytes = encoder.encode(JSON.stringify(entry));
  if (bytes.length > LOG_ENTRY_BYTES_MAX) throw new DomainError('credential/log-entry-too-long', { type: entry.type });
  return bytes;
}

/**
 * Reads a leaf; members of a known type are not checked further.
 * @throws DomainError `credential/malformed`
 */
export function decodeLogEntry(bytes: Uint8Array): LogEntry {
  let value: unknown;
  try {
    value = JSON.parse(decoder.decode(bytes));
  } catch {
    throw new DomainError('credential/malformed');
  }
  const type = (value as { type?: unknown } | null)?.type;
  if (typeof type !== 'string' || !ENTRY_TYPES.has(type)) throw new DomainError('credential/malformed');
  return value as LogEntry;
}

/** What a certificate says, as its log entry commits to it: everything that its credential shows. */
export interface CommittedFacts {
  certificateId: string;
  certificateNumber: string;
  version: number;
  basis: string;
  organisationId: string;
  agencyName: string;
  holderName: string;
  documentMasked: string;
  occupationCode: string;
  occupationEdition: string;
  occupationName: string;
  specialty: string;
  levelDigit: string;
  issuedOn: string;
  statusList: number;
  statusIndex: number;
}

/** The facts in one order, as JSON: what is hashed behind the salt. */
export function factsText(facts: CommittedFacts): string {
  return JSON.stringify([
    facts.certificateId,
    facts.certificateNumber,
    facts.version,
    facts.basis,
    facts.organisationId,
    facts.agencyName,
    facts.holderName,
    facts.documentMasked,
    facts.occupationCode,
    facts.occupationEdition,
    facts.occupationName,
    facts.specialty,
    facts.levelDigit,
    facts.issuedOn,
    facts.statusList,
    facts.statusIndex,
  ]);
}

/** Salt and facts as they are hashed. */
export function factsPreimage(salt: Uint8Array, facts: CommittedFacts): Uint8Array {
  const text = encoder.encode(factsText(facts));
  const bytes = new Uint8Array(salt.length + text.length);
  bytes.set(salt);
  bytes.set(text, salt.length);
  return bytes;
}
