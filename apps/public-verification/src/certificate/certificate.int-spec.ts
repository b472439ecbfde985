import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CertificateIssuedSchema, FilingFiledSchema } from '@app/contracts';
import { newId } from '@app/kernel';
import { event, streamOf, toHeaders, wireSubject, type NewEvent } from '@app/messaging';
import { BrokerLink, PersonalDataVault } from '@app/platform';
import { maskName, maskResidentId } from '@app/standards';
import { eventually, startTestService, type TestService } from '@app/testing';
import { service } from '../service-definition.js';

const SITE = 'Y000023000001';
const AGENCY = '哈尔滨北方焊接装备有限公司';
const zhang = { name: '张三丰', documentNumber: '23010219900307004X' };
const li = { name: '李四', documentNumber: '110105194912310025' };
const TOKEN = 'Qw3rTy_-Qw3rTy_-Qw3rTy';
const number = (serial: number, level = '3', site = SITE): string =>
  `${site}26${level}${String(serial).padStart(6, '0')}`;
const subject = (levelDigit: string, specialty = '电焊工') => ({
  occupationCode: '6-18-02-04',
  occupationEdition: '2022',
  occupationName: '焊工',
  specialty,
  levelDigit,
});
const filed = (): NewEvent => {
  const filingId = newId();
  return event(FilingFiledSchema, filingId, {
    filingId,
    agencyName: AGENCY,
    filedOn: '2026-01-05',
    validUntil: '2029-01-04',
    sites: [{ siteId: 'main', siteCode: SITE, name: '主厂区', regionCode: '230100' }],
    scope: [{ siteId: 'main', subject: subject('3') }],
  });
};

describe('certificate on real parts', () => {
  let verification: TestService;
  let serial = 0;

  beforeAll(async () => {
    verification = await startTestService(service);
    verification.setNow('2026-11-23T02:00:00Z');
  });
  afterAll(async () => {
    await verification.stop();
  });

  const issued = (
    holder: typeof zhang,
    given: { number?: string; token?: string; issuedOn?: string; specialty?: string } = {},
  ): NewEvent => {
    const vault = verification.get<PersonalDataVault>(PersonalDataVault);
    const certificateId = newId();
    const certificateNumber = given.number ?? number((serial += 1));
    return event(CertificateIssuedSchema, certificateId, {
      certificateId,
      certificateNumber,
      agencyName: AGENCY,
      siteCode: certificateNumber.slice(0, 13),
      subject: subject(certificateNumber.charAt(15), given.specialty),
      issuedOn: given.issuedOn ?? '2026-11-20',
      nameMasked: maskName(holder.name),
      documentMasked: maskResidentId(holder.documentNumber),
      nameIndex: vault.index('name', holder.name),
      documentIndex: vault.index('document', holder.documentNumber),
      tokenSha256: createHash('sha256')
        .update(given.token ?? certificateId)
        .digest('hex'),
    });
  };
  const verify = async (json: object) => (await verification.request('POST', '/verify', { json })).body;
  /** The age of the data is read once in a second: waits until it is that of the last event. */
  const aged = async (): Promise<void> => {
    const [row] = await verification.dataSource.query('SELECT max(recorded_at) AS latest FROM certificate');
    await eventually(async () => (await verify(zhang)).dataAsOf === row.latest.toISOString(), 'the age of the data');
  };
  const answerText = async (json: object): Promise<string> => {
    const response = await fetch(`${verification.url}/verify`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(json),
    });
    const length = response.headers.get('content-length');
    return `${response.status} ${length} ${(await response.text()).replace(/"checkedAt":"[^"]+"/, '')}`;
  };

  it('a-certificate-arrives-before-its-body: it is valid at once, and the body is known when its filing arrives', async () => {
    await verification.deliver(issued(zhang, { number: number(900), token: TOKEN }));
    const asked = { name: zhang.name, certificateNumber: number(900) };
    expect((await verify(asked)).certificates[0].bodyFiledOnIssueDate).toBe(false);
    await verification.deliver(filed());
    const answer = await verify(asked);
    expect(answer).toMatchObject({ verdict: 'VALID', source: 'live', reasons: [], text: { zh: '有效', en: 'Valid' } });
    expect(answer.checkedAt).toMatch(/^2026-11-23T02:00:/);
    expect(answer.certificates).toMatchObject([
      {
        certificateNumber: number(900),
        maskedName: '张*丰',
        maskedDocument: '230***********004X',
        occupationName: '焊工',
        occupationCode: '6-18-02-04',
        specialty: '电焊工',
        level: '三级/高级工',
        agencyName: AGENCY,
        issuedOn: '2026-11-20',
        status: 'valid',
        bodyFiledOnIssueDate: true,
      },
    ]);
  });

  it('a-body-filed-for-another-day-level-or-specialty does not cover the certificate', async () => {
    const outside = [
      issued(li, { issuedOn: '2026-01-04' }),
      issued(li, { number: number(901, '2') }),
      issued(li, { specialty: '' }),
    ];
    for (const told of outside) await verification.deliver(told);
    await verification.deliver(issued(li, { issuedOn: '2026-01-05' }));
    const { certificates } = await verify(li);
    const covered = ({ issuedOn, specialty, bodyFiledOnIssueDate }: Record<string, unknown>) =>
      [issuedOn, specialty, bodyFiledOnIssueDate].join(' ');
    expect(certificates.map(covered)).toEqual([
      '2026-11-20 电焊工 false',
      '2026-11-20 -- false',
      '2026-01-05 电焊工 true',
      '2026-01-04 电焊工 false',
    ]);
  });

  it('one-person-holds-several: name and document list all, newest first; a number picks exactly one', async () => {
    await verification.deliver(issued(zhang, { number: number(902), issuedOn: '2026-11-21' }));
    const all = await verify({ name: ' 张　三丰', documentNumber: '２30102 19900307 004x' });
    expect(all.certificates.map((each: { certificateNumber: string }) => each.certificateNumber)).toEqual([
      number(902),
      number(900),
    ]);
    const one = await verify({ ...zhang, certificateNumber: number(902).toLowerCase() });
    expect(one.certificates).toEqual([all.certificates[0]]);
    expect((await verify({ documentNumber: zhang.documentNumber, certificateNumber: number(900) })).verdict).toBe(
      'VALID',
    );
  });

  it('a-wrong-second-fact and an-unknown-number are the same answer to the byte', async () => {
    const wrong = [
      { name: '张三', certificateNumber: number(900) },
      { documentNumber: li.documentNumber, certificateNumber: number(900) },
      { name: zhang.name, documentNumber: li.documentNumber, certificateNumber: number(900) },
      { name: li.name, documentNumber: zhang.documentNumber, certificateNumber: number(900) },
    ];
    await aged();
    for (const facts of wrong) {
      const unknown = { ...facts, certificateNumber: number(777_777) };
      expect(await answerText(facts)).toBe(await answerText(unknown));
    }
    const miss = await verify(wrong[0] ?? {});
    expect(miss).toMatchObject({ verdict: 'NOT_FOUND', certificates: [] });
    expect(miss.issuingSite).toEqual({
      agencyName: AGENCY,
      siteCode: SITE,
      siteName: '主厂区',
      regionCode: '230100',
      regionName: '哈尔滨市',
    });
    expect(miss.reasons.map((reason: { code: string }) => reason.code)).toEqual([
      'WRONG_CHARACTER',
      'NOT_YET_APPROVED',
      'LATE_UPLOAD',
      'WRONG_SITE',
      'OTHER_SCHEME',
    ]);
  });

  it('the-site-of-the-number-is-not-filed: said from the number alone, issued or not', async () => {
    const site = 'S000023000999';
    await verification.deliver(issued(li, { number: number(1, '3', site) }));
    await aged();
    const wrong = await answerText({ name: '王五', certificateNumber: number(1, '3', site) });
    expect(wrong).toBe(await answerText({ name: '王五', certificateNumber: number(2, '3', site) }));
    expect(wrong).toContain('SITE_NOT_FILED');
    expect(wrong).not.toContain('issuingSite');
  });

  it('one-fact, a-malformed-number, another-scheme: each is told apart, and nothing typed comes back', async () => {
    const asked = [zhang.name, zhang.documentNumber, number(900)];
    const answers = await Promise.all(
      [
        undefined,
        { name: zhang.name },
        { documentNumber: zhang.documentNumber, certificateNumber: ' ' },
        { certificateNumber: number(900) },
        { name: zhang.name, certificateNumber: number(900).slice(0, 21) },
        { name: zhang.name, certificateNumber: '1208001001312345' },
      ].map((json) => verification.request('POST', '/verify', { json })),
    );
    expect(
      answers.map(({ status, body }) => [status, body.verdict ?? body.type.split(':').at(-1), body.errors?.[0]?.rule]),
    ).toEqual([
      [400, 'certificate/two-facts', 'missing'],
      [400, 'certificate/two-facts', 'missing'],
      [400, 'certificate/two-facts', 'missing'],
      [400, 'certificate/two-facts', 'missing'],
      [400, 'certificate/number', 'length'],
      [200, 'OTHER_SCHEME', undefined],
    ]);
    expect(answers[5]?.body.otherScheme).toMatchObject({
      scheme: 'vocational-qualification-16',
      askAt: { host: 'zscx.osta.org.cn' },
    });
    for (const { body } of answers) for (const text of asked) expect(JSON.stringify(body)).not.toContain(text);
  });

  it('the-token-of-the-code: shows the certificate with its serial masked; an unknown or damaged one finds nothing', async () => {
    const { body } = await verification.request('GET', `/verify/${TOKEN}`);
    expect(body).toMatchObject({
      verdict: 'VALID',
      certificates: [{ maskedName: '张*丰', bodyFiledOnIssueDate: true }],
    });
    expect(body.certificates[0].certificateNumber).toBe('Y000023000001263****00');
    for (const token of [`${TOKEN.slice(0, 21)}x`, TOKEN.slice(0, 9), '%00']) {
      const miss = await verification.request('GET', `/verify/${token}`);
      expect([miss.body.verdict, miss.body.reasons[0].code]).toEqual(['NOT_FOUND', 'INCOMPLETE_LINK']);
    }
  });

  it('no-table-holds-a-name-or-a-document-number-in-clear', async () => {
    for (const table of ['certificate', 'inbox', 'outbox', 'event_failure']) {
      const rows = JSON.stringify(await verification.dataSource.query(`SELECT * FROM ${table}`));
      for (const { name, documentNumber } of [zhang, li]) {
        expect(rows).not.toContain(name);
        expect(rows).not.toContain(documentNumber);
      }
    }
  });

  it('the-read-model-is-lost: read again from the start of the streams it gives the same answers', async () => {
    const answers = async (): Promise<string[]> => [
      await answerText(zhang),
      await answerText(li),
      await answerText({ name: '王五', certificateNumber: number(900) }),
      JSON.stringify((await verification.request('GET', '/bodies')).body),
    ];
    const handled = async (): Promise<number> =>
      (await verification.dataSource.query('SELECT event_id FROM inbox')).length;
    await aged();
    const [before, events] = [await answers(), await handled()];
    await verification.dataSource.query('TRUNCATE certificate, filed_site, filed_scope_line, inbox');
    expect((await verify(zhang)).verdict).toBe('NOT_FOUND');
    const broker = await verification.get<BrokerLink>(BrokerLink).broker();
    for (const publisher of ['agency-filing', 'certificate-issuance'])
      await broker.manager.consumers.delete(streamOf(broker, publisher), 'public-verification');
    await eventually(async () => (await handled()) === events, 'the rebuilt read model');
    await aged();
    expect(await answers()).toEqual(before);
  });

  it('a-certificate-delivered-twice-is-one; a second one under the same number is put before an operator', async () => {
    const again = issued(li);
    await verification.deliver(again);
    const { certificates } = await verify(li);
    await verification.deliver(again);
    expect((await verify(li)).certificates).toEqual(certificates);

    const broker = await verification.get<BrokerLink>(BrokerLink).broker();
    const envelope = {
      ...issued(li, { number: number(900) }),
      eventId: newId(),
      publisher: 'certificate-issuance',
      aggregateType: 'certificate',
      aggregateVersion: 1,
      occurredAt: new Date().toISOString(),
      trace: {},
    };
    await broker.client.publish(wireSubject(broker, envelope.subject), JSON.stringify(envelope.data), {
      headers: toHeaders(envelope),
    });
    const reasons = async (): Promise<{ reason: string }[]> =>
      verification.dataSource.query('SELECT reason FROM event_failure');
    await eventually(async () => (await reasons()).length > 0, 'the failure');
    expect(await reasons()).toEqual([{ reason: 'sqlstate 23505 (certificate_number_unique)' }]);
    expect((await verify({ ...zhang, certificateNumber: number(900) })).verdict).toBe('VALID');
    expect((await verify({ ...li, certificateNumber: number(900) })).verdict).toBe('NOT_FOUND');
  });
});
