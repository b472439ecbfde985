import { levelAliases, skillLevels, type LevelDigit, type LevelKey, type SkillLevel } from './data/skill-levels.js';
import { normaliseText } from './normalise.js';
import { refuse, type Repaired } from './parsed.js';

const BY_KEY = new Map<string, SkillLevel>(skillLevels.map((level) => [level.key, level]));
const BY_DIGIT = new Map<string, SkillLevel>(skillLevels.map((level) => [level.digit ?? level.key, level]));
const BY_ALIAS = new Map<string, LevelKey>(
  skillLevels.flatMap(({ key }) => levelAliases[key].map((alias): [string, LevelKey] => [alias, key])),
);

/** The level of a certificate-number digit; undefined for a text that is not `1`…`5`. */
export function levelByDigit(digit: LevelDigit): SkillLevel;
export function levelByDigit(digit: string): SkillLevel | undefined;
export function levelByDigit(digit: string): SkillLevel | undefined {
  return /^[1-5]$/.test(digit) ? BY_DIGIT.get(digit) : undefined;
}

/** The level of a stable key such as `senior-technician`; undefined for any other text. */
export function levelByKey(key: LevelKey): SkillLevel;
export function levelByKey(key: string): SkillLevel | undefined;
export function levelByKey(key: string): SkillLevel | undefined {
  return BY_KEY.get(key);
}

/** The levels a word names: one, two when two names are glued together (`高级工三级`), none when unknown. */
function levelsOfWord(word: string): LevelKey[] {
  const whole = BY_ALIAS.get(word);
  if (whole !== undefined) return [whole];
  for (let cut = 1; cut < word.length; cut += 1) {
    const head = BY_ALIAS.get(word.slice(0, cut));
    const tail = BY_ALIAS.get(word.slice(cut));
    if (head !== undefined && tail !== undefined) return [head, tail];
  }
  return [];
}

/**
 * Understands what clerks write for a level: `高级`, `三级`, `3`, `３级`, `高级工（三级）`, `三级/高级工`. `高级技师` is 一级.
 * `repaired` is true when the text was not the official display form.
 * Rules: `empty`, `unknown-level`, `contradiction` (`三级/技师`).
 */
export function readLevel(text: string): Repaired<SkillLevel> {
  const clean = normaliseText(text).replace(/ /g, '');
  if (clean === '') return refuse('empty', '等级为空', 'the level is empty');
  const words = clean
    .replace(/^(国家)?职业(资格|技能等级)/, '')
    .split(/[/()（）[\]【】\\|、,，:：-]/)
    .filter((word) => word !== '');
  const found = words.map(levelsOfWord);
  if (found.length === 0 || found.some((keys) => keys.length === 0)) {
    return refuse(
      'unknown-level',
      '无法识别等级,请填写如“三级/高级工”',
      'the level is not understood; write it like 三级/高级工',
    );
  }
  const keys = new Set(found.flat());
  const [key] = keys;
  const level = BY_KEY.get(key ?? '');
  if (keys.size > 1 || level === undefined) {
    return refuse('contradiction', '等级名称与级别数字不一致', 'the name and the number of the level disagree');
  }
  return { ok: true, value: level, repaired: text !== level.display };
}
