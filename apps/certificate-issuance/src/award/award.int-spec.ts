import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonalDataVault } from '@app/platform';
import { startTestService, type TestService } from '@app/testing';
import { AwardDesk, COOK, done, papersOf, SCHOOL_SITE, schoolClerk } from '../../test/award-setting.js';
import { city, northClerk, province, province2 } from '../../test/reporter.js';
import { service } from '../service-definition.js';

const DECIDED = 'certificate-issuance.award.decided.v1';
const won = { contestClass: 'provincial-1', place: 2, heldOn: '2026-09-10', standardDigit: '2' };
const codeOf = (answer: { body: { type?: string } }) => answer.body.type?.split(':').at(-1);

describe('applications without an exam on real parts', () => {
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
  const objection = (rowId: string, as: object = city) =>
    issuance.request('POST', `/award-rows/${rowId}/objection`, {
      as,
      json: { ground: 'evidence-false', reference: '异议〔2026〕1号' },
    });
  const decide = (rowId: string, decision: string, as: object) =>
    issuance.request('POST', `/award-rows/${rowId}/objection-decision`, { as, json: { decision } });

  it('one-bad-row-among-many: it comes back with field and rule, the others go on, and corrected it joins them', async () => {
    const good = Array.from({ length: 40 }, () => desk.row('direct-recognition'));
    const [first] = good;
    const wrong = desk.row('direct-recognition', { documentNumber: '230102199003070000' });
    const bell = desk.row('direct-recognition', { name: '王\u0007五' });
    const young = desk.row('direct-recognition', { documentNumber: '230102201503070011' });
    const bare = desk.row('direct-recognition', { evidence: papersOf('direct-recognition').slice(1) });
    const rows = [...good, wrong, first, 'no row at all', { ...bell }, bare, young];
    const { status, body } = await desk.draft(desk.content('direct-recognition', rows));
    expect([status, body.state, body.rows.length]).toEqual([201, 'draft', 40]);
    expect(
      body.rejected.map(({ index, faults }: { index: number; faults: { field: string; rule: string }[] }) => [
        index,
        faults[0]?.field,
        faults[0]?.rule,
      ]),
    ).toEqual([
      [40, '/rows/40/documentNumber', 'checksum'],
      [41, '/rows/41/documentNumber', 'duplicate'],
      [42, '/rows/42/name', 'empty'],
      [43, '/rows/43/name', 'control-character'],
      [44, '/rows/44/evidence', 'evidence-missing'],
      [45, '/rows/45/birthDate', 'too-young'],
    ]);
    expect(body.rejected[4].faults[0].zh).toBe('缺少材料：直接认定决定');
    expect(JSON.stringify(body)).not.toContain(first!.documentNumber);
    const again = await desk.act(body.id, 'rows', northClerk, {
      rows: [{ ...bare, evidence: first!['evidence'] }, first],
    });
    expect([again.status, again.body.rows.length, again.body.rejected.length]).toEqual([200, 41, 1]);
    const none = await desk.draft(desk.content('direct-recognition', [wrong]));
    expect([none.status, codeOf(none), none.body.errors[0].field]).toEqual([
      422,
      'award/no-good-row',
      '/rows/0/documentNumber',
    ]);
    await done(desk.act(body.id, 'submit', northClerk));
    expect(codeOf(await desk.act(body.id, 'rows', northClerk, { rows: [desk.row('direct-recognition')] }))).toBe(
      'award/not-editable',
    );
  });

  it('a-full-application: 500 persons in one request, and not one more', async () => {
    const rows = Array.from({ length: 500 }, () => desk.row('direct-recognition'));
    const { status, body } = await desk.draft(desk.content('direct-recognition', rows));
    expect([status, body.rows.length, body.rejected]).toEqual([201, 500, []]);
    const more = await desk.act(body.id, 'rows', northClerk, { rows: [desk.row('direct-recognition')] });
    expect([more.status, codeOf(more)]).toEqual([422, 'award/too-many-rows']);
    const over = await desk.draft(desk.content('direct-recognition', [...rows, desk.row('direct-recognition')]));
    expect([over.status, over.body.errors[0].rule]).toEqual([400, 'arrayMaxSize']);
  });

  it('what-the-basis-does-not-give: 行业单项, another level, a 2018 standard, a foreign body, a level outside scope', async () => {
    const contestOf = (contest: object, levelDigit: string) =>
      desk.content('competition-promotion', [desk.row('competition-promotion', { contest })], { levelDigit });
    const titleOf = (occupationCode: string) =>
      desk.content(
        'title-bridging',
        [desk.row('title-bridging', { title: { grade: 'junior', receivedOn: '2025-06-01' } })],
        { occupationCode },
      );
    const direct = (more: object) => desk.content('direct-recognition', [desk.row('direct-recognition')], more);
    const contents: [object, object][] = [
      [contestOf({ ...won, contestClass: 'industry-single' }, '1'), northClerk],
      [contestOf({ ...won, place: 5 }, '1'), northClerk],
      [contestOf({ ...won, contestClass: 'city-1' }, '1'), northClerk],
      [titleOf('6-18-02-04'), northClerk],
      [direct({ filingId: desk.schoolFiling, siteCode: SCHOOL_SITE, occupationCode: COOK }), schoolClerk],
      [direct({ occupationCode: COOK, levelDigit: '5' }), northClerk],
      [direct({ siteCode: SCHOOL_SITE }), northClerk],
      [direct({ occupationCode: '6-31-01-10', levelDigit: '5' }), northClerk],
      [direct({ levelDigit: '' }), northClerk],
      [direct({}), schoolClerk],
    ];
    const rules = [];
    for (const [content, clerk] of contents) {
      const { status, body } = await desk.draft(content, clerk);
      rules.push([status, body.errors?.[0]?.rule ?? codeOf({ body })]);
    }
    expect(rules).toEqual([
      [422, 'contest-gives-none'],
      [422, 'other-level'],
      [422, 'other-level'],
      [422, 'title-template'],
      [422, 'basis-body'],
      [422, 'outside-scope'],
      [422, 'basis-body'],
      [422, 'level-not-in-occupation'],
      [422, 'basis-level'],
      [404, 'award/filing-not-arrived'],
    ]);
  });

  it('two-officers: the one who accepted cannot approve, in the use case and in the database', async () => {
    const id = await desk.submitted(desk.content('direct-recognition', [desk.row('direct-recognition')]));
    await done(desk.act(id, 'accept', province));
    expect(codeOf(await desk.act(id, 'approve', province))).toBe('access/same-person');
    await expect(sql(`UPDATE award SET approved_by = accepted_by WHERE id = $1`, [id])).rejects.toThrow(
      /award_two_officers_check/,
    );
    await expect(sql(`UPDATE award SET state = 'approved' WHERE id = $1`, [id])).rejects.toThrow(
      /award_approved_check/,
    );
    const both = await Promise.all([desk.act(id, 'approve', province2), desk.act(id, 'approve', province2)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await issuance.told(DECIDED)).filter((each) => each.aggregateId === id)).toHaveLength(1);
  });

  it('on-the-day-of-decision: a filing that ended stops the approval, and rows are looked at again', async () => {
    const { documentNumber, ...rest } = desk.row('direct-recognition');
    const held = await desk.ready(desk.content('direct-recognition', [{ ...rest, documentNumber }]));
    const id = await desk.submitted(
      desk.content('direct-recognition', [{ ...rest, documentNumber }, desk.row('direct-recognition')]),
    );
    await done(desk.act(id, 'accept', city));
    issuance.setNow('2026-12-09T02:00:00Z');
    await done(desk.act(held, 'issue', province));
    await desk.tellFiling('2026-12-08');
    const late = await desk.act(id, 'approve', province);
    expect([codeOf(late), late.body.errors[0].rule]).toEqual(['award/content', 'filing-not-valid']);
    await desk.tellFiling('2029-01-04');
    const { body } = await done(desk.act(id, 'approve', province));
    expect(
      body.rows.map((row: { state: string; refusal?: { rule: string } }) => [row.state, row.refusal?.rule]),
    ).toEqual([
      ['refused', 'already-held'],
      ['listed', undefined],
    ]);
  });

  it('publicity: everyone sees masked names while it runs, and nothing before, after, or of an application that is not there', async () => {
    const row = desk.row('direct-recognition');
    const id = await desk.submitted(desk.content('direct-recognition', [row, desk.row('direct-recognition')]));
    const look = (query = '') => issuance.request('GET', `/award-publicity/${id}${query}`);
    expect(codeOf(await look())).toBe('award/not-public');
    await done(desk.act(id, 'accept', city));
    await done(desk.act(id, 'approve', province));
    await done(desk.act(id, 'publish', province));
    const page = await done(look('?limit=1'));
    expect([page.body.publicityFrom, page.body.publicityUntil, page.body.items.length]).toEqual([
      '2026-12-01',
      '2026-12-08',
      1,
    ]);
    expect((await done(look(`?after=${page.body.next}`))).body.items).toHaveLength(1);
    expect(JSON.stringify(page.body)).not.toContain(row.documentNumber);
    expect(page.body.items[0].nameMasked).toMatch(/^王\*/);
    issuance.setNow('2026-12-08T02:00:00Z');
    const early = await desk.act(id, 'close', province);
    expect([codeOf(early), early.body.titles.en]).toEqual([
      'award/publicity-running',
      expect.stringContaining('2026-12-08'),
    ]);
    issuance.setNow('2026-12-09T02:00:00Z');
    expect(codeOf(await look())).toBe('award/not-public');
    expect(codeOf(await issuance.request('GET', `/award-publicity/${desk.employerFiling}`))).toBe('award/not-public');
    expect(codeOf(await desk.act(id, 'issue', province))).toBe('award/illegal-transition');
  });

  it('objection: stops its row and no other; another person decides; dismissed it is issued later, upheld never', async () => {
    const rows = Array.from({ length: 3 }, () => desk.row('direct-recognition'));
    const id = await desk.published(desk.content('direct-recognition', rows));
    const ids: string[] = (await desk.get(id)).body.rows.map((row: { id: string }) => row.id);
    await done(objection(ids[0]!, province));
    await done(objection(ids[1]!));
    expect(codeOf(await decide(ids[0]!, 'dismissed', province))).toBe('access/same-person');
    await expect(
      sql('UPDATE award_row SET objection_decided_by = objected_by WHERE id = $1', [ids[0]]),
    ).rejects.toThrow(/award_row_two_persons_check/);
    issuance.setNow('2026-12-09T02:00:00Z');
    await done(desk.act(id, 'close', province));
    const first = await done(desk.act(id, 'issue', province));
    expect([first.body.state, first.body.rows.map((row: { state: string }) => row.state)]).toEqual([
      'ready',
      ['objected', 'objected', 'issued'],
    ]);
    expect(codeOf(await desk.act(id, 'issue', province))).toBe('award/nothing-to-issue');
    await done(decide(ids[0]!, 'dismissed', province2));
    await done(decide(ids[1]!, 'upheld', province));
    const last = await done(desk.act(id, 'issue', province));
    expect([last.body.state, last.body.rows.map((row: { state: string }) => row.state)]).toEqual([
      'issued',
      ['issued', 'refused', 'issued'],
    ]);
    expect(last.body.history.slice(-2).map(({ from, to }: { from: string; to: string }) => [from, to])).toEqual([
      ['ready', 'ready'],
      ['ready', 'issued'],
    ]);
    expect(last.body.rows[1].refusal.zh).toBe('公示异议成立');
    expect(codeOf(await objection(ids[2]!))).toBe('award/not-open-to-objection');
  });

  it('a-clock-that-jumps-back: nothing is decided, and nothing is lost', async () => {
    const id = await desk.submitted(desk.content('direct-recognition', [desk.row('direct-recognition')]));
    issuance.setNow('2026-11-30T02:00:00Z');
    expect(codeOf(await desk.act(id, 'accept', city))).toBe('award/clock-behind');
    issuance.setNow('2026-12-01T03:00:00Z');
    await done(desk.act(id, 'accept', city));
  });

  it('person and papers stand in clear in no table and no answer but the officer’s, who leaves an audit row', async () => {
    const row = desk.row('direct-recognition');
    const { body } = await done(desk.draft(desk.content('direct-recognition', [row])));
    const rowId = body.rows[0].id as string;
    const open = await done(issuance.request('GET', `/award-rows/${rowId}`, { as: city }));
    expect([open.body.documentNumber, open.body.evidence.length, open.body.birthDate]).toEqual([
      row.documentNumber,
      3,
      '1990-03-07',
    ]);
    const looks = await sql(
      `SELECT 1 FROM audit WHERE content -> 'persons' @> $1::jsonb AND content ->> 'actor' = $2`,
      [JSON.stringify([`award-row/${rowId}`]), city.subject],
    );
    expect(looks).toHaveLength(1);
    const dump = JSON.stringify(await sql('SELECT r::text FROM award_row r'));
    expect([row.name, row.documentNumber, '人力资源和社会保障厅'].filter((text) => dump.includes(text))).toEqual([]);
    const vault = issuance.get<PersonalDataVault>(PersonalDataVault);
    const [kept] = await sql<{ document_index: string }>('SELECT document_index FROM award_row WHERE id = $1', [rowId]);
    expect(kept?.document_index).toBe(vault.index('document', row.documentNumber));
  });
});
