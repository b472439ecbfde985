import { ageOn, isRealDay, wholeMonths } from './calendar-day.js';
import {
  options2018,
  options2023,
  type DiplomaKind,
  type EligibilityOption,
  type TitleGrade,
} from './data/eligibility-options.js';
import type { LevelDigit } from './data/skill-levels.js';
import { findOccupation, scopeAllowed } from './occupation.js';
import { levelByDigit } from './skill-level.js';
import { refuse, succeed, type Certainty, type Parsed } from './parsed.js';

/** The numbered options of one occupation and level under the template that governs it (domain.md §1.2). */
export interface EligibilityRule {
  occupationCode: string;
  level: LevelDigit;
  template: '2018' | '2023';
  standardVersion: string | null;
  certainty: Certainty;
  options: readonly EligibilityOption[];
}

/** What the candidate declared. Days are `YYYY-MM-DD`, `workMonths` whole months. What is absent is
 * undeclared; an empty list declares that there is none. */
export interface EligibilityFacts {
  birthDate: string;
  workMonths?: number;
  certificates: readonly { levelDigit: LevelDigit; issuedOn: string }[];
  titles?: readonly { grade: TitleGrade; since: string }[];
  diploma?: {
    kind: DiplomaKind;
    relatedMajor?: boolean;
    inSchoolFinalYear?: boolean;
    /** The school's major was assessed and confirmed for the level (经评估论证). */
    assessedSchool?: boolean;
  };
  apprenticeshipCompleted?: boolean;
  preTechnicianCertificate?: boolean;
}

export interface EligibilityQuestion {
  occupationCode: string;
  level: LevelDigit;
  /** The number the candidate chose, or the option's id such as `2023/3/1`. */
  option: number | string;
  facts: EligibilityFacts;
  /** The day of application, `YYYY-MM-DD`. */
  on: string;
}

export type VerdictResult = 'passed' | 'failed' | 'undeclared';

export interface Verdict {
  condition:
    'age' | 'work-months' | 'certificate' | 'title' | 'diploma' | 'apprenticeship' | 'pre-technician-certificate';
  result: VerdictResult;
  zh: string;
  en: string;
}

/** `result` is the worst of the verdicts: failed before undeclared before passed. */
export interface EligibilityReport {
  option: EligibilityOption;
  result: VerdictResult;
  verdicts: readonly Verdict[];
}

/**
 * The options a candidate may choose from. Options that build on a level the occupation does not have are left out and
 * the others keep their numbers. For a 2018-template occupation other than 焊工 the figures are 焊工's and `certainty`
 * is `unverified`.
 * Rules: those of `findOccupation` and `scopeAllowed`.
 */
export function eligibilityRules(occupationCode: string, level: LevelDigit): Parsed<EligibilityRule> {
  const found = findOccupation({ code: occupationCode });
  if (!found.ok) return found;
  const { occupation } = found.value;
  const scope = scopeAllowed(occupation, null, level);
  if (!scope.ok) return scope;
  const { template, certainty } = occupation.eligibility;
  const all = (template === '2023' ? options2023 : options2018)[level];
  const options = all.filter(
    ({ certificate }) => certificate === undefined || occupation.levels.includes(certificate.levelDigit),
  );
  const { code, standardVersion } = occupation;
  return succeed({ occupationCode: code, level, template, standardVersion, certainty, options });
}

function verdict(condition: Verdict['condition'], result: VerdictResult, zh: string, en: string): Verdict {
  const endings = {
    passed: ['符合', 'met'],
    failed: ['不符合', 'not met'],
    undeclared: ['未申报', 'not declared'],
  } as const;
  const [zhEnd, enEnd] = endings[result];
  return { condition, result, zh: `${zh}:${zhEnd}`, en: `${en}: ${enEnd}` };
}

function judged(holds: boolean | undefined): VerdictResult {
  if (holds === undefined) return 'undeclared';
  return holds ? 'passed' : 'failed';
}

function judgeDiploma(rule: NonNullable<EligibilityOption['diploma']>, facts: EligibilityFacts): VerdictResult {
  const { diploma } = facts;
  if (diploma === undefined) return 'undeclared';
  if (!rule.kinds.includes(diploma.kind)) return 'failed';
  if (diploma.inSchoolFinalYear === true && !rule.inSchoolAllowed) return 'failed';
  const results = [judged(diploma.relatedMajor), ...(rule.assessedSchool ? [judged(diploma.assessedSchool)] : [])];
  return worst(results);
}

function worst(results: readonly VerdictResult[]): VerdictResult {
  if (results.includes('failed')) return 'failed';
  return results.includes('undeclared') ? 'undeclared' : 'passed';
}

/** The longest time any of the days lies back, or null when there is none. */
function longest(days: readonly string[], on: string): number | null {
  const past = days.filter((day) => day <= on);
  return past.length === 0 ? null : Math.max(...past.map((day) => wholeMonths(day, on)));
}

function judgeHistory(option: EligibilityOption, facts: EligibilityFacts, on: string): Verdict[] {
  const verdicts: Verdict[] = [];
  const { certificate, title } = option;
  if (certificate !== undefined) {
    const { display, en: level } = levelByDigit(certificate.levelDigit);
    const held = facts.certificates.filter(({ levelDigit }) => levelDigit === certificate.levelDigit);
    const since = longest(
      held.map(({ issuedOn }) => issuedOn),
      on,
    );
    const zh = `取得${display}证书满${certificate.months}个月(${since === null ? '未持有' : `已满${since}个月`})`;
    const en = `${certificate.months} months after the ${level} certificate (${since === null ? 'none held' : since})`;
    verdicts.push(verdict('certificate', judged(since !== null && since >= certificate.months), zh, en));
  }
  if (title !== undefined) {
    const held = facts.titles?.filter(({ grade }) => grade === title.grade);
    const since =
      held === undefined
        ? null
        : longest(
            held.map((one) => one.since),
            on,
          );
    const grade = { junior: '初级', intermediate: '中级', senior: '高级' }[title.grade];
    const zh = `取得${grade}职称满${title.months}个月(${since === null ? '未持有' : `已满${since}个月`})`;
    const en = `${title.months} months after a ${title.grade} title (${since === null ? 'none held' : since})`;
    const holds = held === undefined ? undefined : since !== null && since >= title.months;
    verdicts.push(verdict('title', judged(holds), zh, en));
  }
  return verdicts;
}

function judgeOption(option: EligibilityOption, facts: EligibilityFacts, on: string): Verdict[] {
  const verdicts: Verdict[] = [];
  const { age, workMonths } = option;
  if (age !== undefined) {
    const holds = ageOn(facts.birthDate, on) >= age;
    verdicts.push(verdict('age', judged(holds), `年满${age}周岁`, `aged ${age}`));
  }
  if (workMonths !== undefined) {
    const holds = facts.workMonths === undefined ? undefined : facts.workMonths >= workMonths;
    const zh =
      workMonths === 0
        ? '从事本职业或相关职业工作'
        : `累计从事工作满${workMonths}个月(申报${facts.workMonths ?? 0}个月)`;
    const en =
      workMonths === 0
        ? 'working in the occupation'
        : `${workMonths} months of work (${facts.workMonths ?? 0} declared)`;
    verdicts.push(verdict('work-months', judged(holds), zh, en));
  }
  verdicts.push(...judgeHistory(option, facts, on));
  if (option.diploma !== undefined) {
    const zh = '毕业(含允许的应届)学校类别与专业';
    verdicts.push(verdict('diploma', judgeDiploma(option.diploma, facts), zh, 'kind of school and related major'));
  }
  if (option.apprenticeshipCompleted === true) {
    const result = judged(facts.apprenticeshipCompleted);
    verdicts.push(verdict('apprenticeship', result, '学徒期满', 'apprenticeship completed'));
  }
  if (option.preTechnicianCertificate === true) {
    const result = judged(facts.preTechnicianCertificate);
    verdicts.push(verdict('pre-technician-certificate', result, '取得预备技师证书', 'pre-technician certificate'));
  }
  return verdicts;
}

function factsAreDated(facts: EligibilityFacts, on: string): boolean {
  const days = [on, facts.birthDate, ...facts.certificates.map(({ issuedOn }) => issuedOn)];
  return [...days, ...(facts.titles ?? []).map(({ since }) => since)].every(isRealDay);
}

/**
 * Checks the one option the candidate chose, condition by condition; other options are not tried. An option of another
 * level or template is refused (domain.md §1.2 [S-ELIG1*], §12 items 18–22). "N years after a certificate" is measured
 * from its day of issue.
 * Rules: those of `eligibilityRules`, `option-not-in-level`, `facts-date`.
 */
export function checkEligibility(question: EligibilityQuestion): Parsed<EligibilityReport> {
  const { occupationCode, level, facts, on } = question;
  const rule = eligibilityRules(occupationCode, level);
  if (!rule.ok) return rule;
  const option = rule.value.options.find(({ id, number }) => question.option === number || question.option === id);
  if (option === undefined) {
    return refuse(
      'option-not-in-level',
      '所选申报条件不属于该职业该等级',
      'the chosen option does not belong to this level',
    );
  }
  if (!factsAreDated(facts, on)) {
    return refuse('facts-date', '申报信息中有无效日期', 'a date among the declared facts is not real');
  }
  const verdicts = judgeOption(option, facts, on);
  return succeed({ option, result: worst(verdicts.map(({ result }) => result)), verdicts });
}
