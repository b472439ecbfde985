import { DomainError } from '@app/kernel';

const UUID_FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UUID_BYTES = 16;
const [DASH, ZERO, NINE, LETTER_TEN] = [0x2d, 0x30, 0x39, 0x61];
const NUMBER_CHARS = 22;
const NUMBER_BYTES = 10;
/** One letter, fourteen digits, the level's digit or letter, six digits of serial. */
const NUMBER_FORM = /^([A-Z])(\d{14})([0-9A-Z])(\d{6})$/;
const LETTERS = 26;
const LETTER_A = 65;
const SIGNS = 36;
const SITE_SPAN = 10 ** 14;
const SERIAL_SPAN = 10 ** 6;
/** Bits of level sign and serial; the 52 bits before them hold letter and digits. */
const TAIL_SPAN = 2 ** 28;
const UINT32_SPAN = 2 ** 32;

const faulty = (field: string): DomainError => new DomainError('credential/malformed', { field });

const digits = (value: number, width: number): string => String(value).padStart(width, '0');
const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Big-endian; a DataView for ten bytes costs more than all else about them. */
function putUint32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 24;
  bytes[at + 1] = value >>> 16;
  bytes[at + 2] = value >>> 8;
  bytes[at + 3] = value;
}

/**
 * A certificate number in 10 bytes, or as it is when it does not have the usual form (the form of 特级技师 numbers is
 * not settled).
 * @throws DomainError `credential/malformed`
 */
export function packNumber(number: string): Uint8Array | string {
  const [, letter, site, sign, serial] = NUMBER_FORM.exec(number) ?? [];
  if (letter === undefined || site === undefined || sign === undefined || serial === undefined) {
    if (!/^[0-9A-Z]{22}$/.test(number)) throw faulty('certificateNumber');
    return number;
  }
  const head = (letter.charCodeAt(0) - LETTER_A) * SITE_SPAN + Number(site);
  const tail = Number.parseInt(sign, SIGNS) * SERIAL_SPAN + Number(serial);
  const packed = new Uint8Array(NUMBER_BYTES);
  const high = Math.floor(head / 16 / UINT32_SPAN);
  packed[0] = high >>> 8;
  packed[1] = high;
  putUint32(packed, 2, Math.floor(head / 16) % UINT32_SPAN);
  putUint32(packed, 6, (head % 16) * TAIL_SPAN + tail);
  return packed;
}

/** @throws DomainError `credential/malformed` */
export function unpackNumber(value: unknown): string {
  if (typeof value === 'string' && value.length === NUMBER_CHARS) return value;
  if (!(value instanceof Uint8Array) || value.length !== NUMBER_BYTES) throw faulty('certificateNumber');
  const packed = new DataView(value.buffer, value.byteOffset, NUMBER_BYTES);
  const last = packed.getUint32(6);
  const head = (packed.getUint16(0) * UINT32_SPAN + packed.getUint32(2)) * 16 + Math.floor(last / TAIL_SPAN);
  const tail = last % TAIL_SPAN;
  if (head >= LETTERS * SITE_SPAN || tail >= SIGNS * SERIAL_SPAN) throw faulty('certificateNumber');
  const letter = String.fromCharCode(LETTER_A + Math.floor(head / SITE_SPAN));
  const sign = Math.floor(tail / SERIAL_SPAN)
    .toString(SIGNS)
    .toUpperCase();
  return `${letter}${digits(head % SITE_SPAN, 14)}${sign}${digits(tail % SERIAL_SPAN, 6)}`;
}

/** @throws DomainError `credential/malformed` */
export function packUuid(uuid: string): Uint8Array {
  if (!UUID_FORM.test(uuid)) throw faulty('certificateId');
  const packed = new Uint8Array(UUID_BYTES);
  let digit = 0;
  for (let at = 0; at < uuid.length; at += 1) {
    const code = uuid.charCodeAt(at);
    if (code === DASH) continue;
    const value = code <= NINE ? code - ZERO : code - LETTER_TEN + 10;
    packed[digit >> 1] = ((packed[digit >> 1] ?? 0) << 4) | value;
    digit += 1;
  }
  return packed;
}

/** @throws DomainError `credential/malformed` */
export function unpackUuid(value: unknown): string {
  if (!(value instanceof Uint8Array) || value.length !== UUID_BYTES) throw faulty('certificateId');
  return hexOf(value).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function utf16Of(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at));
  return bytes;
}

/** Bytes in UTF-8; half a surrogate pair counts for two of the four. */
function utf8Length(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) length += 1;
    else if (unit < 0x800 || (unit >= 0xd800 && unit < 0xe000)) length += 2;
    else length += 3;
  }
  return length;
}

/**
 * A text as CBOR text (UTF-8), or as bytes (UTF-16BE) where those are fewer: a Chinese character takes two bytes instead
 * of three, and the room in the symbol is spent on names.
 */
export function packText(text: string): string | Uint8Array {
  return text.length * 2 < utf8Length(text) ? utf16Of(text) : text;
}

/** @throws DomainError `credential/malformed` */
export function unpackText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!(value instanceof Uint8Array) || value.length % 2 !== 0) throw faulty('text');
  const view = new DataView(value.buffer, value.byteOffset, value.length);
  return Array.from({ length: value.length / 2 }, (_, at) => String.fromCharCode(view.getUint16(at * 2))).join('');
}
