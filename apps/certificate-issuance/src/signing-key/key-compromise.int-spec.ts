import { verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keyTrustAt } from '@app/credential';
import { inTransaction } from '@app/messaging';
import { SERVICE } from '@app/platform';
import { startTestService, type TestAnswer, type TestService } from '@app/testing';
import { codeOf, indexesOf, KEY_CHANGED, KeyDesk } from '../../test/key-desk.js';
import { province } from '../../test/reporter.js';
import { appendLog } from '../log/log.repository.js';
import { service } from '../service-definition.js';
import { closeLog } from './signing-key.repository.js';

describe('a signing key that was stolen, on real parts', () => {
  let issuance: TestService;
  let desk: KeyDesk;

  beforeAll(async () => {
    issuance = await startTestService(service);
    desk = await KeyDesk.open(issuance);
  });
  afterAll(async () => {
    await issuance.stop();
  });

  it('the-drill: what was logged before the key was given up stays valid, a forgery with the stolen key does not', async () => {
    const stolen = await desk.signer();
    const issued = await desk.issueRoll(5);
    expect(issued.status).toBe(200);
    // Somebody else's leaves have an earlier position but commit later: they must not push ours behind the index.
    let given: TestAnswer | undefined;
    const place = await inTransaction(issuance.dataSource, SERVICE, async (tx) => {
      const batch = await appendLog(tx, [
        { type: 'number-voided', site: 's', year: '26', level: '3', serial: 2, reason: 'late', at: '' },
      ]);
      const second = await desk.issueRoll(5);
      expect(second.status).toBe(200);
      const proposed = await desk.post(`/keys/${stolen.kid}/compromise`, province, { reason: '签名机被盗' });
      expect(codeOf(proposed)).toBe('201 proposed');
      expect(codeOf(await desk.confirm(proposed.body.id, province))).toBe('403 access/same-person');
      given = await desk.confirm(proposed.body.id);
      return batch;
    });
    expect(given && codeOf(given)).toBe('200 confirmed');
    const entries = await desk.log();
    const key = await desk.shown(stolen.kid);
    const from = key.compromisedFrom ?? -1;
    expect(key.state).toBe('compromised');
    const rows: { index: string }[] = await issuance.dataSource.query(
      `SELECT b.first_index + c.batch_offset AS index FROM certificate c JOIN log_batch b ON b.id = c.batch_id
       WHERE c.signing_kid = $1`,
      [stolen.kid],
    );
    const indexes = rows.map(({ index }) => Number(index));
    expect(indexes.length).toBeGreaterThanOrEqual(10);
    expect(indexes.map((index) => keyTrustAt(key, index))).toEqual(indexes.map(() => 'trusted'));
    // The index is exact: every leaf that came later, the late one and the key's own, is at or behind it.
    const [late] = await issuance.dataSource.query('SELECT first_index FROM log_batch WHERE id = $1', [place]);
    const [leaf] = indexesOf(
      entries,
      (e) => e.type === 'signing-key' && e.kid === stolen.kid && e.state === 'compromised',
    );
    expect([Number(late.first_index) >= from, (leaf ?? -1) >= from, Math.max(...indexes) < from]).toEqual([
      true,
      true,
      true,
    ]);
    expect(entries[leaf ?? -1]).toMatchObject({ compromisedFrom: from, x: key.x, y: key.y });
    const told = (await issuance.told(KEY_CHANGED)).find(
      ({ aggregateId, data }) => aggregateId === stolen.kid && data['state'] === 'compromised',
    );
    expect(told?.data).toMatchObject({ compromisedFrom: String(from) });
    // The thief signs well, and it is worth nothing: neither outside of the log nor in it.
    const forgery = new Uint8Array(Buffer.from('伪造的证书'));
    const { kty, crv, x, y } = key;
    const jwk = { key: { kty, crv, x, y }, format: 'jwk', dsaEncoding: 'ieee-p1363' } as const;
    expect(verify('sha256', forgery, jwk, stolen.signNow(forgery))).toBe(true);
    expect([keyTrustAt(key, undefined), keyTrustAt(key, entries.length)]).toEqual(['compromised', 'compromised']);
    // The body goes on with its next key at once.
    expect((await desk.signer()).kid).not.toBe(stolen.kid);
    expect((await desk.issueRoll(2)).status).toBe(200);
    expect((await desk.shownKeys()).filter(({ state }) => state === 'next')).toHaveLength(1);
    expect(codeOf(await desk.post(`/keys/${stolen.kid}/compromise`, province, { reason: '再报一次' }))).toBe(
      '409 signing-key/illegal-transition',
    );
  });

  it('the-size-of-the-log-is-exact: what was committed stands below it, what commits later does not, whatever its position', async () => {
    const leaf = {
      type: 'number-voided',
      site: 's',
      year: '26',
      level: '3',
      serial: 3,
      reason: 'size',
      at: '',
    } as const;
    const append = () => inTransaction(issuance.dataSource, SERVICE, (tx) => appendLog(tx, [leaf, leaf]));
    const placeOf = async (id: string): Promise<number> => {
      const [row] = await issuance.dataSource.query('SELECT first_index FROM log_batch WHERE id = $1', [id]);
      return Number(row.first_index);
    };
    for (let round = 0; round < 10; round += 1) {
      let size = 0;
      let before = '';
      const late = await inTransaction(issuance.dataSource, SERVICE, async (tx) => {
        const earlierPosition = await appendLog(tx, [leaf]);
        before = await append();
        size = await inTransaction(issuance.dataSource, { ...province, organisationId: '' }, closeLog);
        return earlierPosition;
      });
      const after = await append();
      await desk.log();
      expect([
        (await placeOf(before)) + 2 <= size,
        (await placeOf(late)) >= size,
        (await placeOf(after)) >= size,
      ]).toEqual([true, true, true]);
    }
  });

  it('a-retired-key-and-a-next-key-are-stolen: each is given up, and the chain stays whole', async () => {
    desk.later();
    expect(codeOf(await desk.confirm(await desk.proposeRotation()))).toBe('200 confirmed');
    const all = await desk.shownKeys();
    for (const state of ['retired', 'next'] as const) {
      const { kid } = all.find((key) => key.state === state)!;
      const proposed = await desk.post(`/keys/${kid}/compromise`, province, { reason: '备份外泄' });
      expect(codeOf(await desk.confirm(proposed.body.id))).toBe('200 confirmed');
      expect((await desk.shown(kid)).state).toBe('compromised');
    }
    const states = (await desk.shownKeys()).map(({ state }) => state);
    expect(states.filter((state) => state === 'active' || state === 'next').sort()).toEqual(['active', 'next']);
  });
});
