import { DomainError } from '@app/kernel';
import { packNumber, packText, packUuid, unpackNumber, unpackText, unpackUuid } from './paper-packing.js';
import { encodeCbor, type CborValue } from './encode-cbor.js';
import { decodeCbor } from './strict-cbor.js';

/** The text fields that may be cut to fit the symbol. */
export type CutField = 'holderName' | 'specialty';

/** What the printed code of a certificate says. */
export interface PaperClaims {
  /** 证书编号, 22 characters. */
  certificateNumber: string;
  /** UUID, lower case. */
  certificateId: string;
  holderName: string;
  /** The last four characters of the document number. */
  documentTail: string;
  /** 职业编码 `d-dd-dd-dd`. */
  occupationCode: string;
  /** Edition of the 职业分类大典, a year from 1900. */
  occupationEdition: string;
  /** 工种/职业方向; empty when the occupation has none. */
  specialty: string;
  /** Digit or letter of the level in the certificate number. */
  levelDigit: string;
  /** `YYYY-MM-DD`, China. */
  issuedOn: string;
  /** Number of the status list, and the place in it. */
  statusList: number;
  statusIndex: number;
  /** 16 random bytes, the salt of the log leaf's commitment. */
  salt: Uint8Array;
  /** How many earlier papers this one replaces; absent on the first. */
  reissue?: number;
  /** Which texts are only the beginning of what the certificate says. */
  cut?: readonly CutField[];
}

/** Keys of the payload's map. Never give a number a second meaning. */
const KEY = {
  /** uint, `FORMAT_VERSION` */
  version: 1,
  /** 10 bytes, see `packNumber`; another form of number as text */
  certificateNumber: 2,
  /** 16 bytes */
  certificateId: 3,
  /** text (UTF-8), or bytes (UTF-16BE) where that is shorter */
  holderName: 4,
  /** text, 4 characters */
  documentTail: 5,
  /** uint, (edition − 1900) × 10^7 + the seven digits of the code */
  occupation: 6,
  /** as `holderName`; absent when the occupation has none */
  specialty: 7,
  /** uint for a digit, text for a letter */
  level: 8,
  /** uint, days since 1970-01-01 */
  issuedOn: 9,
  /** array of two uints: list, index */
  status: 10,
  /** 16 bytes */
  salt: 11,
  /** uint ≥ 1; absent on the first paper */
  reissue: 12,
  /** uint, bits: 1 holder's name, 2 specialty; absent when nothing is cut */
  cut: 13,
} as const;

const FORMAT_VERSION = 1;
const CUT_BITS: Record<CutField, number> = { holderName: 1, specialty: 2 };
const DAY_MS = 86_400_000;
const CODE_SPAN = 10_000_000;
const FIRST_EDITION = 1900;
const SALT_BYTES = 16;
const MAX_BYTES = 512;

/** Control characters, and those that reorder what is read: a code must not show another name than it holds. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

const faulty = (field: string): DomainError => new DomainError('credential/malformed', { field });
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

function checked(field: string, sound: boolean): void {
  if (!sound) throw faulty(field);
}

function packOccupation(code: string, edition: string): number {
  checked('occupationCode', /^\d-\d{2}-\d{2}-\d{2}$/.test(code));
  checked('occupationEdition', /^(19|20|21)\d{2}$/.test(edition));
  return (Number(edition) - FIRST_EDITION) * CODE_SPAN + Number(code.replaceAll('-', ''));
}

function unpackOccupation(value: unknown): { occupationCode: string; occupationEdition: string } {
  if (!isCount(value)) throw faulty('occupation');
  const digits = String(value % CODE_SPAN).padStart(7, '0');
  return {
    occupationCode: digits.replace(/^(\d)(\d{2})(\d{2})(\d{2})$/, '$1-$2-$3-$4'),
    occupationEdition: String(FIRST_EDITION + Math.floor(value / CODE_SPAN)),
  };
}

function packDay(date: string): number {
  const days = Date.parse(`${date}T00:00:00Z`) / DAY_MS;
  checked('issuedOn', isCount(days) && unpackDay(days) === date);
  return days;
}

function unpackDay(days: unknown): string {
  if (!isCount(days) || days > 100_000) throw faulty('issuedOn');
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}

const isName = (text: string): boolean => text !== '' && !UNPRINTABLE.test(text);

function assertSound(claims: PaperClaims): void {
  const { specialty, statusList, statusIndex, reissue = 1 } = claims;
  checked('holderName', isName(claims.holderName));
  checked('specialty', specialty === '' || isName(specialty));
  checked('documentTail', /^[0-9A-Z]{4}$/.test(claims.documentTail));
  checked('levelDigit', /^[0-9A-Z]$/.test(claims.levelDigit));
  checked('salt', claims.salt.length === SALT_BYTES);
  checked('status', isCount(statusList) && isCount(statusIndex));
  checked('reissue', isCount(reissue) && reissue >= 1);
}

/**
 * The payload as deterministic CBOR, at whatever length the texts need; `fitPaperClaims` makes it fit the symbol.
 * @throws DomainError `credential/malformed` with the `field` at fault
 */
export function encodePaperClaims(claims: PaperClaims): Uint8Array<ArrayBuffer> {
  assertSound(claims);
  const { levelDigit, specialty, reissue, cut = [] } = claims;
  const cutBits = cut.reduce((bits, field) => bits | CUT_BITS[field], 0);
  const members = new Map<number, CborValue>()
    .set(KEY.version, FORMAT_VERSION)
    .set(KEY.certificateNumber, packNumber(claims.certificateNumber))
    .set(KEY.certificateId, packUuid(claims.certificateId))
    .set(KEY.holderName, packText(claims.holderName))
    .set(KEY.documentTail, claims.documentTail)
    .set(KEY.occupation, packOccupation(claims.occupationCode, claims.occupationEdition));
  if (specialty !== '') members.set(KEY.specialty, packText(specialty));
  members
    .set(KEY.level, /\d/.test(levelDigit) ? Number(levelDigit) : levelDigit)
    .set(KEY.issuedOn, packDay(claims.issuedOn))
    .set(KEY.status, [claims.statusList, claims.statusIndex])
    .set(KEY.salt, claims.salt);
  if (reissue !== undefined) members.set(KEY.reissue, reissue);
  if (cutBits !== 0) members.set(KEY.cut, cutBits);
  return encodeCbor(members);
}

function unpackCut(value: unknown): { cut?: readonly CutField[] } {
  if (value === undefined) return {};
  if (!isCount(value)) throw faulty('cut');
  return { cut: (['holderName', 'specialty'] as const).filter((field) => (value & CUT_BITS[field]) !== 0) };
}

function unpackReissue(value: unknown): { reissue?: number } {
  if (value === undefined) return {};
  if (!isCount(value)) throw faulty('reissue');
  return { reissue: value };
}

/**
 * Reads a payload: exactly what `encodePaperClaims` makes, nothing else.
 * @throws DomainError `credential/malformed`, `credential/version` (a newer format)
 */
export function decodePaperPayload(payload: Uint8Array): PaperClaims {
  const map = decodeCbor(payload, { maxBytes: MAX_BYTES, maxDepth: 2 });
  if (!(map instanceof Map)) throw faulty('payload');
  if (map.get(KEY.version) !== FORMAT_VERSION) throw new DomainError('credential/version');
  const status: unknown = map.get(KEY.status);
  const [statusList, statusIndex] = Array.isArray(status) ? (status as unknown[]) : [];
  const [salt, level, documentTail]: unknown[] = [KEY.salt, KEY.level, KEY.documentTail].map((key) => map.get(key));
  if (!(salt instanceof Uint8Array) || !isCount(statusList) || !isCount(statusIndex)) throw faulty('status');
  if (typeof documentTail !== 'string' || (!isCount(level) && typeof level !== 'string')) throw faulty('level');
  const claims: PaperClaims = {
    certificateNumber: unpackNumber(map.get(KEY.certificateNumber)),
    certificateId: unpackUuid(map.get(KEY.certificateId)),
    holderName: unpackText(map.get(KEY.holderName)),
    documentTail,
    ...unpackOccupation(map.get(KEY.occupation)),
    specialty: map.has(KEY.specialty) ? unpackText(map.get(KEY.specialty)) : '',
    levelDigit: String(level),
    issuedOn: unpackDay(map.get(KEY.issuedOn)),
    statusList,
    statusIndex,
    salt: new Uint8Array(salt),
    ...unpackReissue(map.get(KEY.reissue)),
    ...unpackCut(map.get(KEY.cut)),
  };
  const again = encodePaperClaims(claims);
  const same = again.length === payload.length && again.every((byte, at) => byte === payload[at]);
  if (!same) throw faulty('payload');
  return claims;
}
