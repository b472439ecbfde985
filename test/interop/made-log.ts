import { generateKeyPairSync, hash, sign, type KeyObject } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadCredential } from '../../deploy/local/built.ts';
import { ROOT } from '../../deploy/local/settings.ts';
import type * as credential from '../../libs/credential/src/index.ts';

export const sha256: credential.Hash = (data) => hash('sha256', data, 'buffer');
export const ORIGIN = 'registry.example/log';
const SUBJECT = ['6-18-02-04', '2015', '电焊工', '3'] as const;
const SITE = 'S000023000123';
const PLAN_CERTIFICATES = 500;
const DIGEST = 'x'.repeat(43);

export interface NoteKeyPair {
  vkey: string;
  publicKey: Uint8Array;
  privateKey: KeyObject;
}

export const lib = await loadCredential(ROOT);

export function newKey(name: string, type: 1 | 4): NoteKeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32));
  return { vkey: lib.formatVerifierKey({ name, type, publicKey: raw }, sha256), publicKey: raw, privateKey };
}

const id = (kind: string, at: number): string => {
  const hex = hash('sha256', `${kind} ${at}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** The entries of a registry in order: one filing, and plans of 500 candidates who all pass. */
export function* registryEntries(certificates: number): Generator<credential.LogEntry> {
  const key = { type: 'signing-key', organisation: 'org', x: 'x', y: 'y', at: '2026-01-05T01:00:00.000Z' } as const;
  const until = '2029-01-04';
  const scope = { filing: 'filing', organisation: 'org', agency: '北方焊接', site: SITE, from: '2026-01-05', until };
  yield { type: 'scope-granted', ...scope, subjects: [SUBJECT], at: key.at };
  yield { ...key, kid: 'kid-1', state: 'active' };
  yield { ...key, kid: 'kid-2', state: 'next' };
  const plans: MadePlan[] = [];
  for (let from = 0; from < certificates; from += PLAN_CERTIFICATES) {
    const count = Math.min(PLAN_CERTIFICATES, certificates - from);
    plans.push({ from, people: Array.from({ length: count }, (_, at) => id('c', from + at)) });
  }
  for (const step of [seatedEntries, reportedEntries, issuedEntries]) for (const plan of plans) yield* step(plan);
}

interface MadePlan {
  /** Serial of its first certificate, from 0. */
  from: number;
  people: readonly string[];
}

const PLACE = { filing: 'filing', site: SITE, subject: SUBJECT };
const EXAM_ON = '2026-11-14';

function* seatedEntries({ from, people }: MadePlan): Generator<credential.LogEntry> {
  const [plan, at] = [id('plan', from), '2026-11-02T01:00:00.000Z'];
  yield { type: 'plan-approved', plan, ...PLACE, examOn: EXAM_ON, at };
  const seats = people.map((candidate, seat) => [candidate, '一号考场', seat + 1] as const);
  yield { type: 'plan-seated', plan, examOn: EXAM_ON, part: 1, parts: 1, seats, at };
}

function* reportedEntries({ from, people }: MadePlan): Generator<credential.LogEntry> {
  const [plan, roll] = [id('plan', from), id('roll', from)];
  const publicity = { publicityFrom: '2026-11-16', publicityUntil: '2026-11-23' };
  const at = '2026-11-24T01:00:00.000Z';
  yield { type: 'roll-reported', roll, plan, examOn: EXAM_ON, ...publicity, part: 1, parts: 1, candidates: people, at };
}

function* issuedEntries({ from, people }: MadePlan): Generator<credential.LogEntry> {
  const [plan, roll] = [id('plan', from), id('roll', from)];
  const more = { series: { year: '26', firstSerial: from + 1 }, count: people.length, kid: 'kid-1' };
  const at = '2026-11-25T01:00:00.000Z';
  yield { type: 'certificate-block', basis: 'assessment', plan, roll, ...PLACE, issuedOn: '2026-11-25', ...more, at };
  for (const candidate of people) {
    yield {
      type: 'certificate',
      id: `${candidate.slice(0, 14)}8${candidate.slice(15)}`,
      candidate,
      paper: DIGEST,
      facts: DIGEST,
    };
  }
}

export interface MadeLog {
  folder: string;
  size: number;
  tree: credential.LogTree;
}

/** Writes a log as its publisher does, with a checkpoint by `sign`. */
export async function writeLog(
  folder: string,
  entries: Iterable<credential.LogEntry>,
  noteOf: (text: string) => Promise<string>,
): Promise<MadeLog> {
  const tree = lib.LogTree.empty(sha256);
  const tiles = new Map<string, Uint8Array>();
  let bundle: Uint8Array[] = [];
  const flush = (): void => {
    const start = tree.size;
    for (const tile of tree.append(bundle.map((entry) => lib.leafHash(entry, sha256)))) {
      if (tile.width === lib.TILE_WIDTH) put(folder, tile.path, tile.bytes);
      else tiles.set(`${tile.level}`, tile.bytes);
    }
    for (const span of lib.bundleSpans(start, tree.size)) put(folder, span.path, lib.entryBundle(bundle));
    bundle = [];
  };
  for (const entry of entries) {
    bundle.push(lib.encodeLogEntry(entry));
    if (bundle.length === lib.TILE_WIDTH) flush();
  }
  if (bundle.length > 0) flush();
  for (let level = 0, row = tree.size; row > 0; level += 1, row = Math.floor(row / lib.TILE_WIDTH)) {
    const width = row % lib.TILE_WIDTH;
    const bytes = tiles.get(`${level}`)?.subarray(0, width * lib.HASH_BYTES);
    if (width > 0 && bytes) put(folder, lib.tilePath(level, Math.floor(row / lib.TILE_WIDTH), width), bytes);
  }
  const text = lib.formatCheckpoint({ origin: ORIGIN, size: tree.size, root: tree.root() });
  put(folder, 'checkpoint', await noteOf(text));
  return { folder, size: tree.size, tree };
}

export function put(folder: string, file: string, content: Uint8Array | string): void {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
}

/** Signs as the log, then as its witnesses. */
export async function signedNote(text: string, log: NoteKeyPair, witnesses: readonly [string, NoteKeyPair][] = []) {
  const bySelf = lib.ed25519Signer(
    { name: ORIGIN, publicKey: log.publicKey },
    (bytes) => sign(null, bytes, log.privateKey),
    sha256,
  );
  const now = (): number => Math.floor(Date.now() / 1_000);
  const cosigners = witnesses.map(([name, { publicKey, privateKey }]) =>
    lib.cosigner({ name, publicKey }, (bytes) => sign(null, bytes, privateKey), now, sha256),
  );
  return lib.signNote(text, [bySelf, ...cosigners]);
}
