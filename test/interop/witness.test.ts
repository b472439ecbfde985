import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { findFreePort } from '../../deploy/local/ports.ts';
import { ROOT } from '../../deploy/local/settings.ts';
import type * as witnesses from '../../apps/certificate-issuance/src/log/log.witnesses.ts';
import type * as credential from '../../libs/credential/src/index.ts';
import { lib, newKey, ORIGIN, sha256, signedNote } from './made-log.ts';

const COMMAND = path.join(ROOT, 'deploy/local/witness.ts');
const NAME = 'harbin.example';

const { LogWitnesses } = (await import(
  `${ROOT}/dist/apps/certificate-issuance/src/log/log.witnesses.js`
)) as typeof witnesses;

const logKey = newKey(ORIGIN, 1);
const home = mkdtempSync(path.join(tmpdir(), 'jz-witness-'));
const stateFile = path.join(home, 'harbin.json');
let port: number;
let child: ChildProcess | undefined;

async function startWitness(): Promise<void> {
  const args = [COMMAND, `--name=${NAME}`, `--state=${stateFile}`, `--port=${port}`, `--log=${logKey.vkey}`];
  child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const bytes of child.stdout ?? []) if (String(bytes).includes('ready')) return;
  throw new Error('the witness ended');
}

async function endWitness(signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

before(async () => {
  port = await findFreePort();
  await startWitness();
});
after(async () => {
  await endWitness('SIGTERM');
  rmSync(home, { recursive: true, force: true });
});

/** A log of leaves with these texts, and its checkpoints at any size. */
function logOf(leafAt: (index: number) => string, size: number) {
  const tree = lib.LogTree.empty(sha256);
  const tiles = new Map<string, Uint8Array>();
  const roots = new Map<number, Uint8Array>([[0, tree.root()]]);
  for (let index = 0; index < size; index += 1) {
    for (const tile of tree.append([lib.leafHash(Buffer.from(leafAt(index)), sha256)]))
      tiles.set(tile.path, tile.bytes);
    roots.set(index + 1, tree.root());
  }
  const readTile: credential.TileReader = (level, index, width) =>
    Promise.resolve(
      tiles.get(lib.tilePath(level, index)) ?? tiles.get(lib.tilePath(level, index, width)) ?? new Uint8Array(),
    );
  const noteAt = (at: number, key = logKey): Promise<string> =>
    signedNote(lib.formatCheckpoint({ origin: ORIGIN, size: at, root: roots.get(at) ?? new Uint8Array() }), key);
  return { readTile, noteAt };
}

const honest = logOf((index) => `leaf ${index}`, 300);
const forged = logOf((index) => (index === 40 ? 'forged' : `leaf ${index}`), 300);

async function ask(log: ReturnType<typeof logOf>, oldSize: number, size: number, note?: string): Promise<Response> {
  const proof = oldSize === 0 ? [] : await lib.consistencyProof(oldSize, size, log.readTile, sha256);
  const body = lib.formatAddCheckpoint({ oldSize, proof, checkpoint: note ?? (await log.noteAt(size)) });
  return fetch(`http://127.0.0.1:${port}/add-checkpoint`, { method: 'POST', body });
}

const statusOf = async (answer: Promise<Response>): Promise<number> => (await answer).status;

test('it cosigns what the log signed and what extends that, and its key verifies the cosignature', async () => {
  const vkey = (await (await fetch(`http://127.0.0.1:${port}/key`)).text()).trim();
  const policy = { origin: ORIGIN, logKeys: [logKey.vkey], witnesses: [vkey], needed: 1 };
  for (const [oldSize, size] of [
    [0, 100],
    [100, 200],
    [200, 200],
  ] as const) {
    const answer = await ask(honest, oldSize, size);
    assert.equal(answer.status, 200);
    const note = (await honest.noteAt(size)) + (await answer.text());
    assert.deepEqual(
      (await lib.checkQuorum(note, policy, sha256)).witnesses.map(({ name }) => name),
      [NAME],
    );
  }
});

test('a fork is not cosigned: another log of the same key, whatever old size it claims', async () => {
  assert.equal(await statusOf(ask(forged, 200, 250)), 422);
  assert.equal(await statusOf(ask(forged, 200, 200)), 409);
  assert.equal(await statusOf(ask(forged, 0, 250)), 409);
  const kept = JSON.parse(readFileSync(stateFile, 'utf8')) as { logs: Record<string, { size: number }> };
  assert.equal(kept.logs[ORIGIN]?.size, 200);
  const forks = readdirSync(home).filter((name) => name.includes('.fork-'));
  assert.equal(forks.length, 2, 'both are kept as evidence: two roots at 200, and 250 that does not follow');
});

test('nor is a checkpoint of another key, of an unknown log, or what is none', async () => {
  assert.equal(await statusOf(ask(honest, 200, 250, await honest.noteAt(250, newKey(ORIGIN, 1)))), 403);
  const note = (await honest.noteAt(250)).replaceAll(ORIGIN, 'other.example/log');
  assert.equal(await statusOf(ask(honest, 200, 250, note)), 404);
  const post = (body: string): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}/add-checkpoint`, { method: 'POST', body });
  assert.equal(await statusOf(post('old x\n\n')), 400);
  assert.equal(await statusOf(post('x'.repeat(100_000))), 413);
});

test('kill -9 at any moment: what was cosigned is not forgotten; a damaged state is not made anew', async () => {
  let known = 200;
  for (let size = 210; size <= 240; size += 10) {
    const asked = ask(honest, known, size).then(
      (answer) => answer.ok,
      () => false,
    );
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 8));
    await endWitness('SIGKILL');
    const cosigned = await asked;
    await startWitness();
    const answer = await ask(honest, 0, size);
    assert.equal(answer.status, 409);
    const size0 = Number(await answer.text());
    assert.ok(size0 === size || (size0 === known && !cosigned), `${size0}`);
    known = size0;
  }
  assert.equal(await statusOf(ask(forged, known, 300)), 422);
  await endWitness('SIGTERM');
  const state = readFileSync(stateFile, 'utf8');
  writeFileSync(stateFile, state.slice(0, 40));
  await assert.rejects(startWitness(), /ended/);
  writeFileSync(stateFile, state);
  await startWitness();
});

test('a witness that is away costs its cosignature and not the checkpoint', async () => {
  const warned: string[] = [];
  const away = `http://127.0.0.1:${await findFreePort()}`;
  const asked = new LogWitnesses([away, `http://127.0.0.1:${port}`], {
    warn: (text: string) => void warned.push(text),
  });
  const began = performance.now();
  const note = await honest.noteAt(280);
  const cosigned = await asked.cosign(note, { size: 280, published: 250, readTile: honest.readTile });
  assert.ok(performance.now() - began < 900);
  const { signatures } = lib.parseNote(cosigned);
  assert.deepEqual(
    signatures.map(({ name }) => name),
    [ORIGIN, NAME],
  );
  assert.equal(warned.length, 1);
  assert.match(warned[0] ?? '', /did not cosign/);
});
