/** RFC 8949 §3: major types. */
const UNSIGNED = 0x00;
const NEGATIVE = 0x20;
const BYTES = 0x40;
const TEXT = 0x60;
const ARRAY = 0x80;
const MAP = 0xa0;

const UINT32_SPAN = 2 ** 32;
const utf8 = new TextEncoder();

/** What a message of ours is made of. Integers stay within 2^53. */
export type CborValue = number | string | Uint8Array | readonly CborValue[] | ReadonlyMap<number, CborValue>;

// One buffer for every message: encoding is synchronous, and tens of thousands are made a second.
let buffer = new Uint8Array(1024);
let view = new DataView(buffer.buffer);
let end = 0;

function reserve(bytes: number): void {
  if (end + bytes <= buffer.length) return;
  const larger = new Uint8Array(Math.max(buffer.length * 2, end + bytes));
  larger.set(buffer.subarray(0, end));
  buffer = larger;
  view = new DataView(larger.buffer);
}

/** The shortest head of a major type and its argument. */
function writeHead(major: number, argument: number): void {
  reserve(9);
  if (argument < 24) {
    buffer[end] = major | argument;
    end += 1;
  } else if (argument <= 0xff) {
    buffer[end] = major | 24;
    buffer[end + 1] = argument;
    end += 2;
  } else if (argument <= 0xffff) {
    buffer[end] = major | 25;
    view.setUint16(end + 1, argument);
    end += 3;
  } else if (argument < UINT32_SPAN) {
    buffer[end] = major | 26;
    view.setUint32(end + 1, argument);
    end += 5;
  } else {
    buffer[end] = major | 27;
    view.setUint32(end + 1, Math.floor(argument / UINT32_SPAN));
    view.setUint32(end + 5, argument % UINT32_SPAN);
    end += 9;
  }
}

function writeBytes(major: number, bytes: Uint8Array): void {
  writeHead(major, bytes.length);
  reserve(bytes.length);
  buffer.set(bytes, end);
  end += bytes.length;
}

/** Short ASCII, which most of our texts are, is copied faster than an encoder is called. */
function writeText(text: string): void {
  const plain = text.length < 24 && !/[^\x20-\x7e]/.test(text);
  if (!plain) return writeBytes(TEXT, utf8.encode(text));
  writeHead(TEXT, text.length);
  reserve(text.length);
  for (let at = 0; at < text.length; at += 1) buffer[end + at] = text.charCodeAt(at);
  end += text.length;
}

function writeInteger(value: number): void {
  if (!Number.isSafeInteger(value)) throw new TypeError('only safe integers are encoded');
  if (value >= 0) writeHead(UNSIGNED, value);
  else writeHead(NEGATIVE, -1 - value);
}

/** Integer keys in the order of their encodings: 0, 1, 2 … and then −1, −2 …: RFC 8949 §4.2.1. */
function inOrder(a: number, b: number): number {
  return a >= 0 === b >= 0 ? Math.abs(a) - Math.abs(b) : b - a;
}

/** Most maps are made in order; to sort one costs more than to write it. */
function isInOrder(map: ReadonlyMap<number, CborValue>): boolean {
  let before: number | undefined;
  for (const key of map.keys()) {
    if (before !== undefined && inOrder(before, key) > 0) return false;
    before = key;
  }
  return true;
}

function writeMap(map: ReadonlyMap<number, CborValue>): void {
  writeHead(MAP, map.size);
  for (const [key, value] of isInOrder(map) ? map : [...map].sort(([a], [b]) => inOrder(a, b))) {
    writeInteger(key);
    write(value);
  }
}

function write(value: CborValue): void {
  if (typeof value === 'number') writeInteger(value);
  else if (typeof value === 'string') writeText(value);
  else if (value instanceof Uint8Array) writeBytes(BYTES, value);
  else if (value instanceof Map) writeMap(value as ReadonlyMap<number, CborValue>);
  else if (Array.isArray(value)) {
    writeHead(ARRAY, value.length);
    for (const item of value as readonly CborValue[]) write(item);
  } else throw new TypeError('no CBOR form for such a value');
}

/**
 * RFC 8949 §4.2.1, core deterministic encoding.
 * @throws TypeError for what is not a `CborValue`
 */
export function encodeCbor(value: CborValue): Uint8Array<ArrayBuffer> {
  end = 0;
  write(value);
  return buffer.slice(0, end);
}
