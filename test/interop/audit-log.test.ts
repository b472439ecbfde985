import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { ROOT } from '../../deploy/local/settings.ts';
import { lib, newKey, ORIGIN, registryEntries, signedNote, writeLog } from './made-log.ts';

/** 70,000 leaves have tiles on three levels; more to measure: `JZ_LEAVES=1000000`. */
const CERTIFICATES = Number(process.env.JZ_LEAVES || 70_000);
const COMMAND = path.join(ROOT, 'deploy/local/audit-log.ts');

const logKey = newKey(ORIGIN, 1);
const bureaus = [
  ['harbin.example', newKey('harbin.example', 4)],
  ['daqing.example', newKey('daqing.example', 4)],
] as const;
const witnesses = bureaus.flatMap(([, { vkey }]) => ['--witness', vkey]);
const home = mkdtempSync(path.join(tmpdir(), 'jz-audit-log-'));
const honest = path.join(home, 'honest');
let size: number;

interface Said {
  status: number | null;
  out: string;
  report: {
    counts?: Record<string, number>;
    findings: { rule: string; index?: number; subject: string }[];
    leavesPerSecond: number;
    since?: number;
    witnesses: string[];
  };
}

/** The command as people run it. */
function run(args: readonly string[], onStart: (stop: () => void) => void = () => undefined): Promise<Said> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, json] = ['', ''];
    child.stdout.on('data', (bytes: Buffer) => void ((json += bytes.toString()), (out += bytes.toString())));
    child.stderr.on('data', (bytes: Buffer) => void (out += bytes.toString()));
    onStart(() => void child.kill('SIGINT'));
    child.once('close', (status) => {
      const isJson = json.startsWith('{');
      resolve({ status, out, report: (isJson ? JSON.parse(json) : { findings: [], witnesses: [] }) as Said['report'] });
    });
  });
}

const audit = (folder: string, ...more: string[]): Promise<Said> =>
  run([folder, '--key', logKey.vkey, '--json', ...more]);
const named = ({ report }: Said): string[] =>
  report.findings.map(({ rule, index, subject }) => `${rule} ${index ?? '-'} ${subject}`);

/** A copy to be spoilt: of the few files that matter, where a log is large. */
function copyOf(name: string): string {
  const folder = path.join(home, name);
  cpSync(honest, folder, { recursive: true });
  return folder;
}

function flip(folder: string, file: string, at: number): void {
  const bytes = readFileSync(path.join(folder, file));
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path.join(folder, file), bytes);
}

before(async () => {
  ({ size } = await writeLog(honest, registryEntries(CERTIFICATES), (text) =>
    signedNote(
      text,
      logKey,
      bureaus.map(([name, key]) => [name, key]),
    ),
  ));
});
after(() => rmSync(home, { recursive: true, force: true }));

test('a sound log: every tile, every leaf and every lineage holds', async () => {
  const said = await audit(honest, ...witnesses);
  console.error(`${size} leaves: ${said.report.leavesPerSecond}/s`);
  assert.deepEqual([named(said), said.status], [[], 0]);
  assert.deepEqual(said.report.witnesses, ['harbin.example', 'daqing.example']);
});

test('a flipped byte is named by leaf and file: in an entry, in a tile of each level, at the right edge', async () => {
  const folder = copyOf('flipped');
  const last = Math.floor(size / lib.TILE_WIDTH);
  const edge = lib.entriesPath(last, size % lib.TILE_WIDTH);
  const edgeTile = lib.tilePath(0, last, size % lib.TILE_WIDTH);
  const flips: [file: string, at: number, expected: string][] = [
    ['tile/entries/200', 40, 'entry-altered 51200 tile/entries/200'],
    ['tile/0/200', 33, 'tile-altered 51201 tile/0/200'],
    ['tile/1/000', 64, 'tile-altered - tile/1/000'],
    ['tile/2/000.p/1', 0, 'tile-altered - tile/2/000.p/1'],
    [edgeTile, 33, `tile-altered ${last * lib.TILE_WIDTH + 1} ${edgeTile}`],
    [edge, 50, `entry-altered ${last * lib.TILE_WIDTH} ${edge}`],
  ];
  for (const [file, at, expected] of flips) {
    flip(folder, file, at);
    const said = await audit(folder);
    const found = named(said);
    assert.ok(found.includes(expected), `${file}: ${found.join('; ')}`);
    assert.ok(
      found.every((each) => each === expected || each.startsWith('malformed-leaf') || each.startsWith('block-count')),
      found.join('; '),
    );
    assert.equal(said.status, 1);
    flip(folder, file, at);
  }
  for (const file of ['tile/entries/200', 'tile/1/000']) {
    const kept = readFileSync(path.join(folder, file));
    rmSync(path.join(folder, file));
    const said = await audit(folder);
    assert.ok(
      named(said).some((each) => each.startsWith('file-missing') && each.endsWith(file)),
      said.out,
    );
    writeFileSync(path.join(folder, file), kept);
  }
});

test('two bundles that changed places, and one bundle shown twice, are named', async () => {
  const folder = copyOf('moved');
  cpSync(path.join(honest, 'tile/entries/010'), path.join(folder, 'tile/entries/011'));
  const said = await audit(folder);
  assert.equal(said.report.counts?.['entry-altered'], lib.TILE_WIDTH);
  assert.equal(said.report.findings[0]?.index, 11 * lib.TILE_WIDTH);
});

test('a log that was written anew: sound by itself, a fork to whoever kept a checkpoint; cut back as well', async () => {
  const state = path.join(home, 'kept');
  assert.equal((await audit(honest, '--since', state)).status, 0);
  assert.equal(readFileSync(state, 'utf8'), readFileSync(path.join(honest, 'checkpoint'), 'utf8'));
  const entries = [...registryEntries(600)];
  const small = path.join(home, 'small');
  await writeLog(small, entries, (text) => signedNote(text, logKey));
  const cut = await audit(small, '--since', state);
  assert.deepEqual([named(cut), cut.status], [['cut-back - checkpoint'], 1]);
  assert.equal(readFileSync(state, 'utf8'), readFileSync(path.join(honest, 'checkpoint'), 'utf8'), 'the state stays');
  const mine = path.join(home, 'small-kept');
  assert.equal((await audit(small, '--since', mine)).status, 0);
  const forged = path.join(home, 'forged');
  const later = registryEntries(1_200);
  const rewritten = [...later].map((entry) =>
    entry.type === 'certificate' ? { ...entry, paper: 'y'.repeat(43) } : entry,
  );
  await writeLog(forged, rewritten, (text) => signedNote(text, logKey));
  assert.equal((await audit(forged)).status, 0, 'by itself it is sound');
  assert.deepEqual(named(await audit(forged, '--since', mine)), ['fork - checkpoint']);
});

test('a checkpoint by another key, with too few witnesses, or with a changed size', async () => {
  const folder = copyOf('signed');
  const note = readFileSync(path.join(folder, 'checkpoint'), 'utf8');
  const text = note.slice(0, note.indexOf('\n\n') + 1);
  writeFileSync(path.join(folder, 'checkpoint'), await signedNote(text, newKey(ORIGIN, 1)));
  assert.deepEqual(named(await audit(folder)), ['checkpoint-signature - checkpoint']);
  writeFileSync(path.join(folder, 'checkpoint'), note.replace(`\n${size}\n`, `\n${size - 1}\n`));
  assert.deepEqual(named(await audit(folder)), ['checkpoint-signature - checkpoint']);
  writeFileSync(path.join(folder, 'checkpoint'), await signedNote(text, logKey, [[...bureaus[0]]]));
  const few = await audit(folder, ...witnesses);
  assert.deepEqual([named(few), few.status], [['quorum - checkpoint'], 1]);
  assert.equal((await audit(folder, ...witnesses, '--quorum', '1')).status, 0);
});

test('over http: the same, also where the server is busy; a log that is not there cannot be checked', async () => {
  let busy = 0;
  const server: Server = createServer((request, response) => {
    busy += 1;
    const file = path.join(honest, (request.url ?? '').replace(/^\/log\//, ''));
    if (busy % 50 === 0) response.writeHead(503).end();
    else if (request.url === '/log/key') response.end(JSON.stringify({ verifierKey: logKey.vkey }));
    else if (existsSync(file)) response.end(readFileSync(file));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const said = await run([`${url}/log`, '--json']);
  assert.deepEqual([said.status, named(said)], [0, []], said.out);
  assert.match(said.out, /--key registry\.example/, 'it says which key it believed');
  assert.equal((await run([url, '--key', logKey.vkey])).status, 0, 'the address of the registry will do');
  assert.equal((await run([`${url}/nothing`, '--key', logKey.vkey])).status, 2);
  server.close();
  server.closeAllConnections();
});

test('what cannot be asked is said: no place, no key, no number', async () => {
  for (const args of [[], [honest], [honest, '--key', 'x'], [honest, '--key', logKey.vkey, '--quorum', 'x']]) {
    assert.equal((await run(args)).status, 2, args.join(' '));
  }
});

test('Ctrl-C while the server does not answer ends the check', async () => {
  let stop = (): void => undefined;
  const server = createServer((request, response) => {
    if (request.url === '/log/checkpoint') response.end(readFileSync(path.join(honest, 'checkpoint')));
    else stop();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/log`;
  const said = await run([url, '--key', logKey.vkey], (interrupt) => {
    stop = interrupt;
  });
  assert.equal(said.status, 130, said.out);
  server.close();
  server.closeAllConnections();
});
