import { beginSha256, type BegunDigest } from './sha256.js';

/** Carries the challenge in an answer 429, and `<challenge>.<nonce>` in the request that comes again. */
export const PROOF_HEADER = 'proof-of-work';
/** A phone needs some seconds for it; nobody is asked for more. */
export const PROOF_BITS_MAX = 22;
/** `<expiry, seconds>.<bits>.<salt>.<seal>`; all that a solver has to know of it is the second part. */
const CHALLENGE_FORM = /^\d{1,12}\.(\d{1,2})\.[\w-]{8,64}\.[\w-]{16,64}$/;
const NONCE_FORM = /^\d{1,15}$/;

const encoder = new TextEncoder();

/** Leading zero bits that the challenge asks for; undefined when it is none. */
export function challengeBits(challenge: string): number | undefined {
  const bits = Number(CHALLENGE_FORM.exec(challenge)?.[1]);
  return bits <= PROOF_BITS_MAX ? bits : undefined;
}

function zeroBits(digest: Int32Array): number {
  const [first = 0, second = 0] = digest;
  return first === 0 ? 32 + Math.clz32(second) : Math.clz32(first);
}

const holds = (begun: BegunDigest, nonce: string, bits: number): boolean =>
  zeroBits(begun.digest(encoder.encode(nonce))) >= bits;

/**
 * Tries `tries` nonces from `from` on, so that a page can draw between two slices.
 * @returns the header's value, or null when none of them solves it
 * @throws RangeError when the text is no challenge
 */
export function searchProof(challenge: string, from: number, tries: number): string | null {
  const bits = challengeBits(challenge);
  if (bits === undefined) throw new RangeError('this is no challenge');
  const begun = beginSha256(encoder.encode(`${challenge}.`));
  for (let nonce = from; nonce < from + tries; nonce += 1) {
    if (holds(begun, String(nonce), bits)) return `${challenge}.${nonce}`;
  }
  return null;
}

/** As many times over the expected effort as no challenge needs in practice: the odds are e⁻³². */
const EFFORT_MAX = 32;

/**
 * Solves a challenge at once: 2^bits digests on average, of which a desk computer makes 200,000 in a second.
 * @throws RangeError when the text is no challenge
 */
export function solveProof(challenge: string): string {
  const proof = searchProof(challenge, 0, EFFORT_MAX * 2 ** (challengeBits(challenge) ?? 0));
  if (proof === null) throw new RangeError('the challenge has no solution in reach');
  return proof;
}

/** The challenge of a proof that solves it; undefined for anything else. Whose challenge it is, is not looked at. */
export function provenChallenge(proof: string): string | undefined {
  const at = proof.lastIndexOf('.');
  const [challenge, nonce] = [proof.slice(0, at), proof.slice(at + 1)];
  const bits = challengeBits(challenge);
  if (bits === undefined || !NONCE_FORM.test(nonce)) return undefined;
  return holds(beginSha256(encoder.encode(`${challenge}.`)), nonce, bits) ? challenge : undefined;
}
