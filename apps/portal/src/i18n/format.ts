import { pick, type Lang } from './locale.tsx';

/** Display names; the registry of regions is libs/standards, which is too large for the first page of a phone. */
const REGIONS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  '230000': ['黑龙江省', 'Heilongjiang'],
  '230100': ['哈尔滨市', 'Harbin'],
  '230200': ['齐齐哈尔市', 'Qiqihar'],
  '230300': ['鸡西市', 'Jixi'],
  '230400': ['鹤岗市', 'Hegang'],
  '230500': ['双鸭山市', 'Shuangyashan'],
  '230600': ['大庆市', 'Daqing'],
  '230700': ['伊春市', 'Yichun'],
  '230800': ['佳木斯市', 'Jiamusi'],
  '230900': ['七台河市', 'Qitaihe'],
  '231000': ['牡丹江市', 'Mudanjiang'],
  '231100': ['黑河市', 'Heihe'],
  '231200': ['绥化市', 'Suihua'],
  '232700': ['大兴安岭地区', 'Daxing’anling'],
  'system:province-direct': ['省直', 'Province direct'],
  'system:beidahuang': ['北大荒（农垦）', 'Beidahuang'],
  'system:forest-industry': ['森工', 'Forest industry'],
  'system:central-direct': ['中直', 'Central units'],
};

/** The five national levels by the digit of the certificate number; always as printed on the certificate. */
const LEVELS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  '5': ['五级/初级工', 'junior worker'],
  '4': ['四级/中级工', 'intermediate worker'],
  '3': ['三级/高级工', 'senior worker'],
  '2': ['二级/技师', 'technician'],
  '1': ['一级/高级技师', 'senior technician'],
};

export const REGION_CHOICES = Object.keys(REGIONS).filter((code) => code !== '230000');
/** Lowest first, as people climb them. */
export const LEVEL_CHOICES = ['5', '4', '3', '2', '1'] as const;

export function regionName(lang: Lang, code: string): string {
  const region = REGIONS[code];
  return region ? pick(lang, ...region) : code;
}

/** From the digit or from the printed form; in English with a gloss. */
export function levelName(lang: Lang, digitOrDisplay: string): string {
  const level = LEVELS[digitOrDisplay] ?? Object.values(LEVELS).find(([display]) => display === digitOrDisplay);
  if (!level) return digitOrDisplay;
  return lang === 'en' ? `${level[0]} (${level[1]})` : level[0];
}

/** 工种: `--` when the occupation has none, never blank. */
export const specialtyName = (specialty: string): string => specialty.trim() || '--';

const BEIJING = 'Asia/Shanghai';

/** A calendar day as it stands (`2026-03-01`): no zone may move it. */
export function formatDay(lang: Lang, day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  if (!match) return day;
  const [, year, month, date] = match;
  return lang === 'en' ? `${year}-${month}-${date}` : `${year}年${Number(month)}月${Number(date)}日`;
}

/** An instant, in Beijing time; for the records of the staff part to the minute. */
export function formatInstant(lang: Lang, instant: string, to: 'second' | 'minute' = 'second'): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: BEIJING,
    year: 'numeric',
    month: lang === 'en' ? 'short' : 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(to === 'second' ? { second: '2-digit' } : {}),
    hourCycle: 'h23',
  }).format(at);
}

/** A certificate number in its seven parts, easier to compare with the paper. */
export function numberGroups(number: string): string[] {
  if (!/^[A-Z][\d*]{21}$/.test(number)) return [number];
  return [number.slice(0, 7), number.slice(7, 13), number.slice(13, 16), number.slice(16)];
}

/** A clause of the registry as a sentence of this site: its Chinese has the commas of code, its English no capital. */
export function sentence(lang: Lang, zh: string, en: string): string {
  if (lang === 'en') return `${en.charAt(0).toUpperCase()}${en.slice(1)}`.replace(/(?<![.!?])$/, '.');
  return zh
    .replaceAll(/,(?!\d)/g, '，')
    .replaceAll(';', '；')
    .replace(/(?<![。！？])$/, '。');
}

/** Today in China, `2026-03-01`. */
export const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: BEIJING }).format(new Date());
