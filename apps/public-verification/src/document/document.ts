import { found, type Check, type CheckName, type DocumentReport, type ReadFacts, type Verdict } from '@app/credential';
import { DomainError } from '@app/kernel';

/** What the register has of the certificate that a document speaks of. */
export interface Registered {
  certificateId: string;
  certificateNumber: string;
  /** Lower-case hex. */
  tokenSha256: string;
  nameIndex: string;
  documentMasked: string;
  occupationCode: string;
  occupationName: string;
  specialty: string;
  levelDigit: string;
  agencyName: string;
  /** YYYY-MM-DD */
  issuedOn: string;
}

/** What a document may say otherwise than the register. */
export const COMPARED = {
  certificateNumber: { zh: '证书编号', en: 'certificate number' },
  holderName: { zh: '姓名', en: 'name' },
  documentTail: { zh: '证件号码', en: 'document number' },
  agencyName: { zh: '评价机构', en: 'issuing body' },
  occupationCode: { zh: '职业', en: 'occupation' },
  specialty: { zh: '工种', en: 'specialty' },
  levelDigit: { zh: '等级', en: 'level' },
  issuedOn: { zh: '发证日期', en: 'date of issue' },
} as const;
export type Compared = keyof typeof COMPARED;

/** Masked numbers keep their end, so the last characters that are shown can be compared. */
function sameTail(tail: string, masked: string): boolean {
  const shown = /[0-9A-Z]*$/.exec(masked)?.[0] ?? '';
  const length = Math.min(shown.length, tail.length);
  return length === 0 || shown.slice(-length) === tail.slice(-length);
}

/**
 * Where the document and the register disagree. What the document does not say agrees.
 * @param indexOf the blind index of a name, as the register keeps it
 */
export function differencesOf(read: ReadFacts, row: Registered, indexOf: (name: string) => string): Compared[] {
  const { holderName, documentTail, cut = [] } = read;
  const plain = ['certificateNumber', 'agencyName', 'occupationCode', 'levelDigit', 'issuedOn'] as const;
  const differing: Compared[] = plain.filter((name) => read[name] !== undefined && read[name] !== row[name]);
  const isSpecialty = read.specialty === undefined || read.specialty === row.specialty;
  const isBeginning = cut.includes('specialty') && row.specialty.startsWith(read.specialty ?? '');
  if (!isSpecialty && !isBeginning) differing.push('specialty');
  const isName = holderName === undefined || cut.includes('holderName') || indexOf(holderName) === row.nameIndex;
  if (!isName) differing.push('holderName');
  if (documentTail !== undefined && !sameTail(documentTail, row.documentMasked)) differing.push('documentTail');
  return differing;
}

/** What the register answers itself: here its word counts, and not that of a list of an hour ago. */
const ANSWERED: ReadonlySet<CheckName> = new Set<CheckName>(['status', 'log']);
/** Of a file that was not made by us, the code may be genuine and everything around it not. */
const SHOWN_ON_PAGE: CheckName = 'document';

export interface Judged {
  verdict: Verdict;
  checks: Check[];
}

/**
 * The verdict over a document and the register's own entry. What was altered is a mismatch before it is anything else; a
 * signature that could not be checked, or is by a key that was compromised since, does not matter where the register has
 * the same certificate, for a thief of a key cannot put it there.
 * @param entry null where the register does not have it, `not-asked` where nothing but the signature could name it and
 *   that does not prove it: a genuine one would else be told "not found"
 */
export function judge(
  report: Pick<DocumentReport, 'checks'>,
  entry: { verdict: Verdict; differences: readonly Compared[] } | null | 'not-asked',
): Judged {
  const entryFinding = findingOf(entry);
  const checks = [...report.checks.filter(({ check }) => !ANSWERED.has(check)), found(`register/${entryFinding}`)];
  const isAltered = checks.some(
    ({ outcome, code }) => outcome === 'failed' && code !== 'key/compromised' && code !== 'register/missing',
  );
  if (isAltered) return { verdict: 'MISMATCH', checks };
  if (entry === null) return { verdict: 'NOT_FOUND', checks };
  if (entry === 'not-asked') return { verdict: 'COULD_NOT_CHECK', checks };
  const isPageOpen = checks.some(({ check, outcome }) => check === SHOWN_ON_PAGE && outcome !== 'passed');
  return { verdict: isPageOpen && entry.verdict === 'VALID' ? 'COULD_NOT_CHECK' : entry.verdict, checks };
}

function findingOf(entry: Parameters<typeof judge>[1]): 'missing' | 'not-asked' | 'differs' | 'same' {
  if (entry === null) return 'missing';
  if (entry === 'not-asked') return entry;
  return entry.differences.length > 0 ? 'differs' : 'same';
}

const REFUSALS: Readonly<Record<string, string>> = {
  'offline/too-large': 'document/too-large',
  'offline/too-complex': 'document/too-large',
  'offline/picture': 'document/picture',
  'offline/no-code': 'document/no-code',
  'offline/several-codes': 'document/several-certificates',
};

/** A fault of the document as the service tells it; anything else is a fault of ours and passes. */
export function refusalOf(error: unknown): unknown {
  const code = error instanceof DomainError ? error.code : '';
  return /^(offline|credential)\//.test(code) ? new DomainError(REFUSALS[code] ?? 'document/unreadable') : error;
}
