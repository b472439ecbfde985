import { createHash, timingSafeEqual } from 'node:crypto';

/** Machine secrets are long and random, so a plain digest keeps them; see `MACHINE_SECRET_LENGTH_MIN`. */
export function secretDigest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

export function isSecret(digest: string, secret: string): boolean {
  const expected = Buffer.from(digest);
  const actual = Buffer.from(secretDigest(secret));
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
