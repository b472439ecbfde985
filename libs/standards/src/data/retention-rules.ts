import type { Certainty } from '../parsed.js';

/** How long after the day that a record counts from; null: no day ends it. */
export type RetentionLength = { months: number } | { days: number } | null;

/** One period of a rule: for records that count from `from` or later, until the next period's `from`. */
export interface RetentionPeriod {
  from: string;
  length: RetentionLength;
  certainty: Certainty;
  source: string;
}

export interface RetentionRule {
  zh: string;
  en: string;
  /** In the order of `from`; the first one covers every earlier day too. */
  periods: readonly RetentionPeriod[];
}

/** Earlier than any record of this system. */
const ALWAYS = '2019-01-01';

/**
 * Why and how long records about persons are kept (domain.md §5.6, §10, §12 item 56). Paper archives (3 years) are kept
 * outside this system. The archive rule speaks of a batch (认定批次); here that is a plan, counted from its exam day.
 */
export const retentionRules = {
  'exam-archive': {
    zh: '认定批次电子档案，自考试日起保存 5 年',
    en: 'electronic archive of an exam batch, 5 years from the exam day',
    periods: [{ from: ALWAYS, length: { months: 60 }, certainty: 'sourced', source: '[S-ARC1*]' }],
  },
  'certificate-base': {
    zh: '证书基础数据及其依据，永久保存',
    en: 'base data of a certificate and what it rests on, permanent',
    periods: [{ from: ALWAYS, length: null, certainty: 'unverified', source: 'domain.md §10' }],
  },
  'open-procedure': {
    zh: '已上报、尚待审核答复，答复之前保留',
    en: 'reported and not yet answered, kept until the authority has answered',
    periods: [{ from: ALWAYS, length: null, certainty: 'unverified', source: 'domain.md §6.1 (derived)' }],
  },
  'kept-answer': {
    zh: '重复请求所用的已存答复，保存 30 天',
    en: 'answer kept for a repeated request, 30 days',
    periods: [{ from: ALWAYS, length: { days: 30 }, certainty: 'unverified', source: 'configuration' }],
  },
  'staff-account': {
    zh: '工作账号，由本单位停用；停用后的保存期限待定',
    en: 'staff account, closed by its organisation; how long a closed one is kept is not settled',
    periods: [{ from: ALWAYS, length: null, certainty: 'unverified', source: 'configuration' }],
  },
  'holder-binding': {
    zh: '持证人账号与证件的绑定，解除之前保留',
    en: 'binding of an account to its holder, kept until it is released',
    periods: [{ from: ALWAYS, length: null, certainty: 'unverified', source: 'configuration' }],
  },
  'holder-ended': {
    zh: '已解除的绑定、已到期或作废的证书摘录，再保存 30 天',
    en: 'released bindings, extracts that ran out or were revoked, 30 days more',
    periods: [{ from: ALWAYS, length: { days: 30 }, certainty: 'unverified', source: 'configuration' }],
  },
} as const satisfies Record<string, RetentionRule>;

export type RetentionRuleName = keyof typeof retentionRules;
