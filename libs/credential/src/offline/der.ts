import { DomainError } from '@app/kernel';

/** One element of DER; `whole` begins with its tag. */
export interface DerElement {
  tag: number;
  content: Uint8Array;
  whole: Uint8Array;
}

export const DER = { integer: 0x02, bits: 0x03, octets: 0x04, oid: 0x06, sequence: 0x30, set: 0x31 } as const;

const refused = (): DomainError => new DomainError('offline/der');

/**
 * The elements that stand one after another in the bytes. It never goes into them by itself, so nothing can be too deep.
 * @throws DomainError `offline/der`
 */
export function derElements(bytes: Uint8Array, max: number): DerElement[] {
  const elements: DerElement[] = [];
  for (let at = 0; at < bytes.length;) {
    const [tag = 0, first] = [bytes[at], bytes[at + 1]];
    if (first === undefined || elements.length >= max) throw refused();
    let [length, start] = [first, at + 2];
    if (first >= 0x80) {
      const count = first & 0x7f;
      if (count === 0 || count > 3) throw refused();
      length = 0;
      for (const byte of bytes.subarray(start, start + count)) length = length * 256 + byte;
      start += count;
    }
    const end = start + length;
    if (end > bytes.length) throw refused();
    elements.push({ tag, content: bytes.subarray(start, end), whole: bytes.subarray(at, end) });
    at = end;
  }
  return elements;
}

/** The children of an element of this tag. @throws DomainError `offline/der` */
export function derChildren(element: DerElement | undefined, tag: number, max = 32): DerElement[] {
  if (element?.tag !== tag) throw refused();
  return derElements(element.content, max);
}

/** `1.2.840…` as the content of an OBJECT IDENTIFIER. */
export function oidBytes(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const part of rest) {
    const groups = [part & 0x7f];
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128))
      groups.unshift((left & 0x7f) | 0x80);
    bytes.push(...groups);
  }
  return Uint8Array.from(bytes);
}
