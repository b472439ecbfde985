import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { challengeBits, PROOF_BITS_MAX, provenChallenge, searchProof, solveProof } from './proof-of-work.js';
import { beginSha256 } from './sha256.js';

const challengeOf = (bits: number): string => `1796000000.${bits}.Zm9vYmFyMQ.c2VhbC1vZi0xNi1ieXRlcw`;
const hex = (words: Int32Array): string =>
  [...words].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');

describe('SHA-256', () => {
  it('gives the digests of FIPS 180-4’s examples', () => {
    const digest = (text: string): string => hex(beginSha256(new Uint8Array()).digest(Buffer.from(text)));
    expect(digest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(digest('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(digest('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    );
  });

  it.each(Array.from({ length: 20 }, (_, at) => at * 13))(
    'is the same as OpenSSL’s, cut after %i bytes of 260',
    (cut) => {
      const message = Buffer.from(Array.from({ length: 260 }, (_, at) => (at * 31) % 256));
      const ours = beginSha256(message.subarray(0, cut)).digest(message.subarray(cut));
      expect(hex(ours)).toBe(createHash('sha256').update(message).digest('hex'));
    },
  );
});

describe('proof of work', () => {
  it('a solution begins with as many zero bits as were asked for', () => {
    const proof = solveProof(challengeOf(10));
    const digest = createHash('sha256').update(proof).digest();
    expect(digest.readUInt16BE(0) >>> 6).toBe(0);
    expect(provenChallenge(proof)).toBe(challengeOf(10));
  });

  it('found in slices it is the same solution', () => {
    let proof: string | null = null;
    for (let from = 0; proof === null; from += 100) proof = searchProof(challengeOf(9), from, 100);
    expect(proof).toBe(solveProof(challengeOf(9)));
  });

  it.each(['', 'x', `${challengeOf(8)}.`, `${challengeOf(8)}.-1`, `${challengeOf(8)}.1e3`, `${challengeOf(60)}.1`])(
    '%j proves nothing',
    (proof) => {
      expect(provenChallenge(proof)).toBeUndefined();
    },
  );

  it('the solution of another challenge proves nothing', () => {
    const nonce = solveProof(challengeOf(12)).split('.').at(-1) ?? '';
    expect(provenChallenge(`${challengeOf(12).replace('Zm9v', 'Zm9w')}.${nonce}`)).toBeUndefined();
  });

  it('asks nobody for more than the limit', () => {
    expect(challengeBits(challengeOf(PROOF_BITS_MAX))).toBe(PROOF_BITS_MAX);
    expect(challengeBits(challengeOf(PROOF_BITS_MAX + 1))).toBeUndefined();
    expect(() => solveProof(challengeOf(PROOF_BITS_MAX + 1))).toThrow(RangeError);
    expect(() => solveProof('nonsense')).toThrow(RangeError);
  });
});
