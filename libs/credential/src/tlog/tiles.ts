import { DomainError } from '@app/kernel';

/** Hashes in a full tile, entries in a full bundle (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;
const MAX_LEVEL = 63;
const MAX_ENTRY_BYTES = 0xffff;
const LENGTH_BYTES = 2;

/**
 * Answers the bytes of a tile, `width` hashes of 32 bytes. It may answer the full tile where a partial one was asked for
 * (a log may delete partial tiles once the full one exists).
 */
export type TileReader = (level: number, index: number, width: number) => Promise<Uint8Array>;

/** `1234067` is `x001/x234/067`. */
function indexPath(index: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  return padded.replace(/(\d{3})(?=\d)/g, 'x$1/');
}

const widthSuffix = (width: number): string => (width === TILE_WIDTH ? '' : `.p/${width}`);

function assertTile(index: number, width: number): void {
  const known = Number.isSafeInteger(index) && index >= 0 && Number.isInteger(width) && width >= 1;
  if (!known || width > TILE_WIDTH) throw new DomainError('tlog/range', { index, width });
}

/**
 * `tile/<level>/<index>[.p/<width>]`, below the log's prefix.
 * @throws DomainError `tlog/range`
 */
export function tilePath(level: number, index: number, width: number = TILE_WIDTH): string {
  assertTile(index, width);
  if (!Number.isInteger(level) || level < 0 || level > MAX_LEVEL) throw new DomainError('tlog/range', { level });
  return `tile/${level}/${indexPath(index)}${widthSuffix(width)}`;
}

/**
 * `tile/entries/<index>[.p/<width>]`, below the log's prefix.
 * @throws DomainError `tlog/range`
 */
export function entriesPath(index: number, width: number = TILE_WIDTH): string {
  assertTile(index, width);
  return `tile/entries/${indexPath(index)}${widthSuffix(width)}`;
}

export type TileAddress = { kind: 'tile'; level: number; index: number; width: number } | EntriesAddress;
export interface EntriesAddress {
  kind: 'entries';
  index: number;
  width: number;
}

/** Reads a path back; `null` unless it is exactly the path that `tilePath` or `entriesPath` makes. */
export function parseTilePath(path: string): TileAddress | null {
  const match = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (match === null) return null;
  const [, row = '', digits = '', partial] = match;
  const index = Number(digits.replace(/[x/]/g, ''));
  const width = partial === undefined ? TILE_WIDTH : Number(partial);
  const level = Number(row);
  if (!Number.isSafeInteger(index) || width < 1 || width > TILE_WIDTH || level > MAX_LEVEL) return null;
  const entries = row === 'entries';
  const made = entries ? entriesPath(index, width) : tilePath(level, index, width);
  if (made !== path) return null;
  return entries ? { kind: 'entries', index, width } : { kind: 'tile', level, index, width };
}

/**
 * Log entries, each after its length as a big-endian uint16.
 * @throws DomainError `tlog/range` for more than 256 entries or an entry above 65,535 bytes
 */
export function entryBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length > TILE_WIDTH) throw new DomainError('tlog/range', { entries: entries.length });
  const total = entries.reduce((sum, { length }) => sum + LENGTH_BYTES + length, 0);
  const bundle = new Uint8Array(total);
  let at = 0;
  for (const entry of entries) {
    if (entry.length > MAX_ENTRY_BYTES) throw new DomainError('tlog/range', { entryBytes: entry.length });
    bundle[at] = entry.length >> 8;
    bundle[at + 1] = entry.length & 0xff;
    bundle.set(entry, at + LENGTH_BYTES);
    at += LENGTH_BYTES + entry.length;
  }
  return bundle;
}

/**
 * The entries of a bundle, exactly `width` of them.
 * @throws DomainError `tlog/malformed` when bytes are missing or left over
 */
export function parseEntryBundle(bundle: Uint8Array, width: number): Uint8Array[] {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bundle.length) {
    const length = ((bundle[at] ?? 0) << 8) | (bundle[at + 1] ?? 0);
    const end = at + LENGTH_BYTES + length;
    if (end > bundle.length) throw new DomainError('tlog/malformed', { at });
    entries.push(bundle.slice(at + LENGTH_BYTES, end));
    at = end;
  }
  if (entries.length !== width) throw new DomainError('tlog/malformed', { entries: entries.length, width });
  return entries;
}

export interface BundleSpan {
  index: number;
  /** Log index of the bundle's first entry, and how many entries it holds at the new size. */
  start: number;
  width: number;
  path: string;
}

/** The bundles to write when a log grows; the first one may start with entries that were already there. */
export function bundleSpans(oldSize: number, newSize: number): BundleSpan[] {
  const spans: BundleSpan[] = [];
  for (let index = Math.floor(oldSize / TILE_WIDTH); index * TILE_WIDTH < newSize; index += 1) {
    const start = index * TILE_WIDTH;
    const width = Math.min(TILE_WIDTH, newSize - start);
    if (start + width > oldSize) spans.push({ index, start, width, path: entriesPath(index, width) });
  }
  return spans;
}
