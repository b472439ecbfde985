import { found, type Finding, type Verdict } from '@app/credential';
import { DomainError } from '@app/kernel';
import { describe, expect, it } from '@jest/globals';
import { differencesOf, judge, refusalOf, type Compared, type Registered } from './document.js';

const row: Registered = {
  certificateId: '019ac000-0000-7000-8000-000000000001',
  certificateNumber: 'Y000023000001263000001',
  tokenSha256: '00',
  nameIndex: 'of 王建国',
  documentMasked: '230***********021X',
  occupationCode: '6-18-02-04',
  occupationName: '焊工',
  specialty: '电焊工',
  levelDigit: '3',
  agencyName: '哈尔滨北方焊接装备有限公司',
  issuedOn: '2026-12-01',
};
const indexOf = (name: string): string => `of ${name}`;
const said = { certificateNumber: row.certificateNumber, holderName: '王建国', documentTail: '021X', levelDigit: '3' };

describe('what a document says otherwise than the register', () => {
  it.each<[object, Compared[]]>([
    [{}, []],
    [{ holderName: '王建军' }, ['holderName']],
    [{ levelDigit: '2', issuedOn: '2026-12-02' }, ['levelDigit', 'issuedOn']],
    [{ documentTail: '0211' }, ['documentTail']],
    [{ holderName: '王建', cut: ['holderName'] }, []],
    [{ specialty: '电', cut: ['specialty'] }, []],
    [{ specialty: '气', cut: ['specialty'] }, ['specialty']],
    [{ specialty: '气焊工' }, ['specialty']],
  ])('%j: %j', (change, differences) => {
    expect(differencesOf({ ...said, ...change }, row, indexOf)).toEqual(differences);
  });

  it('is nothing where the document is silent, or its number is masked to the end', () => {
    expect(differencesOf({}, row, indexOf)).toEqual([]);
    expect(differencesOf(said, { ...row, documentMasked: 'E12****' }, indexOf)).toEqual([]);
  });
});

const verdict = (codes: Finding[], entry: { verdict: Verdict; differences: Compared[] } | null): Verdict =>
  judge({ checks: codes.map(found) }, entry).verdict;
const good: Finding[] = ['form/read', 'signature/good', 'key/trusted', 'status/no-list', 'log/no-proof'];
const entry = (of: Verdict, differences: Compared[] = []) => ({ verdict: of, differences });

describe('the verdict over a document and the register', () => {
  it('is the register’s where both agree, whatever became of the certificate', () => {
    for (const each of ['VALID', 'REVOKED', 'CANCELLED', 'REPLACED'] as const)
      expect(verdict(good, entry(each))).toBe(each);
    expect(verdict(['form/read', 'signature/no-key', 'key/unknown'], entry('VALID'))).toBe('VALID');
    expect(verdict(['form/read', 'signature/good', 'key/compromised'], entry('VALID'))).toBe('VALID');
  });

  it('is a mismatch for what was altered, also when nothing of it is known', () => {
    expect(verdict(good, entry('VALID', ['holderName']))).toBe('MISMATCH');
    const altered: Finding[] = ['signature/wrong', 'document/changed', 'document/other-signer', 'key/other-body'];
    for (const code of altered) {
      expect([code, verdict([...good, code], entry('REVOKED')), verdict([...good, code], null)]).toEqual([
        code,
        'MISMATCH',
        'MISMATCH',
      ]);
    }
  });

  it('is not found for what a compromised key signed and nobody issued', () => {
    expect(verdict(['form/read', 'signature/good', 'key/compromised'], null)).toBe('NOT_FOUND');
    expect(verdict(good, null)).toBe('NOT_FOUND');
  });

  it('is open where only a signature names the certificate and it does not prove it; altered stays altered', () => {
    const checks = ['form/read', 'signature/good', 'key/compromised'] as const;
    expect(judge({ checks: checks.map(found) }, 'not-asked').verdict).toBe('COULD_NOT_CHECK');
    expect(judge({ checks: [found('signature/wrong')] }, 'not-asked').verdict).toBe('MISMATCH');
  });

  it('is never valid for a page that nobody signed; a revoked one is revoked all the same', () => {
    for (const code of ['document/unsigned', 'document/no-key', 'document/compromised'] as const) {
      expect(verdict([...good, code], entry('VALID'))).toBe('COULD_NOT_CHECK');
      expect(verdict([...good, code], entry('REVOKED'))).toBe('REVOKED');
    }
  });

  it('leaves status and log to the register, and says what the register has', () => {
    const { checks } = judge({ checks: good.map(found) }, entry('VALID'));
    expect(checks.map(({ code }) => code)).toEqual(['form/read', 'signature/good', 'key/trusted', 'register/same']);
  });
});

it('faults of a document are told as such, faults of ours are not', () => {
  const codeOf = (error: unknown) => (refusalOf(error) as { code?: string }).code;
  expect(codeOf(new DomainError('credential/malformed'))).toBe('document/unreadable');
  expect(codeOf(new DomainError('offline/too-complex'))).toBe('document/too-large');
  expect(codeOf(new DomainError('offline/no-code'))).toBe('document/no-code');
  const ours = new Error('ours');
  expect(refusalOf(ours)).toBe(ours);
});
