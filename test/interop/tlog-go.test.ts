import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync, hash, sign } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type * as credential from '../../libs/credential/src/index.ts';

const GO_PATH = '/usr/share/gocode';
const ORIGIN = 'log.example/interop';
const SIZES = [1, 255, 256, 257, 70_000];

const { bundleSpans, ed25519Signer, entryBundle, formatCheckpoint, formatVerifierKey, leafHash, LogTree, signNote } =
  (await import(new URL('../../dist/libs/credential/src/index.js', import.meta.url).href)) as typeof credential;

const hasGo = spawnSync('go', ['version']).status === 0 && existsSync(`${GO_PATH}/src/golang.org/x/mod/sumdb/tlog`);
const skip = hasGo ? false : 'NOT CHECKED by an independent auditor: apt-get install golang golang-golang-x-mod-dev';
if (skip) console.error(`\n*** ${skip} ***\n`);

const sha256: credential.Hash = (data) => hash('sha256', data, 'buffer');
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const key = {
  name: ORIGIN,
  publicKey: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)),
};
const signer = ed25519Signer(key, (bytes) => sign(null, bytes, privateKey), sha256);
const vkey = formatVerifierKey({ ...key, type: 1 }, sha256);

let folder: string;
let auditor: string;

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tlog-go-'));
  if (!hasGo) return;
  auditor = path.join(folder, 'tlog-go');
  execFileSync('go', ['build', '-o', auditor, '.'], {
    cwd: path.join(import.meta.dirname, 'tlog-go'),
    env: { ...process.env, GO111MODULE: 'off', GOPATH: GO_PATH, GOFLAGS: '', GOCACHE: path.join(folder, 'cache') },
  });
});
after(() => rmSync(folder, { recursive: true, force: true }));

function put(log: string, file: string, content: Uint8Array | string): void {
  const target = path.join(log, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
}

/** Writes a log that grows through the sizes, with a checkpoint at each, and answers its folder and the checkpoints. */
async function writeLog(name: string, sizes: readonly number[], entryAt: (index: number) => string) {
  const log = path.join(folder, name);
  const entries: Uint8Array[] = [];
  const tree = LogTree.empty(sha256);
  const checkpoints: string[] = [];
  for (const size of sizes) {
    const from = tree.size;
    for (let index = from; index < size; index += 1) entries.push(Buffer.from(entryAt(index)));
    for (const tile of tree.append(entries.slice(from).map((entry) => leafHash(entry, sha256)))) {
      put(log, tile.path, tile.bytes);
    }
    for (const { start, width, path: file } of bundleSpans(from, size)) {
      put(log, file, entryBundle(entries.slice(start, start + width)));
    }
    const checkpoint = await signNote(formatCheckpoint({ origin: ORIGIN, size, root: tree.root() }), [signer]);
    put(log, 'checkpoint', checkpoint);
    put(log, `checkpoint-${size}`, checkpoint);
    checkpoints.push(path.join(log, `checkpoint-${size}`));
  }
  return { log, checkpoints };
}

function audit(log: string, older: readonly string[] = [], trusted = vkey): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(auditor, [log, trusted, ...older], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

function flip(log: string, file: string, at: number): void {
  const bytes = readFileSync(path.join(log, file));
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path.join(log, file), bytes);
}

const entry = (index: number): string => `entry ${index}`;

test('an auditor in Go finds every leaf, every tile and every earlier checkpoint in order', { skip }, async () => {
  const { log, checkpoints } = await writeLog('sound', SIZES, entry);
  assert.deepEqual(audit(log, checkpoints), { status: 0, said: 'ok: 70000 leaves, 5 older checkpoints\n' });
});

for (const size of SIZES.slice(0, -1)) {
  test(`an auditor in Go agrees at size ${size}`, { skip }, async () => {
    const { log } = await writeLog(`size-${size}`, [size], entry);
    assert.deepEqual(audit(log), { status: 0, said: `ok: ${size} leaves, 0 older checkpoints\n` });
  });
}

test('it names a flipped entry, a flipped byte in a tile of each level, and a missing tile', { skip }, async () => {
  const flips: [file: string, at: number, named: RegExp][] = [
    ['tile/entries/005', 20, /leaf 1281: the entry and tile\/0\/005 disagree/],
    ['tile/0/005', 40, /leaf 1281: the entry and tile\/0\/005 disagree/],
    ['tile/1/000', 33, /tile\/1\/000: hash 1 is not the root of the tile below/],
    ['tile/1/001.p/17', 0, /tile\/1\/001: hash 0 is not the root of the tile below/],
    ['tile/2/000.p/1', 31, /tile\/2\/000: hash 0 is not the root of the tile below/],
  ];
  const { log } = await writeLog('flipped', [70_000], entry);
  for (const [file, at, named] of flips) {
    flip(log, file, at);
    const { status, said } = audit(log);
    assert.equal(status, 1);
    assert.match(said, named);
    flip(log, file, at);
  }
  rmSync(path.join(log, 'tile/0/007'));
  assert.match(audit(log).said, /tile\/0\/007: no such file/);
});

test('it names a log that was rewritten after a checkpoint, and one that was cut back', { skip }, async () => {
  const honest = await writeLog('honest', [257, 600], entry);
  const rewritten = await writeLog('rewritten', [257, 600], (index) => (index === 100 ? 'forged' : entry(index)));
  assert.equal(audit(rewritten.log).status, 0, 'a rewritten log is sound by itself');
  assert.match(audit(rewritten.log, honest.checkpoints.slice(0, 1)).said, /fork: the checkpoint of size 257/);
  assert.match(audit(rewritten.log, honest.checkpoints.slice(1)).said, /fork: two roots at size 600/);
  const short = await writeLog('short', [257], entry);
  assert.match(audit(short.log, honest.checkpoints.slice(1)).said, /size 600 is newer than the log/);
});

test('it names a checkpoint whose text or key is not the log’s', { skip }, async () => {
  const { log } = await writeLog('resigned', [257], entry);
  const text = readFileSync(path.join(log, 'checkpoint'), 'utf8');
  put(log, 'checkpoint', text.replace('\n257\n', '\n256\n'));
  assert.match(audit(log).said, /checkpoint: invalid signature/);
  put(log, 'checkpoint', text);
  const other = formatVerifierKey({ name: ORIGIN, type: 1, publicKey: new Uint8Array(32).fill(1) }, sha256);
  assert.match(audit(log, [], other).said, /checkpoint: note has no verifiable signatures/);
});
