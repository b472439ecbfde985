import type { LogEntry } from '../log-entry.js';

type Check = (value: unknown) => boolean;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

const isText: Check = (value) => typeof value === 'string';
const isName: Check = (value) => typeof value === 'string' && value !== '';
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isOrdinal: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 1;
const isInstant: Check = (value) =>
  typeof value === 'string' && INSTANT.test(value) && Number.isFinite(Date.parse(value));
/** A day that is in the calendar: whoever counts days refuses another. */
const isDay: Check = (value) => {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(value);
};
const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const tuple =
  (...checks: readonly Check[]): Check =>
  (value) =>
    Array.isArray(value) && value.length === checks.length && checks.every((check, at) => check(value[at]));

const isSubject = tuple(isName, isName, isText, isName);
const isSeries: Check = (value) => {
  const { year, firstSerial } = (value ?? {}) as Record<string, unknown>;
  return typeof year === 'string' && /^\d{2}$/.test(year) && isOrdinal(firstSerial);
};
const PUBLICITY = { publicityFrom: isDay, publicityUntil: isDay };
const PART = { part: isOrdinal, parts: isOrdinal };

const SHAPES: { readonly [T in LogEntry['type']]: Readonly<Record<string, Check>> } = {
  'scope-granted': {
    filing: isName,
    organisation: isName,
    agency: isName,
    site: isName,
    from: isDay,
    until: isDay,
    subjects: listOf(isSubject),
    at: isInstant,
  },
  'plan-approved': { plan: isName, filing: isName, site: isName, subject: isSubject, examOn: isDay, at: isInstant },
  'plan-seated': { plan: isName, examOn: isDay, ...PART, seats: listOf(tuple(isName, isText, isCount)), at: isInstant },
  'roll-reported': {
    roll: isName,
    plan: isName,
    examOn: isDay,
    ...PUBLICITY,
    ...PART,
    candidates: listOf(isName),
    at: isInstant,
  },
  'award-approved': {
    award: isName,
    basis: isName,
    filing: isName,
    site: isName,
    subject: isSubject,
    publicityFrom: isText,
    publicityUntil: isText,
    candidates: listOf(isName),
    at: isInstant,
  },
  'certificate-block': {
    basis: isName,
    filing: isName,
    plan: optional(isName),
    roll: optional(isName),
    award: optional(isName),
    site: isName,
    subject: isSubject,
    issuedOn: isDay,
    series: optional(isSeries),
    count: isOrdinal,
    kid: isName,
    at: isInstant,
  },
  certificate: { id: isName, candidate: isName, paper: isName, facts: isName, replaces: optional(isName) },
  'certificate-status': {
    id: isName,
    status: oneOf('revoked', 'cancelled', 'replaced'),
    reason: isText,
    on: isDay,
    replacedBy: optional(isName),
    at: isInstant,
  },
  'number-voided': { site: isName, year: isName, level: isName, serial: isOrdinal, reason: isText, at: isInstant },
  'signing-key': {
    organisation: isName,
    kid: isName,
    state: oneOf('next', 'active', 'retired', 'compromised'),
    x: isName,
    y: isName,
    compromisedFrom: optional(isCount),
    at: isInstant,
  },
  'status-epoch': { list: isCount, epoch: isCount, sha256: isText, at: isInstant },
};

const CHECKS = new Map(Object.entries(SHAPES).map(([type, shape]) => [type, Object.entries(shape)]));
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The entry of a leaf that is exactly what the registry writes. JSON in another dress is refused: two readers would
 * take a repeated member in two ways.
 * @returns undefined when it is not
 */
export function readEntry(bytes: Uint8Array): LogEntry | undefined {
  let value: unknown;
  try {
    const text = decoder.decode(bytes);
    value = JSON.parse(text);
    if (JSON.stringify(value) !== text) return undefined;
  } catch {
    return undefined;
  }
  const members = value as Record<string, unknown> | null;
  const checks = CHECKS.get(String(members?.['type']));
  if (members === null || checks === undefined) return undefined;
  for (const [name, check] of checks) if (!check(members[name])) return undefined;
  return value as LogEntry;
}
