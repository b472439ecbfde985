import { DomainError } from '@app/kernel';

const UUID_FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UUID_BYTES = 16;
const NUMBER_CHARS = 22;
const NUMBER_BYTES = 10;
/** One letter, fourteen digits, the level's digit or letter, six digits of serial. */
const NUMBER_FORM = /^([A-Z])(\d{14})([0-9A-Z])(\d{6})$/;
const LETTERS = 26n;
const SIGNS = 36n;
const SITE_SPAN = 10n ** 14n;
const SERIAL_SPAN = 10n ** 6n;
const LETTER_A = 65;

const faulty = (field: string): DomainError => new DomainError('credential/malformed', { field });

function bytesOf(value: bigint, length: number): Uint8Array {
  const hex = value.toString(16).padStart(length * 2, '0');
  return Uint8Array.from({ length }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16));
}

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

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
  const head = BigInt(letter.charCodeAt(0) - LETTER_A) * SITE_SPAN + BigInt(site);
  const packed = (head * SIGNS + BigInt(Number.parseInt(sign, 36))) * SERIAL_SPAN + BigInt(serial);
  return bytesOf(packed, NUMBER_BYTES);
}

/** @throws DomainError `credential/malformed` */
export function unpackNumber(value: unknown): string {
  if (typeof value === 'string' && value.length === NUMBER_CHARS) return value;
  if (!(value instanceof Uint8Array) || value.length !== NUMBER_BYTES) throw faulty('certificateNumber');
  const packed = BigInt(`0x${hexOf(value)}`);
  const head = packed / SERIAL_SPAN / SIGNS;
  if (head >= LETTERS * SITE_SPAN) throw faulty('certificateNumber');
  const letter = String.fromCharCode(LETTER_A + Number(head / SITE_SPAN));
  const sign = Number((packed / SERIAL_SPAN) % SIGNS)
    .toString(36)
    .toUpperCase();
  const [site, serial] = [(head % SITE_SPAN).toString(), (packed % SERIAL_SPAN).toString()];
  return `${letter}${site.padStart(14, '0')}${sign}${serial.padStart(6, '0')}`;
}

/** @throws DomainError `credential/malformed` */
export function packUuid(uuid: string): Uint8Array {
  if (!UUID_FORM.test(uuid)) throw faulty('certificateId');
  return bytesOf(BigInt(`0x${uuid.replaceAll('-', '')}`), UUID_BYTES);
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

/**
 * A text as CBOR text (UTF-8), or as bytes (UTF-16BE) where those are fewer: a Chinese character takes two bytes instead
 * of three, and the room in the symbol is spent on names.
 */
export function packText(text: string): string | Uint8Array {
  const utf16 = utf16Of(text);
  return utf16.length < new TextEncoder().encode(text).length ? utf16 : text;
}

/** @throws DomainError `credential/malformed` */
export function unpackText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!(value instanceof Uint8Array) || value.length % 2 !== 0) throw faulty('text');
  const view = new DataView(value.buffer, value.byteOffset, value.length);
  return Array.from({ length: value.length / 2 }, (_, at) => String.fromCharCode(view.getUint16(at * 2))).join('');
}
