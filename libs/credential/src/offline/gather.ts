import { chinaDate, DomainError } from '@app/kernel';
import { encodeBase64Url } from '../base64url.js';
import { decodeLogEntry, type LogEntry } from '../log-entry.js';
import {
  entriesPath,
  inclusionProof,
  parseCheckpoint,
  parseEntryBundle,
  parseNote,
  TILE_WIDTH,
  tilePath,
  type Hash,
} from '../tlog/index.js';
import { soundKeys } from './check-document.js';
import { isLeafOf, type Committed } from './log-check.js';
import {
  SNAPSHOT_FORMAT,
  type Snapshot,
  type SnapshotKey,
  type SnapshotLeaf,
  type SnapshotLog,
  type SnapshotSite,
} from './snapshot.js';

/** A public file of the registry by its path; undefined when there is none. It throws when the registry is away. */
export type ReadPublished = (path: string) => Promise<Uint8Array | undefined>;

const PAGES_MAX = 400;
const LISTS_MAX = 512;
/** Bundles of the day of issue: 131,072 leaves. */
const BUNDLES_MAX = 512;
/** A block holds 500 certificates, which say no time: it is found within as many bundles. */
const TIMELESS_MAX = 4;
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** @throws DomainError `offline/registry` */
async function json<T>(read: ReadPublished, path: string): Promise<T> {
  const bytes = await read(path);
  if (!bytes) throw new DomainError('offline/registry', { path });
  try {
    return JSON.parse(text(bytes)) as T;
  } catch {
    throw new DomainError('offline/registry', { path });
  }
}

async function sitesOf(read: ReadPublished): Promise<SnapshotSite[]> {
  const sites: SnapshotSite[] = [];
  let after = '';
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const path = `api/public-verification/bodies?limit=50${after && `&after=${encodeURIComponent(after)}`}`;
    const { items, next } = await json<{ items: Partial<SnapshotSite>[]; next?: string }>(read, path);
    for (const { organisationId, agencyName, siteCode } of items) {
      if (organisationId && agencyName && siteCode) sites.push({ organisationId, agencyName, siteCode });
    }
    if (next === undefined) break;
    after = next;
  }
  return sites;
}

async function listsOf(read: ReadPublished, wanted: readonly number[] | 'all'): Promise<string[]> {
  const lists: string[] = [];
  const numbers = wanted === 'all' ? Array.from({ length: LISTS_MAX }, (_, at) => at + 1) : wanted;
  for (const number of numbers) {
    const bytes = await read(`api/certificate-issuance/status-lists/${number}/token`);
    if (bytes) lists.push(text(bytes));
    else if (wanted === 'all') break;
  }
  return lists;
}

async function logOf(read: ReadPublished, trusted: Partial<SnapshotLog>): Promise<SnapshotLog | undefined> {
  const checkpoint = await read('log/checkpoint');
  if (!checkpoint) return undefined;
  const key = trusted.key ?? (await json<{ verifierKey: string }>(read, 'log/key')).verifierKey;
  const witnesses = trusted.witnesses ?? [];
  return { key, witnesses, needed: trusted.needed ?? witnesses.length, checkpoint: text(checkpoint), leaves: [] };
}

export interface Gathering {
  registry: string;
  now: Date;
  /** Numbers of status lists. */
  lists: readonly number[] | 'all';
  /** Keys of the log and its witnesses; what is not given is what the log says of itself. */
  log?: Partial<Pick<SnapshotLog, 'key' | 'witnesses' | 'needed'>>;
}

/**
 * Everything a reader needs, from the registry's public files.
 * @throws DomainError `offline/registry`; whatever `read` throws
 */
export async function gatherSnapshot(
  read: ReadPublished,
  { registry, now, lists, log = {} }: Gathering,
): Promise<Snapshot> {
  // Before the keys: a registry makes the key of its lists when the first one is asked for.
  const statusLists = await listsOf(read, lists);
  const { keys } = await json<{ keys: SnapshotKey[] }>(read, 'api/certificate-issuance/keys');
  const plain = keys.map(({ kty, crv, x, y, kid, issuer, state, compromisedFrom }): SnapshotKey => ({
    kty,
    crv,
    x,
    y,
    kid,
    issuer,
    state,
    ...(compromisedFrom === undefined ? {} : { compromisedFrom }),
  }));
  const found = await logOf(read, log);
  return {
    format: SNAPSHOT_FORMAT,
    registry,
    takenAt: now.toISOString(),
    keys: await soundKeys(plain),
    sites: await sitesOf(read),
    statusLists,
    ...(found ? { log: found } : {}),
  };
}

type Bundles = (index: number) => Promise<Uint8Array[] | undefined>;

function bundleReader(read: ReadPublished, size: number): Bundles {
  const known = new Map<number, Uint8Array[] | undefined>();
  return async (index) => {
    if (known.has(index)) return known.get(index);
    const width = Math.min(TILE_WIDTH, size - index * TILE_WIDTH);
    const partial = await read(`log/${entriesPath(index, width)}`);
    const bytes = partial ?? (width < TILE_WIDTH ? await read(`log/${entriesPath(index)}`) : undefined);
    const entries = bytes && parseEntryBundle(bytes, partial ? width : TILE_WIDTH).slice(0, width);
    known.set(index, entries);
    return entries;
  };
}

const entryOf = (bytes: Uint8Array): LogEntry => decodeLogEntry(bytes);

/** China day of the first leaf from this bundle on that says a time; '' when none near does. */
async function dayFrom(bundles: Bundles, first: number, count: number): Promise<string> {
  for (let index = first; index < Math.min(count, first + TIMELESS_MAX); index += 1) {
    for (const bytes of (await bundles(index)) ?? []) {
      const entry = entryOf(bytes);
      if ('at' in entry && entry.at) return chinaDate(new Date(entry.at));
    }
  }
  return '';
}

/** The last bundle that begins before the day: time never runs backwards along the log. */
async function bundleBefore(bundles: Bundles, count: number, day: string): Promise<number> {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const begins = await dayFrom(bundles, middle, count);
    if (begins !== '' && begins < day) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/**
 * The certificate's leaf and the proof that it is in the log; undefined where it does not stand among those of its day. Only
 * the day is told to the registry, not which certificate is sought.
 * @throws DomainError `tlog/…`; whatever `read` throws
 */
export async function gatherLeaf(
  read: ReadPublished,
  { checkpoint }: SnapshotLog,
  sought: { committed: Committed; certificateId: string; issuedOn: string },
  hash: Hash,
): Promise<SnapshotLeaf | undefined> {
  const { size } = parseCheckpoint(parseNote(checkpoint).text);
  const count = Math.ceil(size / TILE_WIDTH);
  const bundles = bundleReader(read, size);
  const start = await bundleBefore(bundles, count, sought.issuedOn);
  for (let index = start; index < Math.min(count, start + BUNDLES_MAX); index += 1) {
    for (const [at, bytes] of ((await bundles(index)) ?? []).entries()) {
      const entry = entryOf(bytes);
      if (entry.type !== 'certificate' || entry.id !== sought.certificateId) continue;
      if (!isLeafOf(sought.committed, entry, hash)) continue;
      const leaf = index * TILE_WIDTH + at;
      const proof = await inclusionProof(leaf, size, tileReader(read), hash);
      return { index: leaf, entry: encodeBase64Url(bytes), proof: proof.map(encodeBase64Url) };
    }
  }
  return undefined;
}

function tileReader(read: ReadPublished) {
  return async (level: number, index: number, width: number): Promise<Uint8Array> => {
    const bytes = (await read(`log/${tilePath(level, index, width)}`)) ?? (await read(`log/${tilePath(level, index)}`));
    if (!bytes) throw new DomainError('tlog/tile', { level, index });
    return bytes;
  };
}
