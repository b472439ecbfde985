import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '@app/messaging';
import { SERVICE } from '@app/platform';
import { startTestService, type TestAnswer, type TestService } from '@app/testing';
import { codeOf, indexesOf, KEY_CHANGED, KeyDesk } from '../../test/key-desk.js';
import { city, northClerk, province, province2 } from '../../test/reporter.js';
import { appendLog } from '../log/log.repository.js';
import { service } from '../service-definition.js';
import { assertActive } from './signing-key.repository.js';

const PAUSE_MS = 300;

describe('changes of signing keys on real parts', () => {
  let issuance: TestService;
  let desk: KeyDesk;

  beforeAll(async () => {
    issuance = await startTestService(service);
    desk = await KeyDesk.open(issuance);
  });
  afterAll(async () => {
    await issuance.stop();
  });

  it('second-officer-is-the-first, a city officer, a clerk: refused, and nothing changes', async () => {
    desk.later();
    const before = await desk.shownKeys();
    const id = await desk.proposeRotation();
    const answers = [
      await desk.confirm(id, province),
      await desk.confirm(id, city),
      await desk.confirm(id, { ...province2, jurisdiction: '230100' }),
      await desk.post(`/keys/org-north/rotate`, northClerk, { reason: '想换' }),
      await desk.post(`/keys/org-north/rotate`, province2, { reason: '再提一次' }),
      await desk.post(`/keys/org-nowhere/rotate`, province, { reason: '没有这个机构' }),
      await desk.post(`/keys/nonsense/compromise`, province, { reason: '没有这把密钥' }),
      await desk.post(`/keys/org-north/rotate`, province, { reason: ' ' }),
    ];
    expect(answers.map(codeOf)).toEqual([
      '403 access/same-person',
      '403 access/role',
      '403 access/foreign-jurisdiction',
      '403 access/role',
      '409 key-change/open',
      '404 signing-key/not-found',
      '404 signing-key/not-found',
      '400 request/invalid',
    ]);
    expect(await desk.shownKeys()).toEqual(before);
    const { body } = await issuance.request('GET', '/key-changes', { as: province2 });
    expect(body.items).toMatchObject([{ id, kind: 'rotation', state: 'proposed', proposedBy: province.subject }]);
    expect(codeOf(await desk.post(`/key-changes/${id}/refuse`, province, { reason: '撤回' }))).toBe('200 refused');
    expect(codeOf(await desk.confirm(id))).toBe('409 key-change/illegal-transition');
  });

  it('two-officers-confirm-at-once: one rotates, and the chain moves on by one key', async () => {
    desk.later();
    const [active, next] = [await desk.signer(), (await desk.shownKeys()).find(({ state }) => state === 'next')];
    const id = await desk.proposeRotation();
    const officer3 = { ...province, subject: 'officer3.province' };
    const answers = await Promise.all([desk.confirm(id, province2), desk.confirm(id, officer3)]);
    expect(answers.map(codeOf).sort()).toEqual(['200 confirmed', '409 key-change/illegal-transition']);
    const after = await desk.shownKeys();
    expect(after.map(({ state }) => state).sort()).toEqual(['active', 'next', 'retired']);
    expect((await desk.signer()).kid).toBe(next?.kid);
    const retired = await desk.shown(active.kid);
    expect([retired.state, Date.parse(retired.retiredAt ?? '') > Date.parse(retired.notBefore ?? '')]).toEqual([
      'retired',
      true,
    ]);
    const told = (await issuance.told(KEY_CHANGED)).slice(-3).map(({ data }) => data['state']);
    expect(told).toEqual(['retired', 'active', 'next']);
    const early = await desk.confirm(await desk.proposeRotation());
    expect([codeOf(early), early.body.titles.en]).toEqual([
      '409 signing-key/next-too-young',
      expect.stringContaining('rotate after 2026-12-01T02:'),
    ]);
    desk.later();
  });

  it('a-roll-is-being-issued: the rotation waits for its commit, and stands behind it in the log', async () => {
    const old = await desk.signer();
    const open = (await issuance.request('GET', '/key-changes', { as: province2 })).body.items[0];
    let rotating: Promise<TestAnswer> | undefined;
    await inTransaction(issuance.dataSource, SERVICE, async (tx) => {
      await assertActive(tx, old.kid);
      rotating = desk.confirm(open.id);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      expect((await desk.shown(old.kid)).state).toBe('active');
      await appendLog(tx, [
        { type: 'number-voided', site: 's', year: '26', level: '3', serial: 1, reason: old.kid, at: '' },
      ]);
    });
    expect(codeOf(await rotating!)).toBe('200 confirmed');
    const entries = await desk.log();
    const [signed] = indexesOf(entries, (entry) => entry.type === 'number-voided' && entry.reason === old.kid);
    const [retired] = indexesOf(entries, (e) => e.type === 'signing-key' && e.kid === old.kid && e.state === 'retired');
    expect(signed).toBeLessThan(retired ?? 0);
    await expect(inTransaction(issuance.dataSource, SERVICE, (tx) => assertActive(tx, old.kid))).rejects.toMatchObject({
      code: 'signing-key/not-active',
    });
  });

  it('rolls-and-rotations-at-once: every block is signed by the key that was active at its place in the log', async () => {
    const outcomes: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      desk.later();
      const id = await desk.proposeRotation();
      const [issued, rotated] = await Promise.all([desk.issueRoll(60), desk.confirm(id)]);
      expect(codeOf(rotated)).toBe('200 confirmed');
      outcomes.push(codeOf(issued));
      if (issued.status === 409) {
        expect(codeOf(await desk.post(`/rolls/${issued.rollId}/issue`, province))).toBe('200 issued');
      }
    }
    expect(outcomes.filter((each) => !['200 issued', '409 signing-key/not-active'].includes(each))).toEqual([]);
    const entries = await desk.log();
    let active = '';
    let blocks = 0;
    for (const entry of entries) {
      if (entry.type === 'signing-key' && entry.state === 'active') active = entry.kid;
      if (entry.type !== 'certificate-block') continue;
      expect(entry.kid).toBe(active);
      blocks += 1;
    }
    expect(blocks).toBe(3);
  });

  it('the-database-by-itself: no change without two persons, no change of history, nothing removed', async () => {
    const { kid } = await desk.signer();
    const id = await (async () => {
      desk.later();
      return desk.proposeRotation();
    })();
    const refused = async (sql: string, parameters: unknown[]): Promise<string> => {
      try {
        await issuance.dataSource.query(sql, parameters);
        return 'done';
      } catch (error) {
        return (error as Error).message;
      }
    };
    const retire = `UPDATE signing_key SET state = 'retired', retired_at = now() WHERE kid = $1`;
    expect(await refused(retire, [kid])).toMatch(/no two persons/);
    const alone = `UPDATE key_change SET state = 'confirmed', decided_by = proposed_by, decided_at = now() WHERE id = $1`;
    expect(await refused(alone, [id])).toMatch(/key_change_second_person_check/);
    expect(await refused(`UPDATE key_change SET proposed_by = 'someone' WHERE id = $1`, [id])).toMatch(
      /does not change/,
    );
    expect(await refused('DELETE FROM key_change WHERE id = $1', [id])).toMatch(/never removed/);
    expect(await refused('DELETE FROM signing_key WHERE kid = $1', [kid])).toMatch(/never removed/);
    const [before] = (await desk.shownKeys()).filter(({ state }) => state === 'retired');
    const back = `UPDATE signing_key SET state = 'active' WHERE kid = $1`;
    expect(await refused(back, [before?.kid])).toMatch(/cannot go from retired to active/);
    expect(await refused(`UPDATE signing_key SET public_jwk = '{}' WHERE kid = $1`, [kid])).toMatch(/history/);
    const rewritten = `UPDATE signing_key SET retired_at = now() WHERE kid = $1`;
    expect(await refused(rewritten, [before?.kid])).toMatch(/history of a signing key/);
  });
});
