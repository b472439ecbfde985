/**
 * SHA-256 (FIPS 180-4), synchronous and without a library, for puzzles only: a browser's own is asynchronous and
 * a hundred times slower at short messages. Signatures and commitments use the platform's.
 */
const BLOCK_BYTES = 64;
const LENGTH_BYTES = 8;

/** The first 32 bits of the fraction of a root of the first primes. */
function rootsOfPrimes(count: number, root: (prime: number) => number): Int32Array {
  const words = new Int32Array(count);
  for (let candidate = 2, found = 0; found < count; candidate += 1) {
    let isPrime = true;
    for (let factor = 2; factor * factor <= candidate; factor += 1) if (candidate % factor === 0) isPrime = false;
    if (isPrime) words[found++] = ((root(candidate) % 1) * 2 ** 32) | 0;
  }
  return words;
}

const START = rootsOfPrimes(8, Math.sqrt);
const ROUND = rootsOfPrimes(64, Math.cbrt);
const schedule = new Int32Array(64);

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function addBlock(state: Int32Array, bytes: Uint8Array, offset: number): void {
  const w = schedule;
  const block = new DataView(bytes.buffer, bytes.byteOffset + offset, BLOCK_BYTES);
  for (let i = 0; i < 16; i += 1) w[i] = block.getInt32(i * 4);
  for (let i = 16; i < 64; i += 1) {
    const near = w[i - 15] as number;
    const far = w[i - 2] as number;
    const low = turned(near, 7) ^ turned(near, 18) ^ (near >>> 3);
    const high = turned(far, 17) ^ turned(far, 19) ^ (far >>> 10);
    w[i] = ((w[i - 16] as number) + low + (w[i - 7] as number) + high) | 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i += 1) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + (ROUND[i] as number) + (w[i] as number);
    const second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  const sums = [a, b, c, d, e, f, g, h];
  for (let i = 0; i < 8; i += 1) state[i] = (state[i] as number) + (sums[i] as number);
}

/** A message whose beginning is already digested; `digest` gives the eight words for one ending. */
export interface BegunDigest {
  digest(ending: Uint8Array): Int32Array;
}

export function beginSha256(beginning: Uint8Array): BegunDigest {
  const whole = beginning.length - (beginning.length % BLOCK_BYTES);
  const begun = Int32Array.from(START);
  for (let at = 0; at < whole; at += BLOCK_BYTES) addBlock(begun, beginning, at);
  const rest = beginning.subarray(whole);
  return {
    digest: (ending) => {
      const used = rest.length + ending.length;
      const tail = new Uint8Array(Math.ceil((used + 1 + LENGTH_BYTES) / BLOCK_BYTES) * BLOCK_BYTES);
      tail.set(rest);
      tail.set(ending, rest.length);
      tail[used] = 0x80;
      new DataView(tail.buffer).setBigUint64(tail.length - LENGTH_BYTES, BigInt((whole + used) * 8));
      const state = Int32Array.from(begun);
      for (let at = 0; at < tail.length; at += BLOCK_BYTES) addBlock(state, tail, at);
      return state;
    },
  };
}
