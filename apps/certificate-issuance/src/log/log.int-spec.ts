import { rm } from 'node:fs/promises';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  consistencyProof,
  entriesPath,
  leafHash,
  openCheckpoint,
  parseCheckpoint,
  parseEntryBundle,
  parseNote,
  sameBytes,
  tilePath,
  TILE_WIDTH,
  treeRoot,
  verifierOf,
  verifyConsistency,
  type Checkpoint,
  type LogEntry,
} from '@app/credential';
import { eventually, startTestService, type TestService } from '@app/testing';
import { province, Reporter } from '../../test/reporter.js';
import { service } from '../service-definition.js';
import { LogFolder } from './log.folder.js';
import { sha256 } from './log.hash.js';
import { LogKeyService } from './log-key.service.js';
import { LogPublisher } from './log.publisher.js';
import { LogPublishingService } from './log-publishing.service.js';
import { LogWitnesses } from './log.witnesses.js';
import { appendLog } from './log.repository.js';

describe('transparency log on real parts', () => {
  let issuance: TestService;
  let reporter: Reporter;

  beforeAll(async () => {
    issuance = await startTestService(service);
    issuance.setNow('2026-12-01T02:00:00Z');
    reporter = await Reporter.withFiling(issuance);
  });
  afterAll(async () => {
    await issuance.stop();
  });

  const file = async (name: string): Promise<Uint8Array> => {
    const response = await fetch(`${issuance.url}/log/${name}`);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : new Uint8Array();
  };
  const readTile = async (level: number, index: number, width: number): Promise<Uint8Array> => {
    const full = await file(tilePath(level, index));
    return full.length > 0 ? full : file(tilePath(level, index, width));
  };
  const readBundle = async (index: number, width: number): Promise<Uint8Array[]> => {
    const full = await file(entriesPath(index));
    return full.length > 0
      ? parseEntryBundle(full, TILE_WIDTH).slice(0, width)
      : parseEntryBundle(await file(entriesPath(index, width)), width);
  };
  const published = async (): Promise<Required<Checkpoint>> => {
    const { body } = await issuance.request('GET', '/log/key');
    const note = new TextDecoder().decode(await file('checkpoint'));
    const log = { origin: body.origin, verifiers: [verifierOf(body.verifierKey, sha256)] };
    return (await openCheckpoint(note, log)).checkpoint;
  };
  const sizes = async (): Promise<{ leaves: number; published: number }> => {
    const [row] = await issuance.dataSource.query(
      'SELECT (SELECT sum(leaves)::int FROM log_batch) AS leaves, published::int FROM log_head',
    );
    return row;
  };
  const caughtUp = () =>
    eventually(async () => {
      const { leaves, published: size } = await sizes();
      return leaves === size;
    }, 'a checkpoint over all leaves');
  const issuedRoll = async (people: number): Promise<string> => {
    const roll = await reporter.plannedRoll();
    await reporter.report(roll, 1, reporter.people(people));
    await issuance.request('POST', `/rolls/${roll.rollId}/issue`, { as: province });
    return roll.rollId;
  };

  it('what-anyone-can-check: tiles, entries and checkpoint agree, and each checkpoint extends the one before', async () => {
    await issuedRoll(3);
    await caughtUp();
    const first = await published();
    await issuedRoll(300);
    await caughtUp();
    const second = await published();
    expect(second.size).toBeGreaterThan(first.size + 300);
    for (const { size, root } of [first, second]) {
      expect(sameBytes(await treeRoot(size, readTile, sha256), root)).toBe(true);
    }
    const proof = await consistencyProof(first.size, second.size, readTile, sha256);
    const claim = { oldSize: first.size, oldRoot: first.root, newSize: second.size, newRoot: second.root, proof };
    expect(verifyConsistency(claim, sha256)).toBe(true);
    const tile = await readTile(0, 0, TILE_WIDTH);
    const entries = await readBundle(0, TILE_WIDTH);
    for (const [index, entry] of entries.entries()) {
      expect(sameBytes(leafHash(entry, sha256), tile.subarray(index * 32, index * 32 + 32))).toBe(true);
    }
    const types = entries.map((entry) => (JSON.parse(new TextDecoder().decode(entry)) as LogEntry).type);
    const before = ['scope-granted', 'plan-approved', 'roll-reported'];
    // The body's first keys: one in use, one made ahead.
    const expected = [...before, 'signing-key', 'signing-key', 'certificate-block', 'certificate'];
    expect(types.filter((type) => type !== 'status-epoch').slice(0, expected.length)).toEqual(expected);
  });

  it('a-certificate’s place: the leaf at its batch’s index and its own offset is its own', async () => {
    const rollId = await issuedRoll(2);
    await caughtUp();
    const rows: { id: string; index: number }[] = await issuance.dataSource.query(
      `SELECT c.id, (b.first_index + c.batch_offset)::int AS index FROM certificate c JOIN log_batch b ON b.id = c.batch_id
       WHERE c.roll_id = $1`,
      [rollId],
    );
    const { size } = await published();
    for (const { id, index } of rows) {
      const bundle = Math.floor(index / TILE_WIDTH);
      const entries = await readBundle(bundle, Math.min(TILE_WIDTH, size - bundle * TILE_WIDTH));
      expect(JSON.parse(new TextDecoder().decode(entries[index % TILE_WIDTH]))).toMatchObject({
        type: 'certificate',
        id,
      });
    }
  });

  it('no-one-is-in-it: neither name, document number, blind index, token nor certificate number stands in a leaf', async () => {
    const people = reporter.people(1);
    const roll = await reporter.plannedRoll();
    await reporter.report(roll, 1, people);
    await issuance.request('POST', `/rolls/${roll.rollId}/issue`, { as: province });
    const [row] = await issuance.dataSource.query('SELECT * FROM certificate WHERE roll_id = $1', [roll.rollId]);
    const [{ text }] = await issuance.dataSource.query(
      `SELECT string_agg(encode(entries, 'escape'), '') AS text FROM log_batch`,
    );
    expect(text).toContain(row.id);
    const secrets = [people[0]!.documentNumber, row.number, row.document_index, row.name_index, row.token_sha256];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(text).not.toContain(Buffer.from(people[0]!.name).toString('latin1'));
  });

  it('only-the-log’s-own-files: no path leads out of the folder', async () => {
    for (const name of [
      'tile/0/../../../etc/passwd',
      'tile/0/%2e%2e/x',
      'tile/0/1',
      'tile/9/000',
      'tile/entries/000.p/256',
    ]) {
      expect([name, (await fetch(`${issuance.url}/log/${name}`)).status]).toEqual([name, 404]);
    }
  });

  describe('a publisher that starts anew, the one of the service at rest', () => {
    const folders: string[] = [];
    const emptyFolder = (): LogFolder => {
      folders.push(mkdtempSync(path.join(tmpdir(), 'jz-log-')));
      return new LogFolder(folders.at(-1) ?? '');
    };
    const publisherOn = (folder: LogFolder): LogPublisher => {
      const keys = issuance.get<LogKeyService>(LogKeyService);
      const key = { origin: keys.origin, noteSigner: () => keys.noteSigner() };
      return new LogPublisher(issuance.dataSource, folder, key, new LogWitnesses([], { warn: () => undefined }));
    };
    const addLeaf = () =>
      issuance.dataSource.transaction((tx) =>
        appendLog(tx, [{ type: 'status-epoch', list: 9, epoch: 1, sha256: '', at: '2026-12-01T02:00:00Z' }]),
      );

    beforeAll(async () => {
      await issuance.get<LogPublishingService>(LogPublishingService).beforeApplicationShutdown();
    });
    afterAll(async () => {
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    });

    it('all-files-lost: they are written anew from the rows, as they were signed, and the log goes on', async () => {
      const before = await published();
      await addLeaf();
      const folder = emptyFolder();
      expect(await publisherOn(folder).round()).toBe(1);
      expect(sameBytes(await treeRoot(before.size, folder.readTile, sha256), before.root)).toBe(true);
      const note = parseNote(((await folder.read('checkpoint')) ?? '').toString());
      const { size, root } = parseCheckpoint(note.text);
      expect(size).toBe(before.size + 1);
      expect(sameBytes(await treeRoot(size, folder.readTile, sha256), root)).toBe(true);
    });

    it('a-row-that-was-edited: nothing is published, for the rows do not give what was signed', async () => {
      const [row] = await issuance.dataSource.query(
        'SELECT position, entries FROM log_batch ORDER BY position LIMIT 1',
      );
      const forged = Buffer.from(row.entries as Buffer);
      forged[forged.length - 3] = (forged[forged.length - 3] ?? 0) ^ 1;
      const keep = (entries: Buffer) =>
        issuance.dataSource.query('UPDATE log_batch SET entries = $2 WHERE position = $1', [row.position, entries]);
      await keep(forged);
      await addLeaf();
      const folder = emptyFolder();
      await expect(publisherOn(folder).round()).rejects.toThrow('do not give the root that was signed');
      expect(await folder.read('checkpoint')).toBeUndefined();
      await keep(row.entries as Buffer);
      expect(await publisherOn(folder).round()).toBe(1);
    });
  });
});
