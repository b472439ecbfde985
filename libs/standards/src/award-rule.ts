import { assertRealDay, wholeMonths } from './calendar-day.js';
import { appointmentRules, type AppointmentRule, type PostLevel } from './data/appointment-rules.js';
import {
  awardFigures,
  basisRules,
  contestScales,
  numberRules,
  titleBridges,
  type AwardBasis,
  type AwardFigures,
  type BasisRule,
  type ContestClass,
  type ContestScale,
  type Dated,
  type NumberRule,
  type TitleBridge,
} from './data/award-rules.js';
import type { TitleGrade } from './data/eligibility-options.js';
import type { LevelDigit } from './data/skill-levels.js';
import { refuse, succeed, type Parsed } from './parsed.js';

/** Every dated table that decides about applications and appointments: a spec may pass others. */
export interface AwardRules {
  bases: readonly BasisRule[];
  contests: readonly ContestScale[];
  titles: readonly TitleBridge[];
  figures: readonly AwardFigures[];
  numbers: readonly NumberRule[];
  appointments: readonly AppointmentRule[];
}

export const awardRules: AwardRules = {
  bases: basisRules,
  contests: contestScales,
  titles: titleBridges,
  figures: awardFigures,
  numbers: numberRules,
  appointments: appointmentRules,
};

/**
 * The row that holds on `day`; of several the one that began last.
 * @throws DomainError `standards/bad-day`
 */
export function ruleOn<T extends Dated>(rows: readonly T[], day: string): T | undefined {
  assertRealDay(day);
  return rows
    .filter(({ from, until }) => from <= day && (until === null || day <= until))
    .reduce<T | undefined>((last, row) => (last && last.from > row.from ? last : row), undefined);
}

export const basisRuleOn = (
  basis: AwardBasis,
  day: string,
  { bases }: AwardRules = awardRules,
): BasisRule | undefined =>
  ruleOn(
    bases.filter((rule) => rule.basis === basis),
    day,
  );

export const appointmentRuleOn = (
  level: PostLevel,
  day: string,
  { appointments }: AwardRules = awardRules,
): AppointmentRule | undefined =>
  ruleOn(
    appointments.filter((rule) => rule.level === level),
    day,
  );

export const numberRuleOn = (
  of: NumberRule['of'],
  day: string,
  { numbers }: AwardRules = awardRules,
): NumberRule | undefined =>
  ruleOn(
    numbers.filter((rule) => rule.of === of),
    day,
  );

export interface ContestResult {
  contestClass: ContestClass;
  /** Null: passed without a place. */
  place: number | null;
  /** `YYYY-MM-DD`. */
  heldOn: string;
  standardDigit: string;
}

/** `5` is the lowest: a grade below is a digit more. Null below 五级. */
const gradesBelow = (digit: LevelDigit, grades: number): LevelDigit | null =>
  (['1', '2', '3', '4', '5'] as const)[Number(digit) - 1 + grades] ?? null;

/**
 * 竞赛晋升: the level that a contest gives.
 * Rules: `no-contest-table`, `contest-standard`, `contest-gives-none` (行业单项), `place-gives-none`.
 */
export function levelByContest(result: ContestResult, { contests }: AwardRules = awardRules): Parsed<LevelDigit> {
  const scale = ruleOn(contests, result.heldOn);
  if (!scale)
    return refuse(
      'no-contest-table',
      '竞赛举办时没有有效的晋升办法',
      'no promotion table held on the day of the contest',
    );
  if (result.standardDigit !== scale.standardDigit) {
    return refuse(
      'contest-standard',
      '竞赛的命题标准等级不适用晋升办法',
      'the table is for contests set at another level',
    );
  }
  const isCity = result.contestClass === 'city-1' || result.contestClass === 'city-2';
  const steps =
    scale.provincial[
      result.contestClass === 'city-1'
        ? 'provincial-1'
        : result.contestClass === 'city-2'
          ? 'provincial-2'
          : result.contestClass
    ];
  if (steps.length === 0) {
    return refuse(
      'contest-gives-none',
      '行业单项竞赛只发获奖证书，不晋升职业技能等级',
      'this class gives an award paper only, no certificate',
    );
  }
  const { place } = result;
  const step = steps.find(({ upTo }) => upTo === null || (place !== null && place <= upTo));
  const digit = step && (isCity ? gradesBelow(step.digit, scale.cityGradesBelow) : step.digit);
  return digit ? succeed(digit) : refuse('place-gives-none', '该名次不晋升职业技能等级', 'this place gives no level');
}

export const onePromotionPerYear = (heldOn: string, { contests }: AwardRules = awardRules): boolean =>
  ruleOn(contests, heldOn)?.onePromotionPerYear ?? false;

export interface HeldTitle {
  grade: TitleGrade;
  /** `YYYY-MM-DD`. */
  receivedOn: string;
}

/**
 * 职称贯通: the level that a professional title gives on `day`, in an occupation whose standard follows `template`.
 * Rules: `no-title-table`, `title-template`, `title-too-young`.
 */
export function levelByTitle(
  title: HeldTitle,
  template: '2018' | '2023',
  day: string,
  { titles }: AwardRules = awardRules,
): Parsed<LevelDigit> {
  const bridge = ruleOn(
    titles.filter(({ grade }) => grade === title.grade),
    day,
  );
  if (!bridge)
    return refuse('no-title-table', '当日没有该级职称的贯通办法', 'no bridging rule for this grade on this day');
  if (!bridge.templates.includes(template)) {
    return refuse(
      'title-template',
      `该职业的标准仍按${template}年版编制，不适用职称贯通`,
      `the standard of the occupation follows the ${template} template, which has no bridging`,
    );
  }
  return wholeMonths(title.receivedOn, day) < bridge.months
    ? refuse(
        'title-too-young',
        `取得职称未满${bridge.months}个月`,
        `the title has been held for less than ${bridge.months} months`,
      )
    : succeed(bridge.digit);
}

/** Fills `{site}`, `{yy}` and `{serial}` of a configured number template. */
export const fillNumberTemplate = (
  template: string,
  { siteCode, year, serial }: { siteCode: string; year: number; serial: number },
): string =>
  template
    .replaceAll('{site}', siteCode)
    .replaceAll('{yy}', String(year).slice(-2))
    .replaceAll('{serial}', String(serial).padStart(6, '0'));
