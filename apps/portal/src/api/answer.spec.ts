import { describe, expect, it } from '@jest/globals';
import { answerOf, type Answer } from './answer.ts';

const NOW = new Date('2026-04-24T02:00:00Z');
const row = { certificateNumber: 'Y000023100001263****01', level: '三级/高级工', bodyFiledOnIssueDate: true };
const verdictsOf = (answer: Answer | null): string[] =>
  answer?.kind === 'found' ? answer.certificates.map(({ verdict }) => verdict) : [answer?.kind ?? 'nothing'];

describe('an answer of the registry', () => {
  it('is valid only when the verdict and the certificate say so', () => {
    const answer = { verdict: 'VALID', certificates: [{ ...row, status: 'valid' }], checkedAt: NOW.toISOString() };
    expect(verdictsOf(answerOf(answer, NOW))).toEqual(['VALID']);
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
    expect(verdictsOf(answerOf(answer, NOW))).not.toContain('VALID');
  });

  it('keeps the state of each of several certificates', () => {
    const certificates = [
      { ...row, status: 'valid' },
      { ...row, status: 'revoked' },
    ];
    expect(verdictsOf(answerOf({ verdict: 'VALID', certificates }, NOW))).toEqual(['VALID', 'REVOKED']);
  });

  it('does not claim a filing that the registry does not tell', () => {
    const result = answerOf({ verdict: 'VALID', certificates: [{ ...row, bodyFiledOnIssueDate: undefined }] }, NOW);
    expect(result?.kind === 'found' && result.certificates[0]?.filedOnIssueDate).toBeNull();
  });

  it('names the host of another scheme only when it is a host', () => {
    const ask = (host: string) =>
      answerOf({ verdict: 'OTHER_SCHEME', otherScheme: { zh: '另', en: 'other', askAt: { host } } }, NOW);
    expect(ask('zscx.osta.org.cn')).toMatchObject({ kind: 'miss', askHost: 'zscx.osta.org.cn' });
    expect(ask('evil/?q=')).toMatchObject({ kind: 'miss', askHost: '' });
  });
});
