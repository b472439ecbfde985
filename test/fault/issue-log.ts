import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { hash } from 'node:crypto';
import type { Client } from 'pg';
import { ROOT } from '../../deploy/local/settings.ts';
import type * as credential from '../../libs/credential/src/index.ts';

const sha256 = (data: Uint8Array): Uint8Array => hash('sha256', data, 'buffer');

/** The published files give the root of the checkpoint, cover every leaf, and hold each certificate once. */
export async function checkLog(client: Client, logDir: string, certificates: number): Promise<void> {
  const lib = (await import(`${ROOT}/dist/libs/credential/src/index.js`)) as typeof credential;
  const read = (name: string): Promise<Buffer | undefined> => readFile(path.join(logDir, name)).catch(() => undefined);
  const readTile = async (level: number, index: number, width: number): Promise<Uint8Array> =>
    (await read(lib.tilePath(level, index))) ?? (await read(lib.tilePath(level, index, width))) ?? new Uint8Array();
  const note = await readFile(path.join(logDir, 'checkpoint'), 'utf8');
  const { size, root } = lib.parseCheckpoint(lib.parseNote(note).text);
  const { rows } = await client.query<{ leaves: number }>('SELECT sum(leaves)::int AS leaves FROM log_batch');
  assert.equal(size, rows[0]?.leaves, 'the checkpoint covers every leaf');
  assert.deepEqual(Buffer.from(await lib.treeRoot(size, readTile, sha256)), Buffer.from(root));
  const ids = new Set<string>();
  let found = 0;
  for (let start = 0; start < size; start += lib.TILE_WIDTH) {
    const width = Math.min(lib.TILE_WIDTH, size - start);
    const index = start / lib.TILE_WIDTH;
    const full = await read(lib.entriesPath(index));
    const bundle = full ?? (await read(lib.entriesPath(index, width))) ?? new Uint8Array();
    const tile = await readTile(0, index, width);
    for (const [offset, entry] of lib
      .parseEntryBundle(bundle, full ? lib.TILE_WIDTH : width)
      .slice(0, width)
      .entries()) {
      const leaf = tile.subarray(offset * lib.HASH_BYTES, (offset + 1) * lib.HASH_BYTES);
      assert.ok(lib.sameBytes(leaf, lib.leafHash(entry, sha256)), `leaf ${start + offset} is its entry’s hash`);
      const said = lib.decodeLogEntry(entry);
      if (said.type !== 'certificate') continue;
      found += 1;
      ids.add(said.id);
    }
  }
  assert.deepEqual([found, ids.size], [certificates, certificates], 'each certificate stands in the log once');
}
