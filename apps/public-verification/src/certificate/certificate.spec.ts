import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '@app/kernel';
import { certificateOf, maskCertificateNumber, type IssuedFact } from './certificate.js';

const fact: IssuedFact = {
  certificateId: '0198c0de-0000-7000-8000-00000000000a',
  certificateNumber: 'Y000023000001263000001',
  agencyName: '哈尔滨北方焊接装备有限公司',
  siteCode: 'Y000023000001',
  subject: {
    occupationCode: '6-18-02-04',
    occupationEdition: '2022',
    occupationName: '焊工',
    specialty: '',
    levelDigit: '3',
  },
  issuedOn: '2026-11-23',
  nameMasked: '张*丰',
  documentMasked: '230***********004X',
  nameIndex: 'n'.repeat(43),
  documentIndex: 'd'.repeat(43),
  tokenSha256: 'ab'.repeat(32),
};
const fieldOf = (change: Partial<IssuedFact>): unknown => {
  try {
    return certificateOf({ ...fact, ...change }).status;
  } catch (error) {
    return (error as DomainError).params['field'];
  }
};

describe('certificate', () => {
  it('keeps an issued certificate as valid', () => {
    expect(certificateOf(fact)).toMatchObject({ levelDigit: '3', specialty: '', status: 'valid' });
  });

  it('names what an event lacks', () => {
    expect(fieldOf({ certificateId: '' })).toBe('certificateId');
    expect(fieldOf({ certificateNumber: '' })).toBe('certificateNumber');
    expect(fieldOf({ siteCode: 'Y000023000002' })).toBe('siteCode');
    expect(fieldOf({ nameIndex: '张三丰' })).toBe('nameIndex');
    expect(fieldOf({ tokenSha256: 'AB'.repeat(32) })).toBe('tokenSha256');
    expect(fieldOf({ subject: undefined })).toBe('subject');
  });

  it('refuses a document number in clear', () => {
    expect(fieldOf({ documentMasked: '23010219900307004X' })).toBe('documentMasked');
  });

  it('hides the serial, which is consecutive and could be guessed', () => {
    expect(maskCertificateNumber('Y000023000001263000001')).toBe('Y000023000001263****01');
  });
});
