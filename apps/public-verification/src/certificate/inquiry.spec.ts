import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '@app/kernel';
import { readInquiry, type InquiryInput } from './inquiry.js';

const number = 'Y000023000001263000001';
const read = (input: InquiryInput) => readInquiry(input, '2026-11-23');
const refusalOf = (input: InquiryInput): unknown => {
  try {
    return read(input).by;
  } catch (error) {
    const { code, faults } = error as DomainError;
    return [code, ...faults.map(({ field, rule }) => `${field} ${rule}`)];
  }
};

describe('inquiry', () => {
  it('takes any two of the three facts, and all three', () => {
    const name = '张三丰';
    const documentNumber = '23010219900307004X';
    const siteCode = 'Y000023000001';
    expect(read({ name, documentNumber })).toEqual({ by: 'person', name, documentNumber });
    expect(read({ name, certificateNumber: number })).toEqual({
      by: 'number',
      number,
      siteCode,
      name,
      documentNumber: null,
    });
    expect(read({ documentNumber, certificateNumber: number })).toMatchObject({ name: null, documentNumber });
    expect(read({ name, documentNumber, certificateNumber: number })).toMatchObject({ name, documentNumber });
  });

  it('never answers to one fact, and a blank is none', () => {
    const two = 'certificate/two-facts';
    expect(refusalOf({ name: '张三丰', documentNumber: ' 　' })).toEqual([
      two,
      '/documentNumber missing',
      '/certificateNumber missing',
    ]);
    expect(refusalOf({ certificateNumber: number, name: null })).toEqual([
      two,
      '/name missing',
      '/documentNumber missing',
    ]);
    expect(refusalOf({})).toHaveLength(4);
  });

  it('understands full-width characters, spaces and a lower-case x', () => {
    expect(
      read({
        name: ' 张 三丰',
        documentNumber: '２３０１０２ 19900307 004x',
        certificateNumber: 'ｙ0000 23000001 263 000001',
      }),
    ).toEqual({
      by: 'number',
      number,
      siteCode: 'Y000023000001',
      name: '张三丰',
      documentNumber: '23010219900307004X',
    });
  });

  it('names the rule that a malformed number breaks, and the scheme of a foreign one', () => {
    const refused = (certificateNumber: string): unknown => refusalOf({ name: '张三丰', certificateNumber });
    expect(refused(number.slice(1))).toEqual(['certificate/number', '/certificateNumber length']);
    expect(refused('Y000023000001266000001')).toEqual(['certificate/number', '/certificateNumber level']);
    expect(refused('Y000023000001273000001')).toEqual(['certificate/number', '/certificateNumber year-future']);
    expect(read({ name: '张三丰', certificateNumber: '1208001001312345' })).toMatchObject({
      by: 'other-scheme',
      scheme: { scheme: 'vocational-qualification-16' },
    });
  });
});
