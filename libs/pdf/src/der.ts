/** Tags of ASN.1 that a signature is made of. */
export const TAG = {
  integer: 0x02,
  octets: 0x04,
  oid: 0x06,
  utf8: 0x0c,
  printable: 0x13,
  sequence: 0x30,
  set: 0x31,
} as const;
/** `[n]` around or instead of what it holds. */
export const context = (number: number): number => 0xa0 + number;

/** One element, DER. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const header = length < 0x80 ? [tag, length] : [tag, ...longLength(length)];
  return Buffer.concat([Buffer.from(header), ...parts]);
}

function longLength(length: number): number[] {
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest >>>= 8) bytes.unshift(rest & 0xff);
  return [0x80 + bytes.length, ...bytes];
}

/** From `1.2.840.113549`. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const arc of rest) {
    const groups = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
      groups.unshift(0x80 + (left & 0x7f));
    }
    bytes.push(...groups);
  }
  return der(TAG.oid, Buffer.from(bytes));
}

export interface DerElement {
  tag: number;
  /** With its header. */
  whole: Buffer;
  content: Buffer;
}

function elementAt(bytes: Buffer, at: number): DerElement {
  const first = bytes.readUInt8(at + 1);
  const isLong = first >= 0x80;
  const lengthBytes = isLong ? first - 0x80 : 0;
  if (isLong && (lengthBytes === 0 || lengthBytes > 4)) throw new Error('not DER');
  const length = isLong ? bytes.readUIntBE(at + 2, lengthBytes) : first;
  const start = at + 2 + lengthBytes;
  if (start + length > bytes.length) throw new Error('DER ends too early');
  return {
    tag: bytes.readUInt8(at),
    whole: bytes.subarray(at, start + length),
    content: bytes.subarray(start, start + length),
  };
}

/** The elements one after another. @throws Error when the bytes are not DER */
export function elements(bytes: Buffer): DerElement[] {
  const found: DerElement[] = [];
  for (let at = 0; at < bytes.length;) {
    const element = elementAt(bytes, at);
    found.push(element);
    at += element.whole.length;
  }
  return found;
}
