import { occupations, pendingOccupations, type Occupation, type Specialty } from './data/occupations.js';
import type { LevelDigit, LevelKey, SkillLevel } from './data/skill-levels.js';
import { normaliseText } from './normalise.js';
import { usesOfCode, parseOccupationCode } from './occupation-code.js';
import { refuse, succeed, type Failure, type Parsed } from './parsed.js';
import { levelByDigit, levelByKey } from './skill-level.js';

/** How the catalogue was matched. `notice` tells the reader when it was by an old code, an old name or a 工种. */
export interface OccupationMatch {
  occupation: Occupation;
  matchedBy: 'code' | 'name' | 'former-code' | 'former-name' | 'specialty';
  specialty: Specialty | null;
  notice: { zh: string; en: string } | null;
}

export interface OccupationQuery {
  code?: string;
  name?: string;
}

/** A verdict that the combination may be filed, planned or certified. */
export interface Scope {
  occupation: Occupation;
  specialty: Specialty | null;
  level: SkillLevel;
}

function findByCode(text: string): Parsed<OccupationMatch> {
  const parsed = parseOccupationCode(text);
  if (!parsed.ok) return parsed;
  const uses = usesOfCode(parsed.value.code);
  const use = uses.find(({ current }) => current) ?? uses[0];
  if (use === undefined) {
    return refuse('unknown-occupation', '目录中没有这个职业编码', 'the catalogue has no occupation with this code');
  }
  const { occupation, current, edition } = use;
  if (current) return succeed({ occupation, matchedBy: 'code', specialty: null, notice: null });
  return succeed({
    occupation,
    matchedBy: 'former-code',
    specialty: null,
    notice: {
      zh: `这是${edition}版大典编码,现为${occupation.code} ${occupation.name}`,
      en: `this is the code of the ${edition} edition; now ${occupation.code} ${occupation.name}`,
    },
  });
}

function findByName(text: string): Parsed<OccupationMatch> {
  const name = normaliseText(text).replace(/ /g, '');
  const byName = occupations.find((row) => row.name === name);
  if (byName !== undefined) return succeed({ occupation: byName, matchedBy: 'name', specialty: null, notice: null });
  for (const occupation of occupations) {
    const now = `${occupation.code} ${occupation.name}`;
    const former = occupation.formerCodes.find((row) => row.name === name);
    if (former !== undefined) {
      const notice = {
        zh: `这是${former.edition}版大典职业名称(${former.code}),现为${now}`,
        en: `this is a name of the ${former.edition} edition (${former.code}); now ${now}`,
      };
      return succeed({ occupation, matchedBy: 'former-name', specialty: null, notice });
    }
    const specialty = occupation.specialties.find((row) => row.name === name);
    if (specialty !== undefined) {
      const notice = { zh: `这是工种,所属职业为${now}`, en: `this is a specialty of ${now}` };
      return succeed({ occupation, matchedBy: 'specialty', specialty, notice });
    }
  }
  if (pendingOccupations.some((row) => row.name === name)) {
    return refuse('code-unconfirmed', '该职业的完整编码尚未确认,暂不能使用', 'the full code is not confirmed yet');
  }
  return refuse('unknown-occupation', '目录中没有这个职业名称', 'the catalogue has no occupation of this name');
}

/**
 * Finds an occupation by code, by name, or by both when they agree. Codes and names of the 1999 edition and names of
 * 工种 are found too and said so in `notice` (domain.md §12 item 41).
 * Rules: those of `parseOccupationCode`, `unknown-occupation`, `code-unconfirmed`, `code-name-mismatch`.
 */
export function findOccupation(query: OccupationQuery): Parsed<OccupationMatch> {
  const { code, name } = query;
  if (code === undefined) {
    return name === undefined || name.trim() === ''
      ? refuse('empty', '职业编码和名称均为空', 'neither a code nor a name is given')
      : findByName(name);
  }
  const byCode = findByCode(code);
  if (!byCode.ok || name === undefined) return byCode;
  const byName = findByName(name);
  if (!byName.ok) return byName;
  return byName.value.occupation === byCode.value.occupation
    ? byCode
    : refuse('code-name-mismatch', '职业编码与职业名称不一致', 'the code and the name belong to different occupations');
}

function refuseAppointed(occupation: Occupation, level: SkillLevel): Failure | null {
  if (level.grantedBy === 'employer-hiring') return null;
  return occupation.levels.includes('1')
    ? null
    : refuse(
        'no-senior-technician',
        `${occupation.name}不设一级/高级技师,不能评聘${level.name}`,
        `without 一级/高级技师 nobody can be appointed ${level.en}`,
      );
}

function findSpecialty(occupation: Occupation, name: string, level: SkillLevel): Parsed<Specialty> {
  const specialty = occupation.specialties.find((row) => row.name === name);
  if (specialty === undefined) {
    return refuse('unknown-specialty', `${occupation.name}没有这个工种`, 'the occupation has no such specialty');
  }
  const { digit } = level;
  if (digit === null || specialty.levels.includes(digit)) return succeed(specialty);
  return occupation.specialties.some((row) => row.levels.includes(digit))
    ? refuse(
        'level-not-in-specialty',
        `${specialty.name}不设${level.display}`,
        `this specialty has no ${level.en} level`,
      )
    : refuse(
        'no-specialty-at-level',
        `${occupation.name}${level.display}不分工种,工种应填“--”`,
        'at this level the occupation has no specialties; write --',
      );
}

/**
 * Whether an occupation, 工种 (null, empty or `--` for none) and level exist together (domain.md §12 items 10–12).
 * `occupation` is a row of the catalogue, a code or a name; `level` is a digit or, for appointments, `special-technician` or `chief-technician`.
 * Rules: `unknown-occupation`, `unknown-level`, `level-not-in-occupation`, `no-senior-technician`, `unknown-specialty`,
 * `level-not-in-specialty`, `no-specialty-at-level`.
 */
export function scopeAllowed(
  occupation: Occupation | string,
  specialty: string | null,
  level: LevelDigit | LevelKey,
): Parsed<Scope> {
  const found =
    typeof occupation === 'string'
      ? findOccupation(/^\d/.test(occupation.trim()) ? { code: occupation } : { name: occupation })
      : succeed<Pick<OccupationMatch, 'occupation'>>({ occupation });
  if (!found.ok) return found;
  const row = found.value.occupation;
  const text: string = level;
  const wanted = levelByDigit(text) ?? levelByKey(text);
  if (wanted === undefined) return refuse('unknown-level', '等级无效', 'no such level');
  if (wanted.digit === null) {
    const refusal = refuseAppointed(row, wanted);
    if (refusal !== null) return refusal;
  } else if (!row.levels.includes(wanted.digit)) {
    return refuse(
      'level-not-in-occupation',
      `${row.name}不设${wanted.display}`,
      `the occupation has no ${wanted.en} level (${wanted.digit})`,
    );
  }
  const name = specialty === null ? '' : normaliseText(specialty).replace(/^[-－—–]+$/, '');
  if (name === '') return succeed({ occupation: row, specialty: null, level: wanted });
  const part = findSpecialty(row, name, wanted);
  return part.ok ? succeed({ occupation: row, specialty: part.value, level: wanted }) : part;
}
