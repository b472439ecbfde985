import type { Dated } from './award-rules.js';
import type { EvidenceKind } from './certificate-bases.js';

export const POST_LEVELS = ['special-technician', 'chief-technician'] as const;
/** The two appointed levels of the ladder, ranks 7 and 8. */
export type PostLevel = (typeof POST_LEVELS)[number];

/** What 评聘 asks for; every figure is to be confirmed (domain.md §1.4). */
export interface AppointmentRule extends Dated {
  level: PostLevel;
  /** Months for which 高级技师 must have been held. */
  seniorTechnicianMonths: number;
  /** Still on the front line. */
  frontLine: boolean;
  /** Only after, and while, appointed to this level by the same employer in the same occupation. */
  after: PostLevel | null;
  termMonths: number;
  publicityWorkingDays: number;
  evidence: readonly EvidenceKind[];
}

const COMMON = {
  seniorTechnicianMonths: 36,
  frontLine: true,
  termMonths: 36,
  publicityWorkingDays: 5,
  evidence: ['skill-certificate', 'work-proof', 'review-record', 'appointment-decision'],
  from: '2022-01-01',
  until: null,
  certainty: 'unverified',
} as const;

export const appointmentRules: readonly AppointmentRule[] = [
  { level: 'special-technician', after: null, ...COMMON, source: 'domain.md §1.4; order by [S-8L1]' },
  {
    level: 'chief-technician',
    after: 'special-technician',
    ...COMMON,
    source: 'domain.md §1.4; after 特级技师 by [SEED 21]',
  },
];

/**
 * What is called 首席技师 and is not the same thing (domain.md §1.5, §12 item 42). Only `ladder` is an appointment to a
 * level; the others are honours, counted each on its own.
 */
export const chiefTechnicianKinds = {
  'provincial-honour': {
    zh: '黑龙江省首席技师（省级选拔荣誉，每两年50名）',
    en: 'provincial honour: chosen by the province, 50 persons every two years',
    givenBy: 'province',
    target: 200,
    source: '[SEED 7][S-HLJ3]',
  },
  'city-honour': {
    zh: '市级首席技师（市级选拔荣誉）',
    en: 'city honour: chosen by a city',
    givenBy: 'province',
    target: null,
    source: '[S-HLJ6]',
  },
  'enterprise-scheme': {
    zh: '企业首席技师（企业自主评定、聘用、管理的旧制度）',
    en: 'older enterprise scheme: named, hired and managed by the enterprise alone',
    givenBy: 'enterprise',
    target: 1000,
    source: '[SEED 7]',
  },
  ladder: {
    zh: '首席技师（新八级第八级，特级技师之后由用人单位评聘）',
    en: 'rank 8 of the ladder: appointed by the employer after 特级技师',
    givenBy: 'enterprise',
    target: null,
    source: '[SEED 21][S-8L1]',
  },
} as const;
export type ChiefTechnicianKind = keyof typeof chiefTechnicianKinds;
/** Kinds that are honours: no level, no post, no term. */
export type HonourKind = Exclude<ChiefTechnicianKind, 'ladder'>;
