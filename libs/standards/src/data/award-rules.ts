import type { Certainty } from '../parsed.js';
import type { CertificateBasis, EvidenceKind } from './certificate-bases.js';
import type { TitleGrade } from './eligibility-options.js';
import type { LevelDigit } from './skill-levels.js';

/** A set of rules for the days `from` to `until`, both included; `until` null: until it is replaced. */
export interface Dated {
  from: string;
  until: string | null;
  certainty: Certainty;
  source: string;
}

/** Bases that a body applies for without an exam. */
export type AwardBasis = Exclude<CertificateBasis, 'assessment' | 'appointment'>;

export interface BasisRule extends Dated {
  basis: AwardBasis;
  /** First letters of the site codes whose bodies may apply. */
  bodyLetters: readonly string[];
  /** Levels it can give, lowest first; none for a basis without levels. */
  levels: readonly LevelDigit[];
  /** Every one of these papers must be referred to. */
  evidence: readonly EvidenceKind[];
}

const FIVE: readonly LevelDigit[] = ['5', '4', '3', '2', '1'];
/** The day of the seed document. */
const SEED_DAY = '2022-10-12';
const OPEN_END = { until: null, certainty: 'unverified' } as const;

/** What each basis asks for. The bases are sourced; papers, bodies and levels are to be confirmed (domain.md §14). */
export const basisRules: readonly BasisRule[] = [
  {
    basis: 'direct-recognition',
    bodyLetters: ['Y'],
    levels: FIVE,
    evidence: ['recognition-decision', 'work-proof', 'achievement-proof'],
    from: SEED_DAY,
    ...OPEN_END,
    source: '[SEED 20]: employers, outstanding front-line workers; papers from knowledge',
  },
  {
    basis: 'competition-promotion',
    bodyLetters: ['Y', 'S'],
    levels: ['4', '3', '2', '1'],
    evidence: ['contest-result-notice', 'award-paper'],
    from: '2019-01-01',
    ...OPEN_END,
    source: '[SEED 31][S-HLJ7]; papers from knowledge',
  },
  {
    basis: 'deemed-equivalent',
    bodyLetters: ['S'],
    levels: ['4', '3', '2'],
    evidence: ['course-result-list', 'deeming-rule'],
    from: SEED_DAY,
    ...OPEN_END,
    source: '[SEED 17]: 技工院校, filed as S; levels from knowledge',
  },
  {
    basis: 'title-bridging',
    bodyLetters: ['Y', 'S'],
    levels: ['3', '2', '1'],
    evidence: ['title-certificate'],
    from: '2023-01-01',
    ...OPEN_END,
    source: '[S-ELIG1*]; day and paper from knowledge',
  },
  {
    basis: 'specific-skill',
    bodyLetters: ['Y', 'S'],
    levels: [],
    evidence: ['skill-assessment-record'],
    from: SEED_DAY,
    ...OPEN_END,
    source: '[SEED 23]; 专项职业能力考核机构 are a kind of their own [S-ORG2*], their letter is open',
  },
  {
    basis: 'apprentice',
    bodyLetters: ['Y'],
    levels: [],
    evidence: ['apprentice-contract'],
    from: '2021-01-01',
    ...OPEN_END,
    source: '[S-8L4]; instrument from knowledge',
  },
];

export const CONTEST_CLASSES = ['provincial-1', 'provincial-2', 'industry-single', 'city-1', 'city-2'] as const;
export type ContestClass = (typeof CONTEST_CLASSES)[number];

/** Places up to `upTo` get the level; null: everyone else who passed. */
export interface ContestStep {
  upTo: number | null;
  digit: LevelDigit;
}

/** 竞赛晋升 per class, for contests held on the days of the set. */
export interface ContestScale extends Dated {
  /** The level of the standard at which the contest was set. */
  standardDigit: LevelDigit;
  /** A class without steps gives an award paper and no certificate (domain.md §12 item 51). */
  provincial: Readonly<Record<'provincial-1' | 'provincial-2' | 'industry-single', readonly ContestStep[]>>;
  /** Grades below the provincial scale at a city's contest. */
  cityGradesBelow: number;
  /** A person is promoted once in the year of the contest. */
  onePromotionPerYear: boolean;
}

/** To be replaced when the customer supplies the current table (domain.md §14 item 9). */
export const contestScales: readonly ContestScale[] = [
  {
    standardDigit: '2',
    provincial: {
      'provincial-1': [
        { upTo: 3, digit: '1' },
        { upTo: 10, digit: '2' },
        { upTo: null, digit: '3' },
      ],
      'provincial-2': [
        { upTo: 1, digit: '1' },
        { upTo: 5, digit: '2' },
      ],
      'industry-single': [],
    },
    cityGradesBelow: 1,
    onePromotionPerYear: true,
    from: '2019-01-01',
    until: null,
    certainty: 'unverified',
    source: '[S-HLJ7], older rule without a date; one promotion a year by analogy [S-COMP1*]',
  },
];

/** 职称 → 技能等级. `templates`: only where the occupation's standard follows one of these templates. */
export interface TitleBridge extends Dated {
  grade: TitleGrade;
  digit: LevelDigit;
  months: number;
  templates: readonly ('2018' | '2023')[];
}

const bridge = (grade: TitleGrade, digit: LevelDigit): TitleBridge => ({
  grade,
  digit,
  months: 12,
  templates: ['2023'],
  from: '2023-01-01',
  until: null,
  certainty: 'unverified',
  source: 'domain.md §1.2, §8.4 [S-ELIG1*]: a condition there; that it gives the level without exam is to be confirmed',
});
export const titleBridges: readonly TitleBridge[] = [
  bridge('junior', '3'),
  bridge('intermediate', '2'),
  bridge('senior', '1'),
];

/** Figures that hold for every application. */
export interface AwardFigures extends Dated {
  minimumAge: number;
  publicityWorkingDays: number;
  /** Points of 100 that every course of a 视同 list needs. */
  coursePassPoints: number;
}
export const awardFigures: readonly AwardFigures[] = [
  {
    minimumAge: 16,
    publicityWorkingDays: 5,
    coursePassPoints: 60,
    from: '2019-01-01',
    until: null,
    certainty: 'unverified',
    source: 'age [S-ELIG1*]; 公示 by analogy with results [S-HLJ2]; pass mark from knowledge',
  },
];

/**
 * How what is granted is numbered. `national`: the 22 characters of [S-CODE1]. A template fills `{site}` (13 characters),
 * `{yy}` and `{serial}` (6 digits); null: the rule is not known, and the record is kept without a number.
 */
export interface NumberRule extends Dated {
  of: CertificateBasis | 'special-technician' | 'chief-technician';
  scheme: 'national' | 'none' | { template: string | null };
}
const always = { from: '2019-01-01', until: null } as const;
const NATIONAL = { scheme: 'national', ...always, certainty: 'sourced', source: '[S-CODE1]' } as const;
const OPEN = { scheme: { template: null }, ...always, certainty: 'unverified' } as const;

export const numberRules: readonly NumberRule[] = [
  { of: 'assessment', ...NATIONAL },
  { of: 'direct-recognition', ...NATIONAL },
  { of: 'competition-promotion', ...NATIONAL },
  { of: 'deemed-equivalent', ...NATIONAL },
  { of: 'title-bridging', ...NATIONAL },
  { of: 'specific-skill', ...OPEN, source: 'domain.md §2.4, §14 item 4: no rule found' },
  {
    of: 'special-technician',
    ...OPEN,
    source: 'domain.md §2.3: 2 letters and 20 digits [S-CODE2], the letter is open',
  },
  { of: 'chief-technician', ...OPEN, source: 'domain.md §2.3, §14 item 4: no rule found' },
  { of: 'apprentice', scheme: 'none', ...always, certainty: 'unverified', source: 'domain.md §1.3' },
];
