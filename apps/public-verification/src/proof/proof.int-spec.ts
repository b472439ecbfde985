import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@app/testing';
import { holdersOf, messyRows, messyWorkbook } from '../../test/messy-list.js';
import { employer, issueAll, reached, upload } from '../../test/register.js';
import { service } from '../service-definition.js';

const ROOT = Buffer.alloc(32, 7).toString('base64');
const NOTE = `example.org/log\n42\n${ROOT}\n\n— example.org/log AAAAAAAA\n`;
const holders = holdersOf(50);
const rows = messyRows(holders, 15);

/** The parts of a signed PDF: what the signature covers, and the signature. */
function signedParts(file: Buffer): { covered: Buffer; signature: Buffer } {
  const [start = 0, length = 0, second = 0, rest = 0] =
    /\/ByteRange \[(\d+) (\d+) +(\d+) +(\d+)/.exec(file.toString('latin1'))?.slice(1).map(Number) ?? [];
  expect(second + rest).toBe(file.length);
  const hex = file.subarray(length + 1, second - 1).toString('latin1');
  return {
    covered: Buffer.concat([file.subarray(start, length), file.subarray(second)]),
    signature: Buffer.from(hex, 'hex'),
  };
}

describe('proofs of verification', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jz-proof-'));
  let log: Server;
  let isLogThere = true;
  let verification: TestService;

  beforeAll(async () => {
    log = createServer((_request, response) => {
      response.statusCode = isLogThere ? 200 : 503;
      response.end(isLogThere ? NOTE : 'away');
    });
    await new Promise<void>((resolve) => log.listen(0, '127.0.0.1', resolve));
    const LOG_URL = `http://127.0.0.1:${(log.address() as AddressInfo).port}/log`;
    verification = await startTestService(service, 'both', { LOG_URL });
    verification.setNow('2026-11-23T02:00:00Z');
    await issueAll(verification, holders);
  });
  afterAll(async () => {
    await verification.stop();
    log.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = (route: string, as?: typeof employer) => verification.request('GET', route, as ? { as } : {});
  const finished = async () => {
    const { body } = await upload(verification, messyWorkbook(rows));
    return reached(verification, body.id, 'finished');
  };

  async function verifyWithOpenssl(file: Buffer): Promise<string> {
    const { covered, signature } = signedParts(file);
    const files = { pem: (await get('/proof-key')).body.certificate, covered, signature };
    const [pem, content, sealed] = Object.entries(files).map(([name, bytes]) => {
      const at = path.join(folder, name);
      writeFileSync(at, bytes);
      return at;
    });
    const args = ['cms', '-verify', '-binary', '-inform', 'DER', '-in', sealed, '-content', content, '-CAfile', pem];
    execFileSync('openssl', [...args, '-purpose', 'any', '-out', path.join(folder, 'out')] as string[], {
      stdio: 'pipe',
    });
    return 'verified';
  }

  it('of a batch: OpenSSL verifies it against the published key, and anyone checks its code', async () => {
    const batch = await finished();
    const { body: file } = await get(`/batches/${batch.id}/proof`, employer);
    expect(await verifyWithOpenssl(file)).toBe('verified');
    const damaged = Buffer.from(file);
    damaged[file.length - 20] = 0x30;
    await expect(verifyWithOpenssl(damaged)).rejects.toThrow();
    const workbook = await get(`/batches/${batch.id}/workbook`, employer);
    const typed = batch.proofCode.toLowerCase().replace(/(.{5})/g, '$1-');
    const checked = await get(`/proofs/${typed}`);
    expect(checked.body).toMatchObject({
      code: batch.proofCode,
      organisationName: '哈尔滨钱氏机械有限公司',
      rows: 15,
      inputSha256: createHash('sha256').update(messyWorkbook(rows)).digest('hex'),
      outputSha256: createHash('sha256').update(workbook.body).digest('hex'),
      logPosition: { origin: 'example.org/log', size: 42, root: ROOT },
    });
    expect((await get('/proofs/00000000000000000000000000')).body.type).toContain('proof/not-found');
  });

  it('of one line: names the verdict, and to a stranger nobody', async () => {
    const batch = await finished();
    const { body: file } = await get(`/batches/${batch.id}/rows/1/proof`, employer);
    expect(await verifyWithOpenssl(file)).toBe('verified');
    if (process.env['PROOF_FOLDER']) writeFileSync(path.join(process.env['PROOF_FOLDER'], 'row.pdf'), file);
    const { body: page } = await get(`/batches/${batch.id}/rows?limit=1`, employer);
    const { body } = await get(`/proofs/${page.items[0].proofCode}`);
    expect(body.row).toMatchObject({ verdict: 'VALID', conclusion: { zh: '有效' } });
    expect(JSON.stringify(body)).not.toContain(holders[0]?.name);
    expect((await get(`/batches/${batch.id}/rows/99/proof`, employer)).body.type).toContain('batch/no-row');
    const looks = await verification.dataSource.query(
      `SELECT 1 FROM audit WHERE content ->> 'action' = 'proof.row' AND content ->> 'kind' = 'export'
         AND jsonb_array_length(content -> 'persons') = 1`,
    );
    expect(looks).toHaveLength(1);
  });

  it('a log that does not answer is said, and nothing is made up', async () => {
    isLogThere = false;
    const batch = await finished();
    isLogThere = true;
    expect(batch.logPosition).toBeUndefined();
    const { body: file } = await get(`/batches/${batch.id}/proof`, employer);
    if (process.env['PROOF_FOLDER']) writeFileSync(path.join(process.env['PROOF_FOLDER'], 'batch.pdf'), file);
    expect(await verifyWithOpenssl(file)).toBe('verified');
    expect((await get(`/proofs/${batch.proofCode}`)).body.logPosition).toBeUndefined();
  });

  it('a batch that is not finished has neither proof nor workbook', async () => {
    const { body } = await upload(verification, messyWorkbook(rows));
    await verification.request('POST', `/batches/${body.id}/cancel`, { as: employer });
    const { status, body: problem } = await get(`/batches/${body.id}/proof`, employer);
    expect([status, problem.type]).toEqual([409, 'urn:jiangzheng:problem:batch/not-finished']);
  });
});
