import { describe, expect, it } from '@jest/globals';
import { checkResultOf, factsOf, faultsOf, type CheckResult } from './verification.ts';

const NOW = new Date('2026-04-24T02:00:00Z');
const row = { certificateNumber: 'Y000023100001263****01', level: '三级/高级工', bodyFiledOnIssueDate: true };
const verdictsOf = (result: CheckResult): string[] =>
  result.kind === 'found' ? result.certificates.map(({ verdict }) => verdict) : [result.kind];

describe('an answer of the registry', () => {
  it('is valid only when the verdict and the certificate say so', () => {
    const answer = { verdict: 'VALID', certificates: [{ ...row, status: 'valid' }], checkedAt: NOW.toISOString() };
    expect(verdictsOf(checkResultOf(answer, NOW))).toEqual(['valid']);
  });

  it.each([
    ['a revoked verdict on a row that says valid', { verdict: 'REVOKED', certificates: [{ ...row, status: 'valid' }] }],
    ['a row in a state of a later release', { verdict: 'VALID', certificates: [{ ...row, status: 'suspended' }] }],
    ['a verdict of a later release', { verdict: 'SUSPENDED', certificates: [{ ...row, status: 'valid' }] }],
    ['a check that could not be made', { verdict: 'COULD_NOT_CHECK', certificates: [{ ...row, status: 'valid' }] }],
    ['a verdict without a certificate', { verdict: 'VALID', certificates: [] }],
    ['a row without a verdict', { certificates: [{ ...row, status: 'valid' }] }],
    ['something else', 'VALID'],
    ['nothing', null],
  ])('is never shown as valid: %s', (_name, answer) => {
    expect(verdictsOf(checkResultOf(answer, NOW))).not.toContain('valid');
  });

  it('keeps the state of each of several certificates', () => {
    const certificates = [
      { ...row, status: 'valid' },
      { ...row, status: 'revoked' },
    ];
    expect(verdictsOf(checkResultOf({ verdict: 'VALID', certificates }, NOW))).toEqual(['valid', 'revoked']);
  });

  it('does not claim a filing that the registry does not tell', () => {
    const result = checkResultOf(
      { verdict: 'VALID', certificates: [{ ...row, bodyFiledOnIssueDate: undefined }] },
      NOW,
    );
    expect(result.kind === 'found' && result.certificates[0]?.filedOnIssueDate).toBeNull();
  });

  it('names the host of another scheme only when it is a host', () => {
    const ask = (host: string) =>
      checkResultOf({ verdict: 'OTHER_SCHEME', otherScheme: { zh: '另', en: 'other', askAt: { host } } }, NOW);
    expect(ask('zscx.osta.org.cn')).toMatchObject({ kind: 'miss', askHost: 'zscx.osta.org.cn' });
    expect(ask('evil/?q=')).toMatchObject({ kind: 'miss', askHost: '' });
  });
});

describe('the facts of the form', () => {
  it('are plain and only those that were filled in', () => {
    expect(factsOf({ name: ' 王小明 ', documentNumber: '２30103 19900101 004x', certificateNumber: ' ' })).toEqual({
      name: '王小明',
      documentNumber: '23010319900101004X',
    });
  });
});

describe('the faults of a refused check', () => {
  const fault = (field: string) => ({ field, rule: 'length', zh: '证书编号应为22位', en: 'it has 22 characters' });

  it('keep the words about a certificate number, and no words meant for programs', () => {
    expect(
      faultsOf({ type: 'urn:jiangzheng:problem:certificate/number', errors: [fault('/certificateNumber')] }),
    ).toEqual([{ fact: 'certificateNumber', words: ['证书编号应为22位', 'it has 22 characters'] }]);
    expect(faultsOf({ type: 'urn:jiangzheng:problem:request/invalid', errors: [fault('/name'), fault('/x')] })).toEqual(
      [{ fact: 'name', words: null }],
    );
  });
});
