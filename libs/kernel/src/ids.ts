const UUID_BYTES = 16;

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
  counter = globalThis.crypto.getRandomValues(new Uint16Array(1))[0]! % COUNTER_START_LIMIT;
}

/**
 * UUID version 7 (RFC 9562 §5.7, §6.2 method 1): 48-bit milliseconds, a 12-bit counter, then random. Ids that a process
 * makes later sort later, within a millisecond too: a roll is printed and listed in its own order, and primary keys grow
 * at the right edge of their index.
 * @param atMs makes the id of another time, which is in no order with those of this process
 */
export function newId(atMs?: number): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(UUID_BYTES));
  const view = new DataView(bytes.buffer);
  if (atMs === undefined) {
    tick(Date.now());
    view.setUint16(6, counter);
  }
  const nowMs = atMs ?? lastMs;
  view.setUint32(0, Math.floor(nowMs / 0x1_0000));
  view.setUint16(4, nowMs % 0x1_0000);
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
