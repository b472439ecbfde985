import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, startTestService, type TestService } from '@app/testing';
import { craftClerk, northClerk, province, Reporter } from '../../test/reporter.js';
import type { CertificateFace } from '../certificate/certificate-face.js';
import { loadCertificateFonts } from '../certificate/certificate-fonts.pdf.js';
import { service } from '../service-definition.js';
import { PrintFile } from './print-file.pdf.js';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Every object stands where the table at the end says, and the page tree has so many pages. */
function pagesOf(file: Buffer): number {
  const text = file.toString('latin1');
  const table = Number(/startxref\n(\d+)\n%%EOF\n?$/.exec(text)?.[1]);
  const [, count] = /^xref\n0 (\d+)\n/.exec(text.slice(table, table + 30)) ?? [];
  const entries = [...text.slice(table).matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) => Number(offset));
  expect(entries).toHaveLength(Number(count) - 1);
  const lost = entries.filter((offset, index) => !text.startsWith(`${index + 1} 0 obj`, offset));
  expect(lost).toEqual([]);
  const kids = /\/Type \/Pages\n\/Count (\d+)/.exec(text)?.[1];
  expect(text.match(/\/Type \/Page\n/g)).toHaveLength(Number(kids));
  return Number(kids);
}

describe('a print file', () => {
  const dates = { title: 'print', day: '2026-12-01' };
  const faces = Array.from({ length: 7 }, (_, index): CertificateFace => {
    const number = `Y00002300000126300000${index}`;
    const [agencyName, occupationName, level] = ['北方焊接装备有限公司', '焊工', '三级/高级工'];
    const [documentType, documentNumber, publicUrl] = ['居民身份证', '23010219900307888X', 'http://localhost'];
    const holderName = `王${String.fromCodePoint(0x4e00 + index)}`;
    const face = { number, agencyName, issuedOn: '2026-12-01', holderName, documentType, documentNumber };
    return { ...face, occupationName, specialty: '--', level, publicUrl, verifyUrl: 'http://localhost/v/x' };
  });
  const pieces = [faces.slice(0, 3), faces.slice(3, 6), faces.slice(6)];

  /** Each piece by a process of its own, as after a restart between any two. */
  async function made(isRestarted: boolean): Promise<Buffer> {
    let fonts = await loadCertificateFonts([]);
    const parts = [new PrintFile(fonts, dates).head()];
    const sum = () => ({
      objects: parts.reduce((count, { offsets }) => count + offsets.length, 0),
      bytes: parts.reduce((count, { bytes }) => count + bytes.length, 0),
    });
    for (const piece of pieces) {
      if (isRestarted) fonts = await loadCertificateFonts([]);
      parts.push(await new PrintFile(fonts, dates).pages(piece, sum()));
    }
    const [pages, offsets] = [parts.flatMap((part) => part.pages), parts.flatMap((part) => part.offsets)];
    const tail = new PrintFile(fonts, dates).tail(pages, offsets, sum().bytes);
    return Buffer.concat([...parts.map(({ bytes }) => bytes), tail]);
  }

  it('is the same bytes, whether one process makes it or a new one every piece', async () => {
    const file = await made(false);
    expect(pagesOf(file)).toBe(7);
    expect(sha256(await made(true))).toBe(sha256(file));
  });
});

describe('print jobs on real parts', () => {
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

  const issuedRoll = async (people: number): Promise<string> => {
    const roll = await reporter.plannedRoll();
    await reporter.report(roll, 1, reporter.people(people));
    await issuance.request('POST', `/rolls/${roll.rollId}/issue`, { as: province });
    return roll.rollId;
  };
  const ask = (rollId: string, as: object = northClerk) =>
    issuance.request('POST', '/print-jobs', { as, json: { rollId } });
  const get = (path: string, as: object = northClerk) => issuance.request('GET', `/print-jobs${path}`, { as });
  const fileOf = async (id: string): Promise<Buffer> => {
    const headers = { authorization: `Bearer ${await issuance.issuer.tokenFor(northClerk)}` };
    const answer = await fetch(`${issuance.url}/print-jobs/${id}/file`, { headers });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    return Buffer.from(await answer.arrayBuffer());
  };
  const until = (id: string, reached: (job: { state: string; done: number }) => boolean) =>
    eventually(async () => reached((await get(`/${id}`)).body), 'the job to get there');
  const piecesOf = async (id: string): Promise<number> =>
    (await issuance.dataSource.query('SELECT 1 FROM print_piece WHERE job_id = $1', [id])).length;

  it('a-roll-is-asked-for: its progress is seen, the file has every certificate, and the trail names each of them', async () => {
    const rollId = await issuedRoll(23);
    const asked = await ask(rollId);
    expect([asked.status, asked.body.state, asked.body.total, asked.body.bytes]).toEqual([201, 'queued', 23, null]);
    const early = await get(`/${asked.body.id}/file`);
    expect([early.status, early.body.type]).toEqual([409, 'urn:jiangzheng:problem:print/not-ready']);
    await until(asked.body.id, ({ state }) => state === 'ready');
    const file = await fileOf(asked.body.id);
    expect(pagesOf(file)).toBe(23);
    expect(file).toHaveLength((await get(`/${asked.body.id}`)).body.bytes);
    const [trail] = await issuance.dataSource.query<{ persons: number }[]>(
      `SELECT jsonb_array_length(content -> 'persons') AS persons FROM audit WHERE content ->> 'action' = 'print-job.file'
        AND content ->> 'kind' = 'export'`,
    );
    expect(trail?.persons).toBe(23);
  });

  it('the-process-dies-half-way: another one goes on behind the last piece, and nobody is printed twice', async () => {
    const { body } = await ask(await issuedRoll(60));
    await until(body.id, ({ done }) => done >= 10);
    await issuance.dataSource.query(
      `UPDATE print_job SET worker = 'a process that was killed', lease_until = '2026-11-30' WHERE id = $1 AND state = 'running'`,
      [body.id],
    );
    await until(body.id, ({ state }) => state === 'ready');
    expect([pagesOf(await fileOf(body.id)), (await get(`/${body.id}`)).body.done]).toEqual([60, 60]);
  });

  it('pieces-of-another-version-are-kept: the file begins anew instead of mixing two', async () => {
    const { body } = await ask(await issuedRoll(40));
    await until(body.id, ({ done }) => done >= 10);
    await issuance.dataSource.query(
      `UPDATE print_piece p SET bytes_sealed = q.bytes_sealed FROM print_piece q
        WHERE p.job_id = $1 AND p.piece = 0 AND q.job_id = $1 AND q.piece = 1`,
      [body.id],
    );
    await issuance.dataSource.query(
      `UPDATE print_job SET worker = 'a process that was killed', lease_until = '2026-11-30' WHERE id = $1 AND state = 'running'`,
      [body.id],
    );
    await until(body.id, ({ state }) => state === 'ready');
    expect(pagesOf(await fileOf(body.id))).toBe(40);
  });

  it('it-is-cancelled: nothing is made any more, what was made is dropped, and it cannot be cancelled twice', async () => {
    const { body } = await ask(await issuedRoll(80));
    await until(body.id, ({ state }) => state === 'running');
    const cancel = () => issuance.request('POST', `/print-jobs/${body.id}/cancel`, { as: northClerk });
    expect((await cancel()).body.state).toBe('cancelled');
    await eventually(async () => (await piecesOf(body.id)) === 0, 'its pieces to go');
    expect((await cancel()).body.type).toBe('urn:jiangzheng:problem:print/illegal-transition');
    expect((await get(`/${body.id}/file`)).body.type).toBe('urn:jiangzheng:problem:print/not-ready');
  });

  it('a-day-has-passed: the file is gone, and no row has the persons any more', async () => {
    const { body } = await ask(await issuedRoll(3));
    await until(body.id, ({ state }) => state === 'ready');
    expect(await piecesOf(body.id)).toBe(3);
    issuance.setNow('2026-12-02T03:00:00Z');
    expect((await get(`/${body.id}`)).body.state).toBe('expired');
    expect((await get(`/${body.id}/file`)).body.type).toBe('urn:jiangzheng:problem:print/expired');
    await eventually(async () => (await piecesOf(body.id)) === 0, 'its pieces to go');
    issuance.setNow('2026-12-01T02:00:00Z');
  });

  it('a-name-cannot-be-printed: the job fails by that name, and no file has a blank in it', async () => {
    const roll = await reporter.plannedRoll();
    const [first, ...others] = reporter.people(3);
    const unprintable = { ...first!, name: `王${String.fromCodePoint(0x323af)}` };
    await reporter.report(roll, 1, [unprintable, ...others]);
    await issuance.request('POST', `/rolls/${roll.rollId}/issue`, { as: province });
    const { body } = await ask(roll.rollId);
    await until(body.id, ({ state }) => state === 'failed');
    expect((await get(`/${body.id}`)).body.failure).toBe('certificate/glyph-missing');
  });

  it('nothing-to-print, or-another-body’s-roll: refused by name', async () => {
    const roll = await reporter.plannedRoll();
    await reporter.report(roll, 1, reporter.people(1));
    expect((await ask(roll.rollId)).body.type).toBe('urn:jiangzheng:problem:print/empty');
    expect((await ask(roll.rollId, craftClerk)).body.type).toBe('urn:jiangzheng:problem:access/foreign-organisation');
  });
});
