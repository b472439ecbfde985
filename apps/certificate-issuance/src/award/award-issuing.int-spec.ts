import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { awardRules } from '@app/standards';
import { startTestService, type TestService } from '@app/testing';
import { AwardDesk, COOK, done, SCHOOL_SITE, schoolClerk } from '../../test/award-setting.js';
import { northClerk, province, province2 } from '../../test/reporter.js';
import { service } from '../service-definition.js';

const DECIDED = 'certificate-issuance.award.decided.v1';
const ISSUED = 'certificate-issuance.certificate-batch.issued.v1';
const won = { contestClass: 'provincial-1', place: 2, heldOn: '2026-09-10', standardDigit: '2' };
const codeOf = (answer: { body: { type?: string } }) => answer.body.type?.split(':').at(-1);

describe('issuing of applications on real parts', () => {
  let issuance: TestService;
  let desk: AwardDesk;

  beforeAll(async () => {
    issuance = await startTestService(service);
    desk = await AwardDesk.open(issuance);
  });
  afterAll(async () => {
    await issuance.stop();
  });

  const sql = <T>(text: string, values: unknown[] = []): Promise<T[]> => issuance.dataSource.query(text, values);

  it('from-draft-to-certificate: each basis with a level gives a 22-character number, its basis and no exam', async () => {
    const direct = desk.content('direct-recognition', [desk.row('direct-recognition')]);
    const contest = desk.content('competition-promotion', [desk.row('competition-promotion', { contest: won })], {
      levelDigit: '1',
    });
    const title = desk.content(
      'title-bridging',
      [desk.row('title-bridging', { title: { grade: 'junior', receivedOn: '2025-06-01' } })],
      { occupationCode: COOK },
    );
    const deemed = desk.content(
      'deemed-equivalent',
      [desk.row('deemed-equivalent', { courses: [{ name: '中式热菜制作', points: 82 }] })],
      { filingId: desk.schoolFiling, siteCode: SCHOOL_SITE, occupationCode: COOK },
    );
    for (const [content, clerk, letter] of [
      [direct, northClerk, 'Y'],
      [contest, northClerk, 'Y'],
      [title, northClerk, 'Y'],
      [deemed, schoolClerk, 'S'],
    ] as const) {
      const id = await desk.ready(content, clerk);
      const { body } = await done(desk.act(id, 'issue', province));
      const { basis, levelDigit } = content as { basis: string; levelDigit: string };
      expect([basis, body.state, body.rows[0].state]).toEqual([basis, 'issued', 'issued']);
      expect(body.rows[0].certificateNumber).toMatch(new RegExp(`^${letter}00002300000126${levelDigit}\\d{6}$`));
      const [kept] = await sql('SELECT basis, award_id, roll_id, plan_id FROM certificate WHERE id = $1', [
        body.rows[0].certificateId,
      ]);
      expect(kept).toEqual({ basis, award_id: id, roll_id: null, plan_id: null });
      const told = (await issuance.told(ISSUED)).find((each) =>
        JSON.stringify(each.data).includes(body.rows[0].certificateId),
      );
      expect(told?.data).toMatchObject({
        basis,
        awardId: id,
        certificates: [{ certificateNumber: body.rows[0].certificateNumber }],
      });
      expect(Object.keys(told?.data ?? {})).not.toContain('rollId');
      const decisions = (await issuance.told(DECIDED)).filter((each) => each.aggregateId === id);
      expect(decisions.map(({ data }) => [data['decision'], data['issued'] ?? 0])).toEqual([
        ['approved', 0],
        ['issued', 1],
      ]);
      const pdf = await issuance.request('GET', `/certificates/${body.rows[0].certificateId}/pdf`, { as: clerk });
      expect(pdf.headers.get('content-type')).toBe('application/pdf');
    }
  });

  it('two-officers-issue-at-once, the-same-request-again: one certificate per person', async () => {
    const id = await desk.ready(
      desk.content(
        'direct-recognition',
        Array.from({ length: 5 }, () => desk.row('direct-recognition')),
      ),
    );
    const answers = await Promise.all([desk.act(id, 'issue', province), desk.act(id, 'issue', province2)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [count] = await sql<{ count: number }>('SELECT count(*)::int FROM certificate WHERE award_id = $1', [id]);
    expect(count).toEqual({ count: 5 });
    issuance.setNow('2026-12-01T02:00:00Z');
    const content = desk.content('direct-recognition', [desk.row('direct-recognition')]);
    const draft = (json: object) => issuance.request('POST', '/awards', { as: northClerk, json, key: 'draft-1' });
    const [once, twice] = [await draft(content), await draft(content)];
    expect([twice.status, twice.body, twice.headers.get('idempotency-replayed')]).toEqual([201, once.body, 'true']);
    expect(codeOf(await draft({ ...content, levelDigit: '2' }))).toBe('idempotency/key-reused');
  });

  it('one-person-in-two-applications-at-once: one certificate; and one promotion by contests of a year', async () => {
    const shared = Array.from({ length: 10 }, () => desk.row('direct-recognition'));
    const ids = [
      await desk.ready(desk.content('direct-recognition', shared)),
      await desk.ready(desk.content('direct-recognition', shared.toReversed())),
    ];
    const answers = await Promise.all(ids.map((id) => desk.act(id, 'issue', province)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const states = answers.flatMap(({ body }) => body.rows as { state: string }[]).map(({ state }) => state);
    expect(states.filter((state) => state === 'issued')).toHaveLength(10);
    const champion = desk.row('competition-promotion', { contest: won });
    const second = { ...champion, contest: { ...won, place: 7, heldOn: '2026-11-01' } };
    const twice = [
      await desk.ready(desk.content('competition-promotion', [champion], { levelDigit: '1' })),
      await desk.ready(desk.content('competition-promotion', [second], { levelDigit: '2' })),
    ];
    const outcomes = [];
    for (const id of twice) outcomes.push((await done(desk.act(id, 'issue', province))).body.rows[0]);
    expect(outcomes.map(({ state, refusal }) => [state, refusal?.rule])).toEqual([
      ['issued', undefined],
      ['refused', 'promoted-this-year'],
    ]);
  });

  it('an-issue-that-fails: no number is burned, nobody is noted as holder, and it can be done again', async () => {
    const id = await desk.ready(
      desk.content('direct-recognition', [desk.row('direct-recognition'), desk.row('direct-recognition')], {
        levelDigit: '4',
      }),
    );
    const [kept] = await sql<{ person_sealed: string }>(
      'SELECT person_sealed FROM award_row WHERE award_id = $1 AND position = 1',
      [id],
    );
    const setPerson = (sealed: string) =>
      sql('UPDATE award_row SET person_sealed = $2 WHERE award_id = $1 AND position = 1', [id, sealed]);
    await setPerson('v1.broken');
    expect((await desk.act(id, 'issue', province)).status).toBe(500);
    const left = await sql(
      `SELECT (SELECT count(*)::int FROM number_series WHERE level = '4') AS series,
         (SELECT count(*)::int FROM holding WHERE level_digit = '4') AS holdings,
         (SELECT state FROM award WHERE id = $1) AS state`,
      [id],
    );
    expect(left).toEqual([{ series: 0, holdings: 0, state: 'ready' }]);
    await setPerson(kept!.person_sealed);
    const { body } = await done(desk.act(id, 'issue', province));
    expect(body.rows.map((row: { certificateNumber: string }) => row.certificateNumber.slice(-6))).toEqual([
      '000001',
      '000002',
    ]);
  });

  it('without-a-national-number: 专项职业能力 needs a published 考核规范; it and 学徒工 are kept, once per person', async () => {
    const levelless = { levelDigit: '', occupationCode: 'HLJ-ZX-001' };
    const norm = {
      code: 'HLJ-ZX-001',
      name: '冰雕制作',
      publishedOn: '2026-01-05',
      documentNumber: '黑人社发〔2026〕1号',
    };
    const person = desk.row('specific-skill');
    const content = () => desk.content('specific-skill', [person], levelless);
    issuance.setNow('2026-12-01T02:00:00Z');
    expect(codeOf(await desk.draft(content()))).toBe('award/norm-unknown');
    await done(issuance.request('POST', '/skill-norms', { as: province, json: norm }));
    expect(codeOf(await issuance.request('POST', '/skill-norms', { as: province, json: norm }))).toBe(
      'award/norm-exists',
    );
    const outcomes = [];
    for (let time = 0; time < 2; time += 1) {
      const { body } = await done(desk.act(await desk.ready(content()), 'issue', province));
      outcomes.push([body.state, body.rows[0].state, body.rows[0].certificateNumber, body.rows[0].refusal?.rule]);
    }
    expect(outcomes).toEqual([
      ['issued', 'kept', undefined, undefined],
      ['issued', 'refused', undefined, 'record-exists'],
    ]);
    const apprentice = desk.content('apprentice', [desk.row('apprentice')], { levelDigit: '' });
    const { body } = await done(desk.act(await desk.ready(apprentice), 'issue', province));
    expect([body.rows[0].state, body.rows[0].certificateId, body.subject.levelName]).toEqual(['kept', undefined, '']);
    const [series] = await sql(
      `SELECT count(*)::int FROM number_series WHERE level IN ('specific-skill', 'apprentice')`,
    );
    expect(series).toEqual({ count: 0 });
  });

  it('a-number-rule-from-a-day: once it is configured, records of that day are numbered without a gap', async () => {
    const norm = { code: 'HLJ-ZX-009', name: '剪纸', publishedOn: '2026-01-05', documentNumber: '黑人社发〔2026〕9号' };
    issuance.setNow('2026-12-01T02:00:00Z');
    await done(issuance.request('POST', '/skill-norms', { as: province, json: norm }));
    const rows = Array.from({ length: 3 }, () => desk.row('specific-skill'));
    const id = await desk.ready(desk.content('specific-skill', rows, { levelDigit: '', occupationCode: 'HLJ-ZX-009' }));
    const numbers = awardRules.numbers as (typeof awardRules.numbers)[number][];
    numbers.push({
      of: 'specific-skill',
      scheme: { template: '{site}{yy}ZX{serial}' },
      from: '2026-12-09',
      until: null,
      certainty: 'unverified',
      source: 'this test',
    });
    try {
      const { body } = await done(desk.act(id, 'issue', province));
      expect(body.rows.map((row: { certificateNumber: string }) => row.certificateNumber)).toEqual(
        ['000001', '000002', '000003'].map((serial) => `Y00002300000126ZX${serial}`),
      );
    } finally {
      numbers.pop();
    }
  });
});
