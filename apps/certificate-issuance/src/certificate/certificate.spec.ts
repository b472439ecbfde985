import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@app/kernel';
import { chineseDate, faceOf } from './certificate-face.js';
import { numbersOf } from '../number/numbering.js';
import { type Certificate, type Grant } from './certificate.js';
import { isNameUsable, maskHolder, readHolder } from './holder.js';

const grant: Grant = {
  basis: 'assessment',
  awardId: null,
  rollId: 'r1',
  planId: 'p1',
  filingId: 'f1',
  organisationId: 'org-north',
  jurisdiction: '230100',
  agencyName: '哈尔滨北方焊接装备有限公司',
  siteCode: 'Y000023000001',
  occupationCode: '6-18-02-04',
  occupationEdition: '2015',
  occupationName: '焊工',
  specialty: '',
  levelDigit: '3',
  issuedOn: '2027-01-04',
};
const holder = { name: '张三丰', documentType: '居民身份证', documentNumber: '23010219900307888X' };

describe('certificate', () => {
  it('numbers carry the year of issue and run on without a gap', () => {
    expect(numbersOf(grant, 9, 3)).toEqual([
      'Y000023000001273000009',
      'Y000023000001273000010',
      'Y000023000001273000011',
    ]);
  });

  it('numbers stop at the last serial instead of growing a seventh digit', () => {
    expect(numbersOf(grant, 999_999, 1)).toEqual(['Y000023000001273999999']);
    try {
      numbersOf(grant, 999_999, 2);
      throw new Error('a 7-digit serial was made');
    } catch (error) {
      expect((error as DomainError).code).toBe('standards/serial-exhausted');
    }
  });

  it('prints -- without a specialty, the level in full, and the token in the QR code only', () => {
    const face = faceOf(grant as Certificate, holder, 'http://localhost:8080/', 'TOKEN');
    expect(face).toMatchObject({ specialty: '--', level: '三级/高级工', documentNumber: '23010219900307888X' });
    expect(face.verifyUrl).toBe('http://localhost:8080/v/TOKEN');
    expect(JSON.stringify({ ...face, verifyUrl: '' })).not.toContain('TOKEN');
    expect(faceOf({ ...grant, specialty: '电焊工' } as Certificate, holder, 'http://x', 't').specialty).toBe('电焊工');
    expect(chineseDate('2027-01-04')).toBe('2027年1月4日');
  });
});

describe('holder', () => {
  it('is read normalised, by the official name of the document type', () => {
    const json = JSON.stringify({
      name: '阿卜杜•买买提',
      documentType: 'resident-id',
      documentNumber: '23010219900307888x',
    });
    expect(readHolder(json)).toEqual({
      name: '阿卜杜·买买提',
      documentType: '居民身份证',
      documentNumber: '23010219900307888X',
    });
  });

  it('is nobody when a part is missing, and no error quotes the person', () => {
    for (const json of [
      '{"name":"张三"}',
      '{"name":"张三","documentType":"图书证","documentNumber":"1"}',
      '张三',
      'null',
    ]) {
      expect(readHolder(json)).toBeNull();
    }
  });

  it('has a name that can be printed: no control character, no turn of direction, no half of a character', () => {
    const usable = (name: string): boolean => isNameUsable(JSON.stringify({ name }));
    expect(['王𬭩', ' 张三 ', 'Ann Lee'].map(usable)).toEqual([true, true, true]);
    expect(['张\u0007三', '张\u202e三', '张\ud840'].map(usable)).toEqual([false, false, false]);
  });

  it('shows masked', () => {
    expect(maskHolder(holder)).toEqual({ nameMasked: '张*丰', documentMasked: '230***********888X' });
  });
});
