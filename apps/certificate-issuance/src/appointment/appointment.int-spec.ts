import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@app/testing';
import { AwardDesk, done, DOMESTIC, EMPLOYER_SITE, northAdmin, papersOf, WELDER } from '../../test/award-setting.js';
import { city, craftClerk, northClerk, province, province2 } from '../../test/reporter.js';
import { service } from '../service-definition.js';

const RECORDED = 'certificate-issuance.appointment.recorded.v1';
const codeOf = (answer: { body: { type?: string } }) => answer.body.type?.split(':').at(-1);

describe('appointments on real parts', () => {
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
  const post = (path: string, as: object, json: object = {}) => issuance.request('POST', path, { as, json });
  const contentOf = (level: string, more: object = {}) => ({
    level,
    filingId: desk.employerFiling,
    siteCode: EMPLOYER_SITE,
    occupationCode: WELDER,
    specialty: '',
    quota: 1,
    planNumber: '岗位〔2026〕1号',
    validFrom: '2026-01-05',
    validUntil: '2028-12-31',
    ...more,
  });
  const filedPost = async (level: string, quota: number): Promise<string> => {
    issuance.setNow('2026-12-01T02:00:00Z');
    const { body } = await done(post('/posts', northClerk, contentOf(level, { quota })), 201);
    await done(post(`/posts/${body.id}/confirm`, northAdmin));
    await done(post(`/posts/${body.id}/file`, province));
    return body.id as string;
  };
  const proposal = (postId: string, more: object = {}) => ({
    ...desk.person(),
    postId,
    seniorTechnicianSince: '2020-05-01',
    frontLine: true,
    evidence: papersOf('appointment'),
    ...more,
  });
  /** Proposed and confirmed on 1 December; it is the 9th, publicity is over. */
  const publicised = async (content: object): Promise<string> => {
    issuance.setNow('2026-12-01T02:00:00Z');
    const { body } = await done(post('/appointments', northClerk, content), 201);
    await done(post(`/appointments/${body.id}/confirm`, northAdmin));
    issuance.setNow('2026-12-09T02:00:00Z');
    return body.id as string;
  };
  const register = (id: string, as: object = province) => post(`/appointments/${id}/register`, as);
  const get = (path: string, as: object = province) => issuance.request('GET', path, { as });

  it('post: only where 高级技师 exists, two persons, then filed; a stranger’s filing is not found', async () => {
    const domestic = await post('/posts', northClerk, contentOf('special-technician', { occupationCode: DOMESTIC }));
    expect([domestic.status, domestic.body.errors[0].rule]).toEqual([422, 'no-senior-technician']);
    expect(codeOf(await post('/posts', craftClerk, contentOf('special-technician')))).toBe(
      'appointment/filing-not-arrived',
    );
    const { body } = await done(post('/posts', northClerk, contentOf('special-technician')), 201);
    const alone = { ...northClerk, roles: ['agency-clerk', 'agency-admin'] };
    expect(codeOf(await post(`/posts/${body.id}/confirm`, alone))).toBe('access/same-person');
    await expect(sql('UPDATE post SET confirmed_by = proposed_by WHERE id = $1', [body.id])).rejects.toThrow(
      /post_two_persons_check/,
    );
    expect(codeOf(await post('/appointments', northClerk, proposal(body.id)))).toBe('appointment/post-not-open');
    await done(post(`/posts/${body.id}/confirm`, northAdmin));
    await done(post(`/posts/${body.id}/file`, province));
    expect((await get(`/posts/${body.id}`, city)).body).toMatchObject({ state: 'filed', quota: 1, taken: 0 });
  });

  it('特级技师 from proposal to term, number rule open; 首席 after it and at no other time; both told', async () => {
    const [specialPost, chiefPost] = [await filedPost('special-technician', 1), await filedPost('chief-technician', 1)];
    const person = desk.person();
    const chief = await publicised(proposal(chiefPost, person));
    const tooEarly = await register(chief);
    expect([tooEarly.status, codeOf(tooEarly)]).toEqual([409, 'appointment/special-first']);
    const special = await publicised(proposal(specialPost, person));
    const { body } = await done(register(special));
    expect(body).toMatchObject({ state: 'registered', termFrom: '2026-12-09', termUntil: '2029-12-08' });
    expect(Object.keys(body)).not.toContain('recordNumber');
    expect((await done(register(chief))).body).toMatchObject({ levelName: '首席技师', restsOn: special });
    expect(codeOf(await post(`/appointments/${special}/end`, northAdmin, { reason: '调离' }))).toBe(
      'appointment/chief-rests-on-it',
    );
    await done(post(`/appointments/${chief}/end`, northAdmin, { reason: '退休' }));
    await done(post(`/appointments/${special}/end`, northAdmin, { reason: '退休' }));
    const told = (await issuance.told(RECORDED)).filter(({ aggregateId }) => [special, chief].includes(aggregateId));
    expect(told.map(({ data }) => [data['level'], data['fact']])).toEqual([
      ['special-technician', 'registered'],
      ['chief-technician', 'registered'],
      ['chief-technician', 'ended'],
      ['special-technician', 'ended'],
    ]);
    expect(JSON.stringify(told)).not.toContain(person.name);
    const [certificates] = await sql('SELECT count(*)::int FROM certificate');
    expect(certificates).toEqual({ count: 0 });
  });

  it('quota: two registered at once on the last place, one wins; when it ends the place is free', async () => {
    const postId = await filedPost('special-technician', 1);
    const ids = [await publicised(proposal(postId)), await publicised(proposal(postId))];
    const answers = await Promise.all([register(ids[0]!), register(ids[1]!, province2)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = ids[answers.findIndex(({ status }) => status === 200)]!;
    const loser = ids.find((id) => id !== winner)!;
    expect((await get(`/posts/${postId}`)).body.taken).toBe(1);
    expect(codeOf(await register(loser))).toBe('appointment/quota-used');
    await done(post(`/appointments/${winner}/end`, northAdmin, { reason: '解聘' }));
    issuance.setNow('2026-12-10T02:00:00Z');
    await done(register(loser));
  });

  it('one person on two posts at once: registered once', async () => {
    const posts = [await filedPost('special-technician', 5), await filedPost('special-technician', 5)];
    const person = desk.person();
    const ids = [await publicised(proposal(posts[0]!, person)), await publicised(proposal(posts[1]!, person))];
    const answers = await Promise.all(ids.map((id) => register(id)));
    expect(answers.map(codeOf).sort()).toEqual(['appointment/already-appointed', undefined]);
  });

  it('conditions and two persons: refused by name before anything is kept, and by the database', async () => {
    const postId = await filedPost('special-technician', 5);
    const before = await sql('SELECT count(*)::int FROM appointment');
    const bad = await post(
      '/appointments',
      northClerk,
      proposal(postId, { frontLine: false, seniorTechnicianSince: '2025-01-01', evidence: [], documentNumber: '1' }),
    );
    expect([bad.status, bad.body.errors.map(({ rule }: { rule: string }) => rule)]).toEqual([
      422,
      [
        'length',
        'senior-technician-too-young',
        'not-front-line',
        ...Array.from({ length: 4 }, () => 'evidence-missing'),
      ],
    ]);
    expect(await sql('SELECT count(*)::int FROM appointment')).toEqual(before);
    const { body } = await done(post('/appointments', northClerk, proposal(postId)), 201);
    const alone = { ...northClerk, roles: ['agency-admin'] };
    expect(codeOf(await post(`/appointments/${body.id}/confirm`, alone))).toBe('access/same-person');
    await expect(sql('UPDATE appointment SET confirmed_by = proposed_by WHERE id = $1', [body.id])).rejects.toThrow(
      /appointment_two_persons_check/,
    );
    await expect(sql(`UPDATE appointment SET state = 'registered' WHERE id = $1`, [body.id])).rejects.toThrow(
      /appointment_term_check/,
    );
    expect(codeOf(await get(`/appointments/${body.id}`, craftClerk))).toBe('access/foreign-organisation');
  });

  it('publicity and re-assessment: masked for everyone while it runs; renewed by a second person', async () => {
    const postId = await filedPost('special-technician', 5);
    const content = proposal(postId);
    const { body } = await done(post('/appointments', northClerk, content), 201);
    const look = () => issuance.request('GET', `/appointment-publicity/${body.id}`);
    expect(codeOf(await look())).toBe('appointment/not-public');
    await done(post(`/appointments/${body.id}/confirm`, northAdmin));
    const shown = await done(look());
    expect([shown.body.levelName, shown.body.publicityUntil]).toEqual(['特级技师', '2026-12-08']);
    expect(JSON.stringify(shown.body)).not.toContain(content['documentNumber']);
    expect(codeOf(await register(body.id))).toBe('appointment/publicity-running');
    issuance.setNow('2026-12-09T02:00:00Z');
    expect(codeOf(await look())).toBe('appointment/not-public');
    await done(register(body.id));
    await done(post(`/appointments/${body.id}/re-assessment`, northClerk));
    expect(codeOf(await post(`/appointments/${body.id}/renew`, { ...northClerk, roles: ['agency-admin'] }))).toBe(
      'access/same-person',
    );
    expect((await done(post(`/appointments/${body.id}/renew`, northAdmin))).body.termUntil).toBe('2032-12-08');
    expect((await issuance.told(RECORDED)).at(-1)?.data['fact']).toBe('renewed');
  });

  it('three things called 首席技师: recorded apart, refused where they are mixed, and never counted together', async () => {
    const honour = (kind: string, as: object, person: object = desk.person()) =>
      post('/honours', as, { ...person, kind, jurisdiction: '230100', givenOn: '2025-05-01', decisionNumber: '1号' });
    const counts = async (as: object = province) => (await done(get('/chief-technician-counts', as))).body;
    const before = await counts();
    const champion = desk.person();
    await done(honour('provincial-honour', province, champion), 201);
    await done(honour('provincial-honour', province), 201);
    await done(honour('city-honour', province, champion), 201);
    await done(honour('enterprise-scheme', northClerk, champion), 201);
    expect(codeOf(await honour('enterprise-scheme', northClerk, champion))).toBe('honour/exists');
    const mixed = await honour('ladder', northClerk);
    expect([codeOf(mixed), mixed.body.titles['zh-CN']]).toEqual([
      'honour/is-an-appointment',
      expect.stringContaining('新八级第八级'),
    ]);
    expect(codeOf(await honour('provincial-honour', northClerk))).toBe('honour/other-giver');
    expect(codeOf(await honour('enterprise-scheme', province))).toBe('honour/other-giver');
    const [specialPost, chiefPost] = [await filedPost('special-technician', 1), await filedPost('chief-technician', 1)];
    await done(register(await publicised(proposal(specialPost, champion))));
    await done(register(await publicised(proposal(chiefPost, champion))));
    const after = await counts();
    const grown = Object.keys(after).map((kind) => [kind, after[kind] - before[kind]]);
    expect(grown).toEqual([
      ['provincialHonour', 2],
      ['cityHonour', 1],
      ['enterpriseScheme', 1],
      ['ladder', 1],
    ]);
    expect(await counts(craftClerk)).toEqual({ provincialHonour: 0, cityHonour: 0, enterpriseScheme: 0, ladder: 0 });
    expect(await counts(northClerk)).toMatchObject({ provincialHonour: 0, cityHonour: 0, enterpriseScheme: 1 });
  });
});
