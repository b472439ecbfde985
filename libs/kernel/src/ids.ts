/** Random numbers that are drawn at once: many cost little more than one. */
const RANDOMS_DRAWN = 512;
const HEX = Array.from({ length: 0x100 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Of the 12 bits behind the time; the upper half is left free to count in. */
const COUNTER_LIMIT = 0x1000;
const COUNTER_START_LIMIT = 0x800;

let lastMs = 0;
let counter = 0;

/** Time and count of the next id of this process: never those of the one before, and never smaller. */
function tick(nowMs: number): void {
  counter += 1;
  if (nowMs <= lastMs && counter < COUNTER_LIMIT) return;
  lastMs = Math.max(nowMs, lastMs + 1);
  counter = random() % COUNTER_START_LIMIT;
}

/**
 * UUID version 7 (RFC 9562 §5.7, §6.2 method 1): 48-bit milliseconds, a 12-bit counter, then random. Ids that a process
 * makes later sort later, within a millisecond too: a roll is printed and listed in its own order, and primary keys grow
 * at the right edge of their index.
 * @param atMs makes the id of another time, which is in no order with those of this process
 */
export function newId(atMs?: number): string {
  if (atMs === undefined) tick(Date.now());
  const count = atMs === undefined ? counter : random() & 0x0fff;
  const nowMs = atMs ?? lastMs;
  const [high, low] = [random(), random()];
  return `${hex32(Math.floor(nowMs / 0x1_0000))}-${hex16(nowMs)}-${hex16(0x7000 | count)}-${hex16(
    0x8000 | ((high >>> 16) & 0x3fff),
  )}-${hex16(high)}${hex32(low)}`;
}

const randoms = new Uint32Array(RANDOMS_DRAWN);
let drawn = RANDOMS_DRAWN;

function random(): number {
  if (drawn === RANDOMS_DRAWN) {
    globalThis.crypto.getRandomValues(randoms);
    drawn = 0;
  }
  return randoms[drawn++] ?? 0;
}

const hex16 = (value: number): string => `${HEX[(value >>> 8) & 0xff]}${HEX[value & 0xff]}`;
const hex32 = (value: number): string => `${hex16(value >>> 16)}${hex16(value)}`;
