/** A jurisdiction of the registry: `code` is six digits of GB/T 2260, or `system:…` for bodies that belong to no city. */
export interface Region {
  code: string;
  name: string;
  en: string;
  kind: 'province' | 'city' | 'prefecture' | 'system';
  certainty: 'sourced' | 'unverified';
  source: string;
}

function city(code: string, name: string, en: string): Region {
  return { code, name, en, kind: 'city', certainty: 'sourced', source: '[S-ID4]' };
}

function system(key: string, name: string, en: string): Region {
  return {
    code: `system:${key}`,
    name,
    en,
    kind: 'system',
    certainty: 'unverified',
    source: 'domain.md §9.3 (unverified but usual)',
  };
}

/** The 13 prefecture units of Heilongjiang (domain.md §9.3, §12 item 40). Codes are not contiguous. */
export const prefectures: readonly Region[] = [
  city('230100', '哈尔滨市', 'Harbin'),
  city('230200', '齐齐哈尔市', 'Qiqihar'),
  city('230300', '鸡西市', 'Jixi'),
  city('230400', '鹤岗市', 'Hegang'),
  city('230500', '双鸭山市', 'Shuangyashan'),
  city('230600', '大庆市', 'Daqing'),
  city('230700', '伊春市', 'Yichun'),
  city('230800', '佳木斯市', 'Jiamusi'),
  city('230900', '七台河市', 'Qitaihe'),
  city('231000', '牡丹江市', 'Mudanjiang'),
  city('231100', '黑河市', 'Heihe'),
  city('231200', '绥化市', 'Suihua'),
  {
    code: '232700',
    name: '大兴安岭地区',
    en: 'Daxing’anling Prefecture',
    kind: 'prefecture',
    certainty: 'sourced',
    source: '[S-ID4]',
  },
];

/** Jurisdictions of bodies that do not map to a city (domain.md §9.3, unverified). */
export const systemJurisdictions: readonly Region[] = [
  system('province-direct', '省直', 'units directly under the province'),
  system('beidahuang', '北大荒(农垦)', 'Beidahuang agricultural reclamation system'),
  system('forest-industry', '森工', 'forest industry system'),
  system('central-direct', '中直', 'central units in the province'),
];

/** Every jurisdiction: the province, its 13 prefecture units, the systems. */
export const regions: readonly Region[] = [
  {
    code: '230000',
    name: '黑龙江省',
    en: 'Heilongjiang Province',
    kind: 'province',
    certainty: 'sourced',
    source: '[S-ID4]',
  },
  ...prefectures,
  ...systemJurisdictions,
];
