import { prefectures, regions, type Region } from './data/regions.js';

const BY_CODE = new Map(regions.map((region) => [region.code, region]));

/** The jurisdiction of exactly this code (`230100`, `system:province-direct`), or undefined. */
export function regionByCode(code: string): Region | undefined {
  return BY_CODE.get(code);
}

/** The prefecture unit that a six-digit area code lies in, county codes included; undefined outside the province. */
export function prefectureOfArea(area: string): Region | undefined {
  return /^\d{6}$/.test(area) ? prefectures.find(({ code }) => code.slice(0, 4) === area.slice(0, 4)) : undefined;
}
