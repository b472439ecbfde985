import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CertificateBatchIssuedSchema, CertificateStatusChangedSchema } from '@app/contracts';
import { newId } from '@app/kernel';
import { event, type NewEvent } from '@app/messaging';
import { PersonalDataVault } from '@app/platform';
import { startTestService, type TestService } from '@app/testing';
import { service } from '../service-definition.js';

const SITE = 'Y000023000001';
const zhang = { name: '张三丰', documentNumber: '23010219900307004X' };
const numberOf = (serial: number): string => `${SITE}263${String(serial).padStart(6, '0')}`;
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('batches and status on real parts', () => {
  let verification: TestService;

  beforeAll(async () => {
    verification = await startTestService(service);
    verification.setNow('2026-11-23T02:00:00Z');
  });
  afterAll(async () => {
    await verification.stop();
  });

  const issued = (certificates: { id: string; serial: number; version?: number; token?: string }[]): NewEvent => {
    const vault = verification.get<PersonalDataVault>(PersonalDataVault);
    const batchId = newId();
    return event(CertificateBatchIssuedSchema, batchId, {
      batchId,
      agencyName: '哈尔滨北方焊接装备有限公司',
      siteCode: SITE,
      subject: { occupationCode: '6-18-02-04', occupationEdition: '2015', occupationName: '焊工', levelDigit: '3' },
      issuedOn: '2026-11-20',
      basis: 'assessment',
      certificates: certificates.map(({ id, serial, version = 1, token = id }) => ({
        certificateId: id,
        certificateNumber: numberOf(serial),
        nameMasked: '张*丰',
        documentMasked: '230***********004X',
        nameIndex: vault.index('name', zhang.name),
        documentIndex: vault.index('document', zhang.documentNumber),
        tokenSha256: digest(token),
        statusList: 1,
        statusIndex: serial,
        version,
      })),
    });
  };
  const ended = (id: string, status: string, extra: object = {}): NewEvent =>
    event(CertificateStatusChangedSchema, id, {
      certificateId: id,
      status,
      reason: 'fraud',
      changedOn: '2026-11-22',
      ...extra,
    });
  const byNumber = async (serial: number) =>
    (await verification.request('POST', '/verify', { json: { ...zhang, certificateNumber: numberOf(serial) } })).body;
  const byToken = async (token: string) => (await verification.request('GET', `/verify/${token}`)).body;

  it('a-batch-of-500, told twice: every certificate is there once', async () => {
    const ids = Array.from({ length: 500 }, () => newId());
    const told = issued(ids.map((id, index) => ({ id, serial: index + 1 })));
    await verification.deliver(told);
    await verification.deliver(told);
    const [row] = await verification.dataSource.query('SELECT count(*)::int AS count FROM certificate');
    expect(row.count).toBe(500);
    expect((await byNumber(500)).verdict).toBe('VALID');
  });

  it.each([
    ['revoked', 'REVOKED'],
    ['cancelled', 'CANCELLED'],
  ])('%s: the answer is %s with its day, and never "not found"', async (status, verdict) => {
    const id = newId();
    const serial = status === 'revoked' ? 601 : 602;
    await verification.deliver(issued([{ id, serial }]));
    await verification.deliver(ended(id, status));
    const answer = await byNumber(serial);
    expect([answer.verdict, answer.certificates.length]).toEqual([verdict, 1]);
    expect(answer.certificates[0]).toMatchObject({ status, statusOn: '2026-11-22', statusReason: 'fraud' });
  });

  it('replaced under the same number: the number answers with the new version, the old paper with REPLACED', async () => {
    const [before, after] = [newId(), newId()];
    await verification.deliver(issued([{ id: before, serial: 701, token: 'old-paper-old-paper-ab' }]));
    await verification.deliver(issued([{ id: after, serial: 701, version: 2, token: 'new-paper-new-paper-ab' }]));
    await verification.deliver(ended(before, 'replaced', { reason: 'lost', replacedBy: after }));
    const answer = await byNumber(701);
    expect([answer.verdict, answer.certificates[0].version]).toEqual(['VALID', 2]);
    expect((await byToken('old-paper-old-paper-ab')).verdict).toBe('REPLACED');
    expect((await byToken('new-paper-new-paper-ab')).verdict).toBe('VALID');
  });

  it('all of a person: valid as long as one is, each with its own status', async () => {
    const { body } = await verification.request('POST', '/verify', { json: zhang });
    expect(body.verdict).toBe('VALID');
    const statuses = new Set(body.certificates.map((each: { status: string }) => each.status));
    expect(statuses.has('valid')).toBe(true);
  });
});
