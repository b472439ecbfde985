import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CertificateBatchIssuedSchema, CertificateStatusChangedSchema } from '@app/contracts';
import { newId } from '@app/kernel';
import { event } from '@app/messaging';
import { PersonalDataVault, type Principal } from '@app/platform';
import { startTestService, type TestService } from '@app/testing';
import { service } from '../service-definition.js';
import { CertificateService } from './certificate.service.js';
import { readInquiry } from './inquiry.js';

const SITE = 'Y000023000001';
const TODAY = '2026-11-23';
const numberOf = (serial: number): string => `${SITE}263${String(serial).padStart(6, '0')}`;
const zhang = { name: '张三丰', documentNumber: '23010219900307004X' };
const renamed = { ...zhang, name: '张三锋' };
const employer: Partial<Principal> = { subject: 'hr-1', organisationId: 'org-hr', roles: ['employer'] };

describe('asking on real parts', () => {
  let verification: TestService;
  const [before, after] = [newId(), newId()];

  const issued = (holder: typeof zhang, version: number, certificateId: string) => {
    const vault = verification.get<PersonalDataVault>(PersonalDataVault);
    const batchId = newId();
    return event(CertificateBatchIssuedSchema, batchId, {
      batchId,
      agencyName: '哈尔滨北方焊接装备有限公司',
      siteCode: SITE,
      subject: { occupationCode: '6-18-02-04', occupationEdition: '2015', occupationName: '焊工', levelDigit: '3' },
      issuedOn: '2026-03-02',
      basis: 'assessment',
      certificates: [
        {
          certificateId,
          certificateNumber: numberOf(1),
          nameMasked: '张*丰',
          documentMasked: '230***********004X',
          nameIndex: vault.index('name', holder.name),
          documentIndex: vault.index('document', holder.documentNumber),
          tokenSha256: createHash('sha256').update(`paper-of-version-${version}`).digest('hex'),
          statusList: 1,
          statusIndex: version,
          version,
        },
      ],
    });
  };

  beforeAll(async () => {
    verification = await startTestService(service);
    verification.setNow(`${TODAY}T02:00:00Z`);
    await verification.deliver(issued(zhang, 1, before));
    await verification.deliver(issued(renamed, 2, after));
    await verification.deliver(
      event(CertificateStatusChangedSchema, before, {
        certificateId: before,
        status: 'replaced',
        reason: 'person-corrected',
        changedOn: '2026-06-10',
        replacedBy: after,
      }),
    );
  });
  afterAll(async () => {
    await verification.stop();
  });

  const verify = async (json: object, at?: string) =>
    (await verification.request('POST', `/verify${at ? `?at=${at}` : ''}`, { json })).body;
  const inquire = (json: object, as: Partial<Principal> | undefined = employer) =>
    verification.request('POST', '/inquiries', { json: { purpose: 'tender', ...json }, ...(as ? { as } : {}) });
  const outcome = (body: { verdict: string; differing?: { code: string }[] }): string =>
    [body.verdict, ...(body.differing ?? []).map(({ code }) => code)].join(' ');

  it('as-of-a-day: each version on its days, by number, by person and by the paper in hand', async () => {
    const byNumber = { name: zhang.name, certificateNumber: numberOf(1) };
    const days = ['2026-03-01', '2026-03-02', '2026-06-09', '2026-06-10'];
    const over = async (ask: (at: string) => Promise<{ verdict: string; at: string }>): Promise<string[]> => {
      const answers = await Promise.all(days.map(ask));
      expect(answers.map(({ at }) => at)).toEqual(days);
      return answers.map(({ verdict }) => verdict);
    };
    const ofFirst = ['NOT_FOUND', 'VALID', 'VALID', 'REPLACED'];
    expect(await over((at) => verify(byNumber, at))).toEqual(ofFirst);
    expect(await over((at) => verify(zhang, at))).toEqual(ofFirst);
    const token = (version: number) => async (at: string) =>
      (await verification.request('GET', `/verify/paper-of-version-${version}?at=${at}`)).body;
    expect(await over(token(1))).toEqual(ofFirst);
    expect(await over(token(2))).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'VALID']);
    const early = await verify(byNumber, '2026-03-01');
    expect(early.reasons[0].code).toBe('NOT_ISSUED_BY_THEN');
    expect((await verify(byNumber, '2026-06-09')).certificates).toMatchObject([{ status: 'valid', version: 1 }]);
  });

  it('a-day-to-come and what is no day are refused by name', async () => {
    const ask = async (at: string) => (await verification.request('POST', `/verify?at=${at}`, { json: zhang })).body;
    const refusals = await Promise.all(['2026-11-24', '2026-02-30', 'today'].map(ask));
    expect(refusals.map(({ type, errors }) => [type.split(':').at(-1), errors[0].rule])).toEqual([
      ['certificate/day', 'future'],
      ['certificate/day', 'day'],
      ['certificate/day', 'day'],
    ]);
    expect((await verification.request('GET', '/verify/paper-of-version-1?at=2027-01-01')).status).toBe(400);
  });

  it('an-organisation that is signed in is told which fact differs, the public is not', async () => {
    const wrong = [
      [{ name: '李四', certificateNumber: numberOf(1) }, 'MISMATCH NAME'],
      [{ documentNumber: '110105194912310025', certificateNumber: numberOf(1) }, 'MISMATCH DOCUMENT'],
      [{ name: '张三峰', documentNumber: zhang.documentNumber }, 'MISMATCH NAME'],
    ] as const;
    for (const [facts, expected] of wrong) {
      expect(outcome((await inquire(facts)).body)).toBe(expected);
      expect(outcome(await verify(facts))).toBe('NOT_FOUND');
    }
    const ofLevel = { ...renamed, certificateNumber: numberOf(1), level: '二级/技师' };
    expect(outcome((await inquire(ofLevel)).body)).toBe('MISMATCH LEVEL');
    expect(outcome((await inquire({ ...ofLevel, level: '高级工' })).body)).toBe('VALID');
    expect((await inquire({ ...ofLevel, level: '七级' })).body.errors).toMatchObject([{ field: '/level' }]);
    expect(outcome((await inquire({ name: '李四', certificateNumber: numberOf(2) })).body)).toBe('NOT_FOUND');
    expect((await inquire(ofLevel, { ...employer, roles: ['candidate'] })).status).toBe(403);
  });

  it('the-purpose and whose certificate was shown stand in the audit trail', async () => {
    await inquire({ ...renamed, purpose: 'recruitment' });
    expect((await inquire({ ...renamed, purpose: 'curiosity' })).status).toBe(400);
    const rows = await verification.dataSource.query<{ content: Record<string, unknown> }[]>(
      `SELECT content FROM audit WHERE content ->> 'object' = 'purpose/recruitment'`,
    );
    expect(rows.map(({ content }) => content)).toMatchObject([
      { kind: 'look', actor: 'hr-1', organisationId: 'org-hr', persons: [`certificate/${after}`] },
    ]);
  });

  it('many-at-once: 1,200 inquiries of every kind come back in their order', async () => {
    const certificates = verification.get<CertificateService>(CertificateService);
    const kinds = [
      [{ ...renamed }, 'VALID'],
      [{ name: '李四', certificateNumber: numberOf(1) }, 'MISMATCH'],
      [{ name: '李四', certificateNumber: numberOf(9) }, 'NOT_FOUND'],
      [{ name: '李四', certificateNumber: '1208001001312345' }, 'OTHER_SCHEME'],
    ] as const;
    const asked = Array.from({ length: 1200 }, (_, index) => kinds[index % kinds.length] ?? kinds[0]);
    const inquiries = asked.map(([facts]) => readInquiry(facts, TODAY));
    const answers = await certificates.answerMany(inquiries, { mayKnowMismatch: true });
    expect(answers.map(({ verdict }) => verdict)).toEqual(asked.map(([, verdict]) => verdict));
  });
});
