import type { Certainty } from '../parsed.js';

/** On what a certificate or a record of the ladder rests; one word per basis, everywhere (domain.md §12 item 50). */
export const CERTIFICATE_BASES = [
  'assessment',
  'direct-recognition',
  'competition-promotion',
  'deemed-equivalent',
  'title-bridging',
  'specific-skill',
  'appointment',
  'apprentice',
] as const;
export type CertificateBasis = (typeof CERTIFICATE_BASES)[number];

export interface BasisKind {
  zh: string;
  en: string;
  /** Who files it: an exam's result roll, an application without exam, or an employer's 评聘. */
  restsOn: 'result-roll' | 'application' | 'appointment';
  /** `national`: 五级 to 一级; `post`: ranks 7 and 8; `none`: no level at all. */
  level: 'national' | 'post' | 'none';
  certainty: Certainty;
  source: string;
}

export const certificateBases: Readonly<Record<CertificateBasis, BasisKind>> = {
  assessment: {
    zh: '考核认定',
    en: 'assessment',
    restsOn: 'result-roll',
    level: 'national',
    certainty: 'sourced',
    source: '[S-HLJ2]',
  },
  'direct-recognition': {
    zh: '直接认定',
    en: 'direct recognition',
    restsOn: 'application',
    level: 'national',
    certainty: 'sourced',
    source: '[SEED 20]',
  },
  'competition-promotion': {
    zh: '竞赛晋升',
    en: 'promotion by competition',
    restsOn: 'application',
    level: 'national',
    certainty: 'sourced',
    source: '[SEED 31]',
  },
  'deemed-equivalent': {
    zh: '视同认定合格',
    en: 'course results deemed equivalent',
    restsOn: 'application',
    level: 'national',
    certainty: 'sourced',
    source: '[SEED 17]',
  },
  'title-bridging': {
    zh: '职称贯通',
    en: 'bridging from a professional title',
    restsOn: 'application',
    level: 'national',
    certainty: 'sourced',
    source: '[S-ELIG1*], [SEED 24]',
  },
  'specific-skill': {
    zh: '专项职业能力',
    en: 'specific vocational skill',
    restsOn: 'application',
    level: 'none',
    certainty: 'sourced',
    source: '[SEED 23], [S-ORG2*]',
  },
  appointment: {
    zh: '评聘',
    en: 'review and appointment by the employer',
    restsOn: 'appointment',
    level: 'post',
    certainty: 'sourced',
    source: '[S-8L1], [SEED 21]',
  },
  apprentice: {
    zh: '学徒工登记',
    en: 'record of an apprentice',
    restsOn: 'application',
    level: 'none',
    certainty: 'unverified',
    source: 'domain.md §1.3',
  },
};

/** Papers that evidence refers to; the papers themselves are kept by the body. */
export const evidenceKinds = {
  'recognition-decision': { zh: '直接认定决定', en: "employer's decision to recognise" },
  'work-proof': { zh: '岗位工作证明', en: 'proof of the post and of work' },
  'achievement-proof': { zh: '业绩成果证明', en: 'proof of achievements' },
  'contest-result-notice': { zh: '竞赛结果通报', en: 'notice of the contest results' },
  'award-paper': { zh: '获奖证书', en: 'award paper' },
  'course-result-list': { zh: '课程成绩单', en: 'list of course results' },
  'deeming-rule': { zh: '视同认定实施细则', en: 'rule under which the results count' },
  'title-certificate': { zh: '职称证书', en: 'certificate of the professional title' },
  'skill-assessment-record': { zh: '专项能力考核记录', en: 'record of the specific-skill assessment' },
  'apprentice-contract': { zh: '学徒培养协议', en: 'apprentice contract' },
  'skill-certificate': { zh: '职业技能等级证书', en: 'certificate of skill level' },
  'review-record': { zh: '评审答辩记录', en: 'record of review and defence' },
  'appointment-decision': { zh: '聘任文件', en: 'decision to appoint' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type EvidenceKind = keyof typeof evidenceKinds;
