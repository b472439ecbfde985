/** Random numbers that a recorded seed makes again. */
export interface SeededGenerator {
  /** A whole number from 0 to `limit - 1`, each as likely. */
  below(limit: number): number;
  /** A new list in random order (Fisher–Yates). */
  shuffled<T>(list: readonly T[]): T[];
}

const UINT32 = 0x1_0000_0000;
const WARM_UP_ROUNDS = 15;

/** cyrb128: four 32-bit words from a text (bryc, public domain). It spreads a seed; it is no digest. */
function cyrb128(text: string): [number, number, number, number] {
  let [a, b, c, d] = [1_779_033_703, 3_144_134_277, 1_013_904_242, 2_773_480_762];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = b ^ Math.imul(a ^ unit, 597_399_067);
    b = c ^ Math.imul(b ^ unit, 2_869_860_233);
    c = d ^ Math.imul(c ^ unit, 951_274_213);
    d = a ^ Math.imul(d ^ unit, 2_716_044_179);
  }
  a = Math.imul(c ^ (a >>> 18), 597_399_067);
  b = Math.imul(d ^ (b >>> 22), 2_869_860_233);
  c = Math.imul(a ^ (c >>> 17), 951_274_213);
  d = Math.imul(b ^ (d >>> 19), 2_716_044_179);
  const mixed = a ^ b ^ c ^ d;
  return [mixed >>> 0, (b ^ mixed) >>> 0, (c ^ mixed) >>> 0, (d ^ mixed) >>> 0];
}

/** sfc32 (Chris Doty-Humphrey, PractRand, public domain). A recorded seed must draw the same paper for ever: never change it. */
export function sfc32(seed: string): SeededGenerator {
  let [a, b, c, d] = cyrb128(seed);
  const next = (): number => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) next();
  const below = (limit: number): number => {
    // The last, incomplete run of `limit` numbers would make the small ones likelier.
    const even = UINT32 - (UINT32 % limit);
    for (;;) {
      const value = next();
      if (value < even) return value % limit;
    }
  };
  const shuffled = <T>(list: readonly T[]): T[] => {
    const result = [...list];
    for (let last = result.length - 1; last > 0; last -= 1) {
      const other = below(last + 1);
      [result[last], result[other]] = [result[other]!, result[last]!];
    }
    return result;
  };
  return { below, shuffled };
}
