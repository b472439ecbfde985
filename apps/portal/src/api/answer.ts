import { VERDICTS, type Verdict } from './verdicts.ts';

export type Bilingual = readonly [zh: string, en: string];

type StateVerdict = 'VALID' | 'REVOKED' | 'CANCELLED' | 'REPLACED' | 'COULD_NOT_CHECK';
type MissVerdict = 'NOT_FOUND' | 'MISMATCH' | 'OTHER_SCHEME';

export interface MissReason {
  code: string;
  words: Bilingual | null;
}

export interface CertificateFacts {
  verdict: StateVerdict;
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
  statusOn: string;
  statusReason: string;
}

/** The filed site that the number names, and how to reach it. */
export interface Issuer {
  agencyName: string;
  siteCode: string;
  phone: string;
  address: string;
}

/** One of the checks that a document itself allows. */
export interface DocumentCheck {
  name: string;
  outcome: 'passed' | 'failed' | 'not-checked';
  title: Bilingual | null;
  words: Bilingual | null;
}

interface Common {
  checkedAt: string;
  /** Empty when the registry does not say. */
  dataAsOf: string;
  isStale: boolean;
  /** The day asked about; empty for now. */
  at: string;
  checks: DocumentCheck[];
}

/** An answer of the registry. Only `found` with a certificate that is VALID may ever be shown as valid. */
export type Answer = Common &
  (
    | { kind: 'found'; certificates: CertificateFacts[] }
    | {
        kind: 'miss';
        verdict: MissVerdict;
        /** For a number of another scheme: which, and whom to ask. */
        hint: Bilingual | null;
        askHost: string;
        reasons: MissReason[];
        issuer: Issuer | null;
      }
    | { kind: 'unchecked' }
  );

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objectsOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const textOf = (json: Json, key: string): string => {
  const value = json[key];
  return typeof value === 'string' ? value : '';
};

const STATES: readonly string[] = ['VALID', 'REVOKED', 'CANCELLED', 'REPLACED'] satisfies StateVerdict[];
const MISSES: readonly string[] = ['NOT_FOUND', 'MISMATCH', 'OTHER_SCHEME'] satisfies MissVerdict[];
const isState = (verdict: string): verdict is StateVerdict => STATES.includes(verdict);
const isMiss = (verdict: string): verdict is MissVerdict => MISSES.includes(verdict);
export const isVerdict = (text: string): text is Verdict => Object.hasOwn(VERDICTS, text);

/** A certificate's own word counts; it may not be better than the verdict on the only one. */
function stateOf(json: Json, verdict: StateVerdict, isOnly: boolean): StateVerdict {
  const own = textOf(json, 'status').toUpperCase();
  const state = own === '' ? verdict : isState(own) ? own : 'COULD_NOT_CHECK';
  return isOnly && state !== verdict ? 'COULD_NOT_CHECK' : state;
}

function certificateOf(json: Json, verdict: StateVerdict): CertificateFacts {
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
    statusOn: textOf(json, 'statusOn'),
    statusReason: textOf(json, 'statusReason'),
  };
}

function bilingualOf(json: unknown): Bilingual | null {
  if (!isObject(json)) return null;
  const zh = textOf(json, 'zh');
  return zh ? [zh, textOf(json, 'en') || zh] : null;
}

function issuerOf(json: unknown): Issuer | null {
  if (!isObject(json)) return null;
  const agencyName = textOf(json, 'agencyName');
  if (!agencyName) return null;
  return {
    agencyName,
    siteCode: textOf(json, 'siteCode'),
    phone: textOf(json, 'publicPhone'),
    address: textOf(json, 'publicAddress'),
  };
}

const OUTCOMES: Readonly<Record<string, DocumentCheck['outcome']>> = {
  passed: 'passed',
  failed: 'failed',
};

function checkOf(json: Json): DocumentCheck {
  return {
    name: textOf(json, 'check'),
    outcome: OUTCOMES[textOf(json, 'outcome')] ?? 'not-checked',
    title: bilingualOf(json['title']),
    words: bilingualOf(json['words']) ?? bilingualOf(json),
  };
}

/** Reads an answer without trusting it: what is not understood is `unchecked` or nothing, never valid. */
export function answerOf(json: unknown, now: Date): Answer | null {
  if (!isObject(json)) return null;
  const verdict = textOf(json, 'verdict').toUpperCase();
  const common: Common = {
    checkedAt: textOf(json, 'checkedAt') || now.toISOString(),
    dataAsOf: textOf(json, 'dataAsOf'),
    isStale: json['source'] === 'stale',
    at: textOf(json, 'at'),
    checks: objectsOf(json['checks']).map((check) => checkOf(check)),
  };
  if (verdict === 'COULD_NOT_CHECK') return { kind: 'unchecked', ...common };
  if (isMiss(verdict)) {
    const other = isObject(json['otherScheme']) ? json['otherScheme'] : {};
    const host = isObject(other['askAt']) ? textOf(other['askAt'], 'host') : '';
    return {
      kind: 'miss',
      verdict,
      hint: bilingualOf(other),
      askHost: /^[a-z0-9.-]+$/.test(host) ? host : '',
      reasons: objectsOf(json['reasons']).map((each) => ({ code: textOf(each, 'code'), words: bilingualOf(each) })),
      issuer: issuerOf(json['issuingSite']),
      ...common,
    };
  }
  const rows = objectsOf(json['certificates']);
  if (!isState(verdict) || rows.length === 0) return null;
  const certificates = rows.map((row) => certificateOf(row, stateOf(row, verdict, rows.length === 1)));
  return { kind: 'found', certificates, ...common };
}
