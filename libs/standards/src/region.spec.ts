import { expect, test } from '@jest/globals';
import { prefectureOfArea, prefectures, regionByCode, regions } from './index.js';

test('§12.40 thirteen prefecture units, 大兴安岭 is a 地区', () => {
  expect(prefectures).toHaveLength(13);
  expect(regionByCode('232700')).toMatchObject({ name: '大兴安岭地区', kind: 'prefecture' });
  expect(regionByCode('231300')).toBeUndefined();
  expect(new Set(regions.map(({ code }) => code)).size).toBe(18);
});

test('systems that map to no city have stable keys', () => {
  expect(regionByCode('system:province-direct')).toMatchObject({ kind: 'system', certainty: 'unverified' });
});

test('a county lies in its prefecture unit', () => {
  expect(prefectureOfArea('230102')?.name).toBe('哈尔滨市');
  expect(prefectureOfArea('232722')?.name).toBe('大兴安岭地区');
  expect(prefectureOfArea('110105')).toBeUndefined();
  expect(prefectureOfArea('2301')).toBeUndefined();
});
