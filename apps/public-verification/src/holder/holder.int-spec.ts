import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CertificateBatchIssuedSchema,
  CertificateStatusChangedSchema,
  CorrectionRequestDecidedSchema,
} from '@app/contracts';
import { newId } from '@app/kernel';
import { event } from '@app/messaging';
import { PersonalDataVault, type Principal } from '@app/platform';
import { maskName, maskResidentId } from '@app/standards';
import { startTestService, type TestService } from '@app/testing';
import { service } from '../service-definition.js';

const SITE = 'Y000023000001';
const zhang = { name: '张三丰', documentNumber: '23010219900307004X' };
const li = { name: '李四', documentNumber: '110105194912310025' };
const ASKED = 'public-verification.correction-request.asked.v1';
const candidate = (subject: string): Partial<Principal> => ({ subject, roles: ['candidate'] });

interface Issued {
  id: string;
  number: string;
  token: string;
}

describe('holders on real parts', () => {
  let verification: TestService;
  let serial = 0;
  let own: Issued;
  let others: Issued;
  const me = candidate('account-zhang');
  const stranger = candidate('account-li');

  const issue = async (person: typeof zhang, version = 1): Promise<Issued> => {
    const vault = verification.get<PersonalDataVault>(PersonalDataVault);
    const [id, batchId, token] = [newId(), newId(), randomBytes(16).toString('base64url')];
    const number = `${SITE}263${String((serial += 1)).padStart(6, '0')}`;
    await verification.deliver(
      event(CertificateBatchIssuedSchema, batchId, {
        batchId,
        agencyName: '哈尔滨北方焊接装备有限公司',
        siteCode: SITE,
        subject: { occupationCode: '6-18-02-04', occupationEdition: '2015', occupationName: '焊工', levelDigit: '3' },
        issuedOn: '2026-11-20',
        basis: 'assessment',
        certificates: [
          {
            certificateId: id,
            certificateNumber: number,
            nameMasked: maskName(person.name),
            documentMasked: maskResidentId(person.documentNumber),
            nameIndex: vault.index('name', person.name),
            documentIndex: vault.index('document', person.documentNumber),
            tokenSha256: createHash('sha256').update(token).digest('hex'),
            statusList: 1,
            statusIndex: serial,
            version,
          },
        ],
      }),
    );
    return { id, number, token };
  };
  const bind = (as: object, person: object, token: string) =>
    verification.request('PUT', '/my/binding', { as, json: { ...person, token } });
  const get = (path: string, as?: object) => verification.request('GET', path, as ? { as } : {});
  const post = (path: string, as: object, json: object = {}) => verification.request('POST', path, { as, json });
  const codeOf = ({ status, body }: { status: number; body: { type?: string } }): string =>
    `${status} ${(body.type ?? '').replace('urn:jiangzheng:problem:', '')}`;
  const makeExtract = async (json: object) =>
    (await post('/my/extracts', me, { certificateIds: [own.id], validDays: 7, note: '投标用', ...json })).body;
  const tokenOf = (link: string): string => link.split('/').at(-1) ?? '';

  beforeAll(async () => {
    verification = await startTestService(service);
    verification.setNow('2026-11-23T02:00:00Z');
    own = await issue(zhang);
    others = await issue(li);
  });
  afterAll(async () => {
    await verification.stop();
  });

  it('before-binding nothing is shown, and the way to bind is said', async () => {
    for (const path of ['/my/certificates', '/my/checks']) expect(codeOf(await get(path, me))).toBe('409 binding/none');
    expect((await get('/my/binding', me)).body).toEqual({ isBound: false });
    expect(
      codeOf(await post('/my/extracts', me, { certificateIds: [own.id], fields: ['level'], validDays: 1, note: '' })),
    ).toBe('409 binding/none');
  });

  it('guesses-are-answered-alike and run out: an unknown code, a foreign code, a wrong name, a wrong document', async () => {
    const guesser = candidate('account-guesser');
    const unknown = randomBytes(16).toString('base64url');
    const answers = [
      await bind(guesser, zhang, unknown),
      await bind(guesser, zhang, others.token),
      await bind(guesser, { ...zhang, name: '张三' }, own.token),
      await bind(guesser, { ...zhang, documentNumber: li.documentNumber }, own.token),
    ];
    expect(answers.map(codeOf)).toEqual(answers.map(() => '422 binding/not-matching'));
    const bytes = new Set(answers.map(({ body }) => JSON.stringify({ ...body, instance: '' })));
    expect(bytes.size).toBe(1);
    await bind(guesser, zhang, unknown);
    expect(codeOf(await bind(guesser, zhang, own.token))).toBe('429 binding/too-many');
    const refusals = await verification.dataSource.query<{ content: object }[]>(
      `SELECT content FROM audit WHERE content ->> 'rule' = 'binding/not-matching' AND content ->> 'object' = $1`,
      [`certificate/${own.id}`],
    );
    expect(refusals).toHaveLength(2);
    expect(JSON.stringify(refusals)).not.toMatch(/张三|1949/);
    verification.setNow('2026-11-24T02:00:00Z');
    expect(codeOf(await bind(guesser, zhang, unknown))).toBe('422 binding/not-matching');
  });

  it('many-accounts-guess-one-certificate: its own number of tries runs out too', async () => {
    const target = await issue({ name: '王五', documentNumber: '230102198001010018' });
    const codes: string[] = [];
    for (let at = 0; at < 12; at += 1) codes.push(codeOf(await bind(candidate(`many-${at}`), zhang, target.token)));
    expect(codes.filter((code) => code.startsWith('422'))).toHaveLength(10);
    expect(codes.slice(10)).toEqual(['429 binding/too-many', '429 binding/too-many']);
  });

  it('binds by name, document and the code on the paper: once, one account per document, one document per account', async () => {
    expect((await bind(me, zhang, `http://localhost:8080/v/${own.token}`)).body).toMatchObject({ isBound: true });
    expect((await bind(me, zhang, own.token)).status).toBe(200);
    expect(codeOf(await bind(candidate('second-account'), zhang, own.token))).toBe('409 binding/taken');
    expect(codeOf(await bind(me, li, others.token))).toBe('409 binding/taken');
    expect((await bind(stranger, li, others.token)).status).toBe(200);
    const rows = await verification.dataSource.query('SELECT * FROM holder_binding');
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/张三丰|李四|1990/);
  });

  it('two-accounts-bind-one-document-at-once: one of them does', async () => {
    const person = { name: '赵六', documentNumber: '230102197505050017' };
    const { token } = await issue(person);
    const answers = await Promise.all(['race-a', 'race-b'].map((name) => bind(candidate(name), person, token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('an-officer-or-a-clerk is not let in, whoever they say they are', async () => {
    for (const roles of [['province-officer'], ['agency-admin'], ['auditor'], ['employer']] as const) {
      const officer = { ...me, roles, organisationId: 'org-north', jurisdiction: '230000' };
      expect(codeOf(await get('/my/certificates', officer))).toBe('403 access/role');
      expect(codeOf(await bind(officer, zhang, own.token))).toBe('403 access/role');
    }
  });

  it('shows the own certificates, every version and what became of it, and nobody else’s', async () => {
    const corrected = await issue(zhang, 2);
    await verification.deliver(
      event(CertificateStatusChangedSchema, own.id, {
        certificateId: own.id,
        status: 'replaced',
        reason: 'person-corrected',
        changedOn: '2026-11-22',
        replacedBy: corrected.id,
      }),
    );
    const { body } = await get('/my/certificates', me);
    expect(
      body.items.map((each: Record<string, unknown>) => [each['certificateId'], each['verdict'], each['statusOn']]),
    ).toEqual([
      [own.id, 'REPLACED', '2026-11-22'],
      [corrected.id, 'VALID', undefined],
    ]);
    expect(body).toMatchObject({ source: 'live' });
    expect((await get('/my/certificates', stranger)).body.items).toMatchObject([{ certificateId: others.id }]);
    own = corrected;
  });

  it('an-extract-leaks-nothing that was not chosen, whatever the fields', async () => {
    const everything = {
      'full-name': zhang.name,
      'masked-name': '张*丰',
      'masked-document': '230***********004X',
      occupation: '焊工',
      specialty: '--',
      level: '三级/高级工',
      number: own.number,
      agency: '哈尔滨北方焊接装备有限公司',
      'issued-on': '2026-11-20',
    };
    const fields = Object.keys(everything);
    for (const field of fields) {
      const { link } = await makeExtract({ fields: [field] });
      const text = JSON.stringify((await get(`/extracts/${tokenOf(link)}`)).body);
      const shown = fields.filter((each) => text.includes(everything[each as keyof typeof everything]));
      expect([field, shown]).toEqual([field, [field]]);
      expect(text).not.toMatch(/投标|23010219900307|account-zhang/);
      expect(text).not.toContain(own.id);
    }
  });

  it('an-extract-is-live: what becomes of the certificate shows at once, each view is counted and told to the holder', async () => {
    const shortLived = await issue(zhang);
    const made = await makeExtract({ certificateIds: [shortLived.id], fields: ['level'] });
    const show = async () => (await get(`/extracts/${tokenOf(made.link)}`)).body;
    expect(await show()).toMatchObject({ state: 'open', certificates: [{ verdict: 'VALID' }] });
    await verification.deliver(
      event(CertificateStatusChangedSchema, shortLived.id, {
        certificateId: shortLived.id,
        status: 'revoked',
        reason: 'fraud',
        changedOn: '2026-11-24',
      }),
    );
    expect(await show()).toMatchObject({ state: 'open', certificates: [{ verdict: 'REVOKED' }] });
    const [listed] = (await get('/my/extracts', me)).body.items;
    expect(listed).toMatchObject({ id: made.id, views: 2, note: '投标用', link: made.link });
    const [look] = (await get('/my/checks', me)).body.items;
    expect(look).toMatchObject({ way: 'extract', asker: 'public', extractId: made.id });
  });

  it('expired, revoked and unknown extracts have one shape and say which they are', async () => {
    const [expiring, revoked] = [
      await makeExtract({ fields: ['level'], validDays: 1 }),
      await makeExtract({ fields: ['level'] }),
    ];
    expect(codeOf(await post(`/my/extracts/${revoked.id}/revoke`, stranger))).toBe('404 extract/not-found');
    expect((await post(`/my/extracts/${revoked.id}/revoke`, me)).body.state).toBe('revoked');
    verification.setNow('2026-11-25T02:10:00Z');
    const answers = await Promise.all(
      [tokenOf(expiring.link), tokenOf(revoked.link), randomBytes(16).toString('base64url')].map(
        async (token) => (await get(`/extracts/${token}`)).body,
      ),
    );
    expect(answers.map(({ state }) => state)).toEqual(['expired', 'revoked', 'unknown']);
    const shapes = new Set(answers.map((answer) => Object.keys(answer).sort().join()));
    expect([...shapes]).toEqual(['certificates,checkedAt,dataAsOf,source,state,text']);
    expect(answers.every(({ certificates }) => certificates.length === 0)).toBe(true);
  });

  it('an extract of somebody else’s certificate is not made, and open ones are limited', async () => {
    const wish = { fields: ['level'], validDays: 1, note: '' };
    expect(codeOf(await post('/my/extracts', me, { ...wish, certificateIds: [others.id] }))).toBe(
      '404 certificate/not-own',
    );
    const codes: string[] = [];
    for (let at = 0; at < 21; at += 1)
      codes.push(codeOf(await post('/my/extracts', stranger, { ...wish, certificateIds: [others.id] })));
    expect(codes.at(-1)).toBe('409 extract/too-many');
    expect(codes.filter((code) => code.startsWith('201'))).toHaveLength(20);
  });

  it('a correction is asked for once, told sealed, and its answer comes back', async () => {
    const wish = { certificateId: own.id, field: 'name', rightValue: '张三峰', note: '身份证' };
    const asked = await post('/my/correction-requests', me, wish);
    expect(asked.body).toMatchObject({ state: 'asked', rightValue: '张三峰' });
    expect(codeOf(await post('/my/correction-requests', me, wish))).toBe('409 correction-request/open');
    expect(codeOf(await post('/my/correction-requests', stranger, wish))).toBe('404 certificate/not-own');
    const [told] = await verification.told(ASKED);
    expect(told?.data).toMatchObject({ requestId: asked.body.id, certificateId: own.id, field: 'name' });
    expect(JSON.stringify(told)).not.toMatch(/张三|身份证/);
    await verification.deliver(
      event(CorrectionRequestDecidedSchema, asked.body.id, {
        requestId: asked.body.id,
        certificateId: own.id,
        decision: 'refused',
        refusal: 'record-right',
        decidedAt: '2026-11-25T03:00:00Z',
      }),
    );
    const [listed] = (await get('/my/correction-requests', me)).body.items;
    expect(listed).toMatchObject({ state: 'refused', refusal: 'record-right' });
    expect((await get('/my/correction-requests', stranger)).body.items).toEqual([]);
  });

  it('the database hides a holder’s rows from everybody else, without any check of the application', async () => {
    const counts = async (subject: string, roles: string): Promise<number[]> =>
      verification.dataSource.transaction(async (tx) => {
        const [role] = await tx.query(
          `SELECT grantee FROM information_schema.role_table_grants
           WHERE table_name = 'holder_binding' AND grantee <> current_user AND privilege_type = 'SELECT' LIMIT 1`,
        );
        await tx.query(`SET LOCAL ROLE "${role.grantee}"`);
        await tx.query(`SELECT set_config('jz.subject', $1, true), set_config('jz.roles', $2, true)`, [subject, roles]);
        const [row] = await tx.query(
          `SELECT (SELECT count(*)::int FROM holder_binding) AS bindings, (SELECT count(*)::int FROM holder_extract) AS extracts,
             (SELECT count(*)::int FROM correction_request) AS requests, (SELECT count(*)::int FROM holder_attempt) AS attempts`,
        );
        return Object.values(row as Record<string, number>);
      });
    expect((await counts('account-zhang', 'candidate')).slice(0, 3).every((count) => count > 0)).toBe(true);
    expect(await counts('nobody', 'candidate')).toEqual([0, 0, 0, 0]);
    expect(await counts('account-zhang', 'province-officer')).toEqual([0, 0, 0, 0]);
    expect(await counts('account-zhang', 'public')).toEqual([0, 0, 0, 0]);
  });

  it('released: certificates and extracts are gone for the account, and the document can be bound anew', async () => {
    const { link } = await makeExtract({ fields: ['level'] });
    expect((await post('/my/binding/release', me)).body).toEqual({ isBound: false });
    expect(codeOf(await get('/my/certificates', me))).toBe('409 binding/none');
    expect((await get(`/extracts/${tokenOf(link)}`)).body.state).toBe('revoked');
    expect((await bind(candidate('second-account'), zhang, own.token)).status).toBe(200);
    expect((await get('/my/extracts', candidate('second-account'))).body.items).toEqual([]);
  });
});
