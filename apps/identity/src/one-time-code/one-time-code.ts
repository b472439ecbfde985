import { createHash, randomInt } from 'node:crypto';

/** Crockford's base 32: nothing in it is mistaken for something else when read aloud or typed from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 7;
const GROUP_LENGTH = 4;
const FORM = new RegExp(`^[${ALPHABET}]{${GROUPS * GROUP_LENGTH}}$`);

/** A random code of 140 bits, in groups that can be read: `3F7K-…`. Long enough to be kept as a plain digest. */
export function newOneTimeCode(): string {
  const group = (): string => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** Digest of what a person typed: case, hyphens, blanks and look-alikes do not matter. Undefined for what is no code. */
export function oneTimeCodeDigest(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return FORM.test(code) ? createHash('sha256').update(code).digest('base64url') : undefined;
}
