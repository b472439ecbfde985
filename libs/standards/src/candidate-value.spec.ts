import { expect, test } from '@jest/globals';
import {
  documentTypes,
  educationLevels,
  ethnicGroups,
  readDocumentType,
  readEducation,
  readEthnicity,
} from './index.js';

test('56 ethnic groups, with 族 restored', () => {
  expect(new Set(ethnicGroups).size).toBe(56);
  expect(readEthnicity('汉')).toEqual({ ok: true, value: '汉族', repaired: true });
  expect(readEthnicity('赫哲族')).toEqual({ ok: true, value: '赫哲族', repaired: false });
  expect(readEthnicity(' 鄂伦春 ')).toMatchObject({ value: '鄂伦春族', repaired: true });
  expect(readEthnicity('汉人')).toMatchObject({ ok: false, rule: 'unknown-ethnicity' });
  expect(readEthnicity('')).toMatchObject({ ok: false, rule: 'empty' });
});

test('§12.53 本科 is not a value, 大学本科 is', () => {
  expect(educationLevels).toHaveLength(12);
  expect(readEducation('大学本科')).toMatchObject({ ok: true, repaired: false });
  expect(readEducation('本科')).toMatchObject({ ok: false, rule: 'unknown-education', suggestion: '大学本科' });
  expect(readEducation('大 专')).toMatchObject({ ok: false, suggestion: '大学专科和专科学校' });
  expect(readEducation('其他')).not.toHaveProperty('suggestion');
});

test('§12.54 only the resident identity card has a checksum', () => {
  expect(documentTypes.filter(({ checksum }) => checksum).map(({ name }) => name)).toEqual(['居民身份证']);
  expect(readDocumentType('身份证')).toMatchObject({ value: { key: 'resident-id' }, repaired: true });
  expect(readDocumentType('护照')).toMatchObject({ value: { key: 'passport', checksum: false }, repaired: false });
  expect(readDocumentType('驾驶证')).toMatchObject({ ok: false, rule: 'unknown-document-type' });
});
