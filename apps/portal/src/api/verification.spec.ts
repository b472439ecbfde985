import { describe, expect, it } from '@jest/globals';
import { factsOf, faultsOf } from './verification.ts';

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
