import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CertificateIssuedSchema, CertificateStatusChangedSchema } from '@app/contracts';
import { newId } from '@app/kernel';
import { event, type NewEvent } from '@app/messaging';
import { PersonalDataVault } from '@app/platform';
import { eventually, startTestService, type TestService } from '@app/testing';
import { takeStatusChanged } from '../certificate/certificate.intake.js';
import { CertificateService } from '../certificate/certificate.service.js';
import { service } from '../service-definition.js';
import { DELIVERY_ATTEMPTS_MAX } from './watch.js';
import { signatureOf } from './webhook.post.js';

interface Received {
  id: string;
  signature: string;
  timestamp: number;
  body: string;
}

const qian = { subject: 'employer-api', organisationId: 'org-employer-qian', roles: ['employer' as const] };
const sun = { subject: 'sun-api', organisationId: 'org-employer-sun', roles: ['employer' as const] };
const HOLDER = { name: '张三丰', documentNumber: '23010219900307004X' };
const START = Date.parse('2026-12-01T02:00:00Z');

describe('watches and webhooks on real parts', () => {
  let verification: TestService;
  let receiver: Server;
  let url: string;
  let secret: string;
  /** What the receiver answers next; the last one stays. */
  let statuses = [204];
  const received: Received[] = [];
  let serial = 0;
  let minutes = 0;

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
      request.on('end', () => {
        const header = (name: string): string => String(request.headers[name] ?? '');
        const [id, signature] = [header('webhook-id'), header('webhook-signature')];
        received.push({ id, signature, timestamp: Number(header('webhook-timestamp')), body });
        const status = (statuses.length > 1 ? statuses.shift() : statuses[0]) ?? 204;
        response.writeHead(status, status === 302 ? { location: `${url}/elsewhere` } : {}).end('x'.repeat(100_000));
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    verification = await startTestService(service, 'both', { WATCH_ALLOW_LOOPBACK: 'true' });
    verification.setNow(new Date(START).toISOString());
  });
  afterAll(async () => {
    await verification.stop();
    receiver.closeAllConnections();
    receiver.close();
  });

  const issued = (): { certificateId: string; number: string; told: NewEvent } => {
    const vault = verification.get<PersonalDataVault>(PersonalDataVault);
    const certificateId = newId();
    const number = `Y000023000001263${String((serial += 1)).padStart(6, '0')}`;
    const told = event(CertificateIssuedSchema, certificateId, {
      certificateId,
      certificateNumber: number,
      agencyName: '哈尔滨北方焊接装备有限公司',
      siteCode: number.slice(0, 13),
      subject: { occupationCode: '6-18-02-04', occupationEdition: '2022', occupationName: '焊工', levelDigit: '3' },
      issuedOn: '2026-11-20',
      nameMasked: '张*丰',
      documentMasked: '230***********004X',
      nameIndex: vault.index('name', HOLDER.name),
      documentIndex: vault.index('document', HOLDER.documentNumber),
      tokenSha256: createHash('sha256').update(certificateId).digest('hex'),
    });
    return { certificateId, number, told };
  };
  const watched = async (as: object = qian) => {
    const { certificateId, number, told } = issued();
    await verification.deliver(told);
    const json = { name: HOLDER.name, certificateNumber: number, purpose: 'recruitment' };
    const answer = await verification.request('POST', '/watches', { as, json });
    expect([answer.status, answer.body.items?.length]).toEqual([201, 1]);
    return { certificateId, watchId: answer.body.items[0].id as string };
  };
  const revocation = (certificateId: string, status = 'revoked'): NewEvent =>
    event(CertificateStatusChangedSchema, certificateId, {
      certificateId,
      status,
      reason: 'fraud',
      changedOn: '2026-11-30',
    });
  const deliveries = async (as: object = qian, state = '') =>
    (await verification.request('GET', `/webhook-deliveries${state && `?state=${state}`}`, { as })).body.items;
  const settledOf = (certificateId: string, state: string) =>
    eventually(async () => {
      const found = (await deliveries()).find(
        (each: { certificateId: string }) => each.certificateId === certificateId,
      );
      return found?.state === state ? found : undefined;
    }, `a delivery ${state}`);
  const later = (by: number): void => verification.setNow(new Date(START + (minutes += by) * 60_000).toISOString());
  /** Lets the clock jump again and again, with time for an attempt between. */
  const settledLater = async (certificateId: string, state: string, stepMinutes: number) => {
    for (let step = 0; step < 30; step += 1) {
      const all = await deliveries();
      const found = all.find((each: { certificateId: string }) => each.certificateId === certificateId);
      if (found?.state === state) return found;
      later(stepMinutes);
      await sleep(500);
    }
    const rows = await verification.dataSource.query('SELECT * FROM webhook_delivery WHERE certificate_id = $1', [
      certificateId,
    ]);
    throw new Error(`not ${state}: ${JSON.stringify(rows)}`);
  };
  const codeOf = ({ status, body }: { status: number; body: { type?: string } }): string =>
    `${status} ${String(body.type).replace('urn:jiangzheng:problem:', '')}`;

  it('an address is set with a secret that is shown once; a repeat does not get it', async () => {
    const set = await verification.request('POST', '/webhooks', { as: qian, json: { url }, key: 'k1' });
    expect([set.status, set.headers.get('cache-control')]).toEqual([201, 'no-store']);
    secret = set.body.secret;
    expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(32);
    expect(codeOf(await verification.request('POST', '/webhooks', { as: qian, json: { url }, key: 'k1' }))).toBe(
      '409 idempotency/done',
    );
    const { body } = await verification.request('GET', '/webhooks', { as: qian });
    expect(body.items).toEqual([{ id: set.body.id, url, setAt: expect.any(String) }]);
    expect((await verification.request('GET', '/webhooks', { as: sun })).body.items).toEqual([]);
    const [row] = await verification.dataSource.query('SELECT secret_sealed FROM webhook');
    expect(row.secret_sealed).toMatch(/^v1\./);
  });

  it.each([
    'http://example.org/hook',
    'https://127.0.0.1/hook',
    'https://[::1]/hook',
    'https://169.254.169.254/latest',
    'https://10.0.0.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://user:word@example.org/',
    'ftp://example.org/',
    'nonsense',
  ])('an address that is not public and secure is refused: %s', async (bad) => {
    const answer = await verification.request('POST', '/webhooks', { as: sun, json: { url: bad } });
    // This machine itself is allowed here by a setting, at https too.
    expect(codeOf(answer)).toBe(
      ['https://127.0.0.1/hook', 'https://[::1]/hook', 'https://0x7f.1/', 'https://2130706433/'].includes(bad)
        ? '201 undefined'
        : '400 watch/webhook-url',
    );
  });

  it('a revocation is told within two seconds, signed, and names nobody', async () => {
    const { certificateId, watchId } = await watched();
    const before = received.length;
    const began = Date.now();
    await verification.deliver(revocation(certificateId));
    await eventually(async () => received.length > before, 'the message');
    expect(Date.now() - began).toBeLessThan(2000);
    const { id, signature, timestamp, body } = received[before] as Received;
    expect(JSON.parse(body)).toMatchObject({
      type: 'certificate.status_changed',
      data: { watchId, certificateId, verdict: 'REVOKED', changedOn: '2026-11-30' },
    });
    expect(signature).toBe(signatureOf(secret, { id, timestamp, body }));
    expect(Math.abs(Date.now() / 1000 - timestamp)).toBeLessThan(10);
    expect(body).not.toMatch(/张|230102|Y000023/);
    expect(await settledOf(certificateId, 'delivered')).toMatchObject({ id, attempts: 1 });
  });

  it('the same change heard twice, as when the read model is made anew, is one message', async () => {
    const { certificateId } = await watched();
    const fact = { certificateId, status: 'revoked', reason: 'fraud', changedOn: '2026-11-30', replacedBy: '' };
    const recordedAt = new Date();
    const certificates = verification.get<CertificateService>(CertificateService);
    for (let time = 0; time < 2; time += 1) {
      await verification.dataSource.transaction(async (tx) => {
        const change = await takeStatusChanged(tx, fact, recordedAt);
        await certificates.tellFollowers(tx, change, recordedAt);
      });
      await settledOf(certificateId, 'delivered');
    }
    expect(received.filter(({ body }) => body.includes(certificateId))).toHaveLength(1);
    const ofIt = (await deliveries()).filter((each: { certificateId: string }) => each.certificateId === certificateId);
    expect(ofIt).toHaveLength(1);
  });

  it('a receiver that fails is tried again under the same id; a redirect is not followed', async () => {
    statuses = [500, 302, 204];
    const { certificateId } = await watched();
    await verification.deliver(revocation(certificateId));
    const attempts = async () => received.filter(({ body }) => body.includes(certificateId));
    await settledLater(certificateId, 'delivered', 1);
    const ids = (await attempts()).map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([3, 1]);
  });

  it('after the last attempt it is on the list of the failed, and is sent again when asked', async () => {
    statuses = [503];
    const { certificateId } = await watched();
    await verification.deliver(revocation(certificateId, 'cancelled'));
    const failed = await settledLater(certificateId, 'failed', 25 * 60);
    expect(failed).toMatchObject({ verdict: 'CANCELLED', attempts: DELIVERY_ATTEMPTS_MAX, lastFailure: 'status 503' });
    expect(await deliveries(qian, 'failed')).toEqual([failed]);
    const resend = (as: object) => verification.request('POST', `/webhook-deliveries/${failed.id}/resend`, { as });
    expect(codeOf(await resend(sun))).toBe('403 access/foreign-organisation');
    statuses = [204];
    expect((await resend(qian)).body).toMatchObject({ id: failed.id, state: 'waiting' });
    await settledOf(certificateId, 'delivered');
    expect(codeOf(await resend(qian))).toBe('409 watch/not-failed');
  });

  it('a process that took a delivery and died: another sends it under the same id when the lease is over', async () => {
    statuses = [204];
    const { certificateId } = await watched();
    await verification.deliver(revocation(certificateId));
    const { id } = await settledOf(certificateId, 'delivered');
    const before = received.length;
    await verification.dataSource.query(
      `UPDATE webhook_delivery SET state = 'waiting', settled_at = NULL, next_attempt_at = $2 WHERE id = $1`,
      [id, new Date(START + minutes * 60_000 + 50_000)],
    );
    later(1);
    await eventually(async () => received.length > before, 'the message');
    expect(received.at(-1)?.id).toBe(id);
  });

  it('nobody is told of a change from before the watch, after its end, or of another’s watch', async () => {
    const { certificateId, number, told } = issued();
    await verification.deliver(told);
    await verification.deliver(revocation(certificateId));
    const json = { documentNumber: HOLDER.documentNumber, certificateNumber: number, purpose: 'bidding' };
    const { body } = await verification.request('POST', '/watches', { as: qian, json });
    const ended = await watched();
    const end = (as: object) => verification.request('DELETE', `/watches/${ended.watchId}`, { as });
    expect(codeOf(await end(sun))).toBe('403 access/foreign-organisation');
    expect((await end(qian)).status).toBe(204);
    await verification.deliver(revocation(ended.certificateId));
    const mine = await watched();
    await verification.deliver(revocation(mine.certificateId));
    await settledOf(mine.certificateId, 'delivered');
    const ids = (await deliveries()).map((each: { certificateId: string }) => each.certificateId);
    expect(ids).not.toContain(certificateId);
    expect(ids).not.toContain(ended.certificateId);
    expect(await deliveries(sun)).toEqual([]);
    expect((await verification.request('GET', '/watches', { as: sun })).body.items).toEqual([]);
    expect(body.items).toHaveLength(1);
  });

  it('a watch needs two right facts, and lasts a year', async () => {
    const { number, told } = issued();
    await verification.deliver(told);
    const ask = (json: object) =>
      verification.request('POST', '/watches', { as: qian, json: { ...json, purpose: 'pay' } });
    expect(codeOf(await ask({ name: '李四', certificateNumber: number }))).toBe('404 watch/not-found');
    expect(codeOf(await ask({ certificateNumber: number }))).toBe('400 certificate/two-facts');
    const { body } = await ask({ name: HOLDER.name, certificateNumber: number });
    const { id, expiresOn } = body.items[0];
    expect(expiresOn > '2027-11-30').toBe(true);
    const again = await ask({ name: HOLDER.name, certificateNumber: number });
    expect(again.body.items[0].id).toBe(id);
    later(400 * 24 * 60);
    const shown = async () => (await verification.request('GET', '/watches', { as: qian })).body.items;
    await eventually(async () => (await shown()).length === 0, 'the end of the watches');
  });
});
