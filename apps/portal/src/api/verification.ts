import { callJson, NoAnswerError, ProblemError } from './http.ts';
import type { FieldFault, FiledBody, Page, ProblemDocument } from './types.ts';

const BASE = '/api/public-verification';

/** Two or three facts from the paper; sent in a body, never in an address. */
export interface Facts {
  name?: string;
  documentNumber?: string;
  certificateNumber?: string;
}

export type CertificateVerdict = 'valid' | 'revoked' | 'cancelled' | 'replaced' | 'unclear';
export type MissVerdict = 'not-found' | 'mismatch' | 'other-scheme';
export interface MissReason {
  code: string;
  words: Bilingual | null;
}
export type Bilingual = readonly [zh: string, en: string];

export interface CertificateFacts {
  verdict: CertificateVerdict;
  nameMasked: string;
  documentMasked: string;
  /** With stars in the middle when it was asked by QR code. */
  certificateNumber: string;
  occupationCode: string;
  occupationName: string;
  specialty: string;
  /** As printed, for example `三级/高级工`. */
  level: string;
  agencyName: string;
  issuedOn: string;
  /** Whether the body was filed for this on the day of issue; null when the registry does not say. */
  filedOnIssueDate: boolean | null;
  statusSince: string;
  reason: string;
}

/** There is no certificate to show. */
export interface Miss {
  verdict: MissVerdict;
  /** For a number of another scheme: which, and whom to ask. */
  hint: Bilingual | null;
  askHost: string;
  reasons: MissReason[];
  /** The filed body that the number names; empty when there is none. */
  issuer: string;
}

interface Freshness {
  checkedAt: string;
  /** Empty when the registry does not say. */
  dataAsOf: string;
  isStale: boolean;
}

/** What a check gave. Only `found` with a certificate that is `valid` may ever be shown as valid. */
export type CheckResult =
  | ({ kind: 'found'; certificates: CertificateFacts[] } & Freshness)
  | ({ kind: 'miss' } & Miss & Freshness)
  | { kind: 'refused'; faults: FactFault[] }
  | { kind: 'failed'; cause: FailureCause; problem: ProblemDocument | null };

export type FailureCause = 'network' | 'server' | 'too-many';
export interface FactFault {
  fact: keyof Facts;
  /** Null when the registry's words are for programs. */
  words: Bilingual | null;
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objectsOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const textOf = (json: Json, key: string): string => {
  const value = json[key];
  return typeof value === 'string' ? value : '';
};

const STATES: Readonly<Record<string, CertificateVerdict>> = {
  VALID: 'valid',
  REVOKED: 'revoked',
  CANCELLED: 'cancelled',
  REPLACED: 'replaced',
};
const MISSES: Readonly<Record<string, MissVerdict>> = {
  NOT_FOUND: 'not-found',
  MISMATCH: 'mismatch',
  OTHER_SCHEME: 'other-scheme',
};

/** A certificate's own word counts; it may not be better than the verdict on the only one. */
function stateOf(json: Json, verdict: CertificateVerdict, isOnly: boolean): CertificateVerdict {
  const own = textOf(json, 'status');
  const state = own ? (STATES[own.toUpperCase()] ?? 'unclear') : verdict;
  return isOnly && state !== verdict ? 'unclear' : state;
}

function certificateOf(json: Json, verdict: CertificateVerdict): CertificateFacts {
  const filed = json['bodyFiledOnIssueDate'];
  return {
    verdict,
    nameMasked: textOf(json, 'maskedName'),
    documentMasked: textOf(json, 'maskedDocument'),
    certificateNumber: textOf(json, 'certificateNumber'),
    occupationCode: textOf(json, 'occupationCode'),
    occupationName: textOf(json, 'occupationName'),
    specialty: textOf(json, 'specialty'),
    level: textOf(json, 'level'),
    agencyName: textOf(json, 'agencyName'),
    issuedOn: textOf(json, 'issuedOn'),
    filedOnIssueDate: typeof filed === 'boolean' ? filed : null,
    statusSince: textOf(json, 'statusSince'),
    reason: textOf(json, 'reason'),
  };
}

function bilingualOf(json: unknown): Bilingual | null {
  if (!isObject(json)) return null;
  const zh = textOf(json, 'zh');
  return zh ? [zh, textOf(json, 'en') || zh] : null;
}

function missOf(json: Json, verdict: MissVerdict): Miss {
  const other = isObject(json['otherScheme']) ? json['otherScheme'] : {};
  const host = isObject(other['askAt']) ? textOf(other['askAt'], 'host') : '';
  return {
    verdict,
    hint: bilingualOf(other),
    askHost: /^[a-z0-9.-]+$/.test(host) ? host : '',
    reasons: objectsOf(json['reasons']).map((reason) => ({ code: textOf(reason, 'code'), words: bilingualOf(reason) })),
    issuer: isObject(json['issuingSite']) ? textOf(json['issuingSite'], 'agencyName') : '',
  };
}

/** Reads an answer without trusting it: whatever is not understood is `unclear` or `failed`, never valid. */
export function checkResultOf(json: unknown, now: Date): CheckResult {
  const failed: CheckResult = { kind: 'failed', cause: 'server', problem: null };
  if (!isObject(json)) return failed;
  const verdict = textOf(json, 'verdict').toUpperCase();
  const freshness: Freshness = {
    checkedAt: textOf(json, 'checkedAt') || now.toISOString(),
    dataAsOf: textOf(json, 'dataAsOf'),
    isStale: json['source'] === 'stale',
  };
  const miss = MISSES[verdict];
  if (miss) {
    return { kind: 'miss', ...missOf(json, miss), ...freshness };
  }
  const state = STATES[verdict];
  const rows = objectsOf(json['certificates']);
  if (!state || rows.length === 0) return failed;
  const certificates = rows.map((row) => certificateOf(row, stateOf(row, state, rows.length === 1)));
  return { kind: 'found', certificates, ...freshness };
}

const FACTS: readonly (keyof Facts)[] = ['name', 'documentNumber', 'certificateNumber'];
const NUMBER_PROBLEM = 'urn:jiangzheng:problem:certificate/number';

/** Only what is wrong with a certificate number is put by the registry in words for people. */
export function faultsOf({ type, errors = [] }: { type: string; errors?: readonly FieldFault[] }): FactFault[] {
  return errors.flatMap(({ field, zh, en }): FactFault[] => {
    const fact = FACTS.find((key) => field === `/${key}`);
    return fact ? [{ fact, words: type === NUMBER_PROBLEM ? [zh, en] : null }] : [];
  });
}

const BAD_REQUEST = 400;
const UNPROCESSABLE = 422;
const TOO_MANY = 429;

async function check(ask: () => Promise<unknown>): Promise<CheckResult> {
  try {
    return checkResultOf(await ask(), new Date());
  } catch (error) {
    if (error instanceof NoAnswerError) return { kind: 'failed', cause: 'network', problem: null };
    if (!(error instanceof ProblemError)) return { kind: 'failed', cause: 'server', problem: null };
    const { problem } = error;
    const { status } = problem;
    if (status === BAD_REQUEST || status === UNPROCESSABLE) return { kind: 'refused', faults: faultsOf(problem) };
    return { kind: 'failed', cause: status === TOO_MANY ? 'too-many' : 'server', problem };
  }
}

/** Full-width letters and digits, inner blanks and lower case are how people type; the registry gets them plain. */
const plainNumber = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();

export function factsOf(typed: Readonly<Required<Facts>>): Facts {
  const name = typed.name.trim();
  const documentNumber = plainNumber(typed.documentNumber);
  const certificateNumber = plainNumber(typed.certificateNumber);
  return {
    ...(name ? { name } : {}),
    ...(documentNumber ? { documentNumber } : {}),
    ...(certificateNumber ? { certificateNumber } : {}),
  };
}

export const verifyFacts = (facts: Facts): Promise<CheckResult> =>
  check(() => callJson(`${BASE}/verify`, { method: 'POST', body: facts }));

export const verifyToken = (token: string, signal?: AbortSignal): Promise<CheckResult> =>
  check(() => callJson(`${BASE}/verify/${encodeURIComponent(token)}`, signal ? { signal } : {}));

export function filedBodies(after: string | undefined, signal: AbortSignal): Promise<Page<FiledBody>> {
  const query = after ? `?after=${encodeURIComponent(after)}` : '';
  return callJson(`${BASE}/bodies${query}`, { signal });
}
