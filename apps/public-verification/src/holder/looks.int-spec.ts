import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Principal } from '@app/platform';
import { startTestService, type TestService } from '@app/testing';
import { holdersOf, type Holder } from '../../test/messy-list.js';
import { employer, issueAll, reached, upload } from '../../test/register.js';
import { service } from '../service-definition.js';

const STRANGERS = 150;
const candidate = (subject: string): Partial<Principal> => ({ subject, roles: ['candidate'] });
const officer: Partial<Principal> = {
  subject: 'officer',
  roles: ['city-officer'],
  organisationId: 'org-harbin-hrss',
  organisationName: '哈尔滨市人力资源和社会保障局',
  jurisdiction: '230100',
};

interface Look {
  id: string;
  at: string;
  certificateIds: string[];
}

describe('who checked mine', () => {
  let verification: TestService;
  let ids: string[];
  const [zhang, li] = holdersOf(2) as [Holder, Holder];
  const me = candidate('account-zhang');
  const other = candidate('account-li');

  const looks = async (as: object, query = ''): Promise<{ items: Look[]; next?: string }> =>
    (await verification.request('GET', `/my/checks${query}`, { as })).body;
  const verify = ({ name, documentNumber }: Holder) =>
    verification.request('POST', '/verify', { json: { name, documentNumber } });
  const inquire = (as: Partial<Principal>, { name, documentNumber }: Holder) =>
    verification.request('POST', '/inquiries', { as, json: { name, documentNumber, purpose: 'recruitment' } });

  beforeAll(async () => {
    verification = await startTestService(service);
    ids = await issueAll(verification, [zhang, li]);
    for (const [as, { name, documentNumber, certificateNumber }] of [
      [me, zhang],
      [other, li],
    ] as const) {
      // The register of these specs takes the number for the code on the paper.
      const claim = { name, documentNumber, token: certificateNumber };
      expect((await verification.request('PUT', '/my/binding', { as, json: claim })).status).toBe(200);
    }
  });
  afterAll(async () => {
    await verification.stop();
  });

  it('newest first and in pages: not the holder, not from where, not what somebody looked up beside', async () => {
    await verify(zhang);
    await verification.request('GET', `/verify/${zhang.certificateNumber}`);
    await verify(li);
    await verification.request('GET', '/my/certificates', { as: me });
    const first = await looks(me, '?limit=1');
    expect(first.items).toMatchObject([{ asker: 'public', way: 'code', certificateIds: [ids[0]] }]);
    const second = await looks(me, `?limit=1&after=${first.next}`);
    expect(second.items).toMatchObject([{ asker: 'public', way: 'facts' }]);
    expect(second.next).toBeUndefined();
    expect(Object.keys(first.items[0] ?? {}).sort()).toEqual(['asker', 'at', 'certificateIds', 'id', 'way']);
    expect((await looks(other)).items).toHaveLength(1);
    const wrong = Buffer.from(`${ids[0]}.x`).toString('base64url');
    expect(await looks(me, `?after=${wrong}`)).toMatchObject({ type: 'urn:jiangzheng:problem:request/cursor' });
  });

  it('strangers-who-ask-together share a row of the trail: each holder is shown the own looks of it, one by one', async () => {
    const before = [await looks(me), await looks(other)].map(({ items }) => items.length);
    await Promise.all(Array.from({ length: STRANGERS }, (_, at) => verify(at % 3 === 0 ? li : zhang)));
    const [shared] = await verification.dataSource.query<{ rows: number }[]>(
      `SELECT count(*)::int AS rows FROM audit WHERE content ? 'looks'`,
    );
    expect(shared?.rows).toBeGreaterThan(0);
    const mine = (await looks(me, '?limit=200')).items;
    const others = (await looks(other, '?limit=200')).items;
    expect([mine.length - (before[0] ?? 0), others.length - (before[1] ?? 0)]).toEqual([100, 50]);
    expect(mine.every(({ certificateIds }) => certificateIds.join() === ids[0])).toBe(true);
    expect(others.every(({ certificateIds }) => certificateIds.join() === ids[1])).toBe(true);

    const paged: Look[] = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const page: { items: Look[]; next?: string } = await looks(me, `?limit=7${next && `&after=${next}`}`);
      paged.push(...page.items);
      next = page.next;
    }
    expect(paged).toEqual(mine);
    expect(new Set(paged.map(({ id }) => id)).size).toBe(mine.length);
  });

  it('an organisation that inquires is named with its purpose; an officer is an authority', async () => {
    // Everybody's token names where their organisation lies.
    await inquire({ ...employer, jurisdiction: '230100' }, zhang);
    expect((await looks(me, '?limit=1')).items).toMatchObject([
      {
        asker: 'organisation',
        way: 'inquiry',
        organisationName: '哈尔滨钱氏机械有限公司',
        purpose: { code: 'recruitment', zh: '招聘录用', en: 'Recruitment' },
      },
    ]);
    await inquire(officer, zhang);
    expect((await looks(me, '?limit=1')).items).toMatchObject([
      { asker: 'authority', organisationName: '哈尔滨市人力资源和社会保障局' },
    ]);
    // Under its new name from then on, without a second row.
    await inquire({ ...employer, organisationName: '哈尔滨钱氏重工有限公司' }, zhang);
    expect((await looks(me, '?limit=1')).items).toMatchObject([{ organisationName: '哈尔滨钱氏重工有限公司' }]);
    const text = JSON.stringify(await looks(me));
    expect(text).not.toMatch(/employer\.qian|钱大海|"officer"|127\.0\.0\.1/);
  });

  it('a batch is shown to each of its people with the organisation and the purpose, and with nobody beside them', async () => {
    const lines = [zhang, li].map(({ name, documentNumber }) => `${name},${documentNumber}`);
    const asked = await upload(verification, Buffer.from(`姓名,身份证号\n${lines.join('\n')}\n`));
    await reached(verification, asked.body.id, 'finished');
    await verification.request('GET', `/batches/${asked.body.id}/rows`, { as: employer });
    for (const [as, id] of [
      [me, ids[0]],
      [other, ids[1]],
    ] as const) {
      const { items } = await looks(as, '?limit=2');
      expect(items).toMatchObject(
        [1, 2].map(() => ({
          asker: 'organisation',
          way: 'batch',
          organisationName: '哈尔滨钱氏机械有限公司',
          purpose: { code: 'tender' },
          certificateIds: [id],
        })),
      );
      expect(JSON.stringify(items)).not.toContain('某某工程');
    }
  });
});
