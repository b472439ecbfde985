/** What an auditor may find in the entries of the log. A name never changes its meaning: operators write them down. */
export const AUDIT_RULES = {
  'malformed-leaf': {
    zh: '日志条目无法识别，或不是本系统写出的形式',
    en: 'the leaf is of no known form, or not as the registry writes it',
  },
  'time-runs-back': { zh: '时间倒退：条目的时间早于其前面的条目', en: 'time runs back: earlier than leaves before it' },
  'block-count': {
    zh: '证书批次与其后的证书条目数不符，或证书条目不属于任何批次',
    en: 'a block is not followed by as many certificates as it says, or a certificate stands in no block',
  },
  'basis-unfounded': {
    zh: '证书批次没有写明依据（计划与名册，或认定）',
    en: 'the block names neither plan and roll nor an award',
  },
  'plan-unknown': { zh: '日志中没有该考前计划的批准', en: 'no approval of the plan stands in the log before it' },
  'plan-repeated': { zh: '同一计划以不同内容再次批准', en: 'a plan was approved again with other content' },
  'differs-from-plan': { zh: '与批准的考前计划不一致', en: 'differs from the approved plan' },
  'filing-unknown': { zh: '日志中没有该备案', en: 'no filing of this id stands in the log before it' },
  'outside-scope': {
    zh: '超出备案范围：站点、职业、工种、等级或考试日不在备案内',
    en: 'outside scope: the site, subject, level or exam day is not in what was filed',
  },
  'back-dated-sitting': {
    zh: '倒签考试：计划的批准或座位的编排在考试日之后才记入日志',
    en: 'back-dated sitting: approved or seated only after the exam day, by the log’s own time',
  },
  'plan-not-seated': { zh: '日志中没有该计划完整的座位编排', en: 'the log holds no complete seating of the plan' },
  'double-seat': {
    zh: '一人两座或一座两人',
    en: 'double seat: one candidate in two seats of one exam day, or two on one seat',
  },
  'part-repeated': { zh: '同一部分再次出现，或不属于该名册', en: 'a part came twice or does not belong to the rest' },
  'roll-incomplete': { zh: '签发前名册未收齐', en: 'the roll was not complete before the block' },
  'publicity-short': {
    zh: '公示不足，或公示期未满即上报',
    en: 'publicity was too short, or the roll was reported before its end',
  },
  'ghost-candidate': { zh: '幽灵考生：不在上报名册中', en: 'ghost candidate: not in the reported roll' },
  'never-seated': { zh: '幽灵考生：从未编排座位', en: 'ghost candidate: never seated' },
  'certified-twice': { zh: '同一考生凭同一考试两次发证', en: 'one candidate got two certificates for one sitting' },
  'back-dated-issue': { zh: '签发日期与日志时间不符', en: 'the day of issue is not the day of the log' },
  'series-overlap': { zh: '证书编号重复', en: 'a serial number was given twice' },
  'series-gap': { zh: '证书编号断号且无作废记录', en: 'serial numbers are missing and no void explains it' },
  'series-missing': {
    zh: '应由本省编号的批次没有编号区间',
    en: 'a block whose numbers are drawn here names no serials',
  },
  'certificate-repeated': { zh: '同一证书两次记入日志', en: 'a certificate stands in the log twice' },
  'replaces-unknown': { zh: '所替换的证书不在日志中', en: 'the certificate it replaces is not in the log' },
  'replaces-other': {
    zh: '与所替换的证书不是同一人或同一依据',
    en: 'it replaces a certificate of another candidate or with another foundation',
  },
  'replaces-not-in-turn': {
    zh: '原证书没有标记为由本证书替换',
    en: 'the certificate it replaces does not name it in turn',
  },
  'replacement-missing': {
    zh: '标记为已替换，但新证书不在日志中',
    en: 'said to be replaced, and the log holds no replacement',
  },
  'status-unknown': { zh: '状态变更的证书不在日志中', en: 'a status change of a certificate that is not in the log' },
  'status-twice': { zh: '已失效的证书再次变更状态', en: 'a certificate that had ended ended again' },
  'key-transition': { zh: '签名密钥的状态变化不合规则', en: 'a signing key went to a state it cannot go to' },
  'key-not-active': {
    zh: '签发密钥当时不是该机构的启用密钥',
    en: 'the signing key was not the body’s active key at that place of the log',
  },
  'key-compromised': { zh: '以已泄露的密钥签发', en: 'signed with a key that was compromised by then' },
  'award-unknown': { zh: '日志中没有该认定的批准', en: 'no approval of the award stands in the log before it' },
  'differs-from-award': { zh: '与批准的认定不一致', en: 'differs from the approved award' },
  'status-epoch': { zh: '状态列表的期号没有递增', en: 'the epoch of a status list did not grow' },
} as const satisfies Record<string, { zh: string; en: string }>;

export type AuditRule = keyof typeof AUDIT_RULES;

export interface AuditFinding {
  rule: AuditRule;
  /** Of the leaf at fault. */
  index: number;
  /** What it is about: a kind and an opaque id, as `certificate 019ac…`. */
  subject: string;
  zh: string;
  en: string;
}

/** `detail` is the same in every language: ids, days, numbers. */
export type Say = (rule: AuditRule, index: number, subject: string, detail?: string) => void;

export function findingOf(rule: AuditRule, index: number, subject: string, detail?: string): AuditFinding {
  const { zh, en } = AUDIT_RULES[rule];
  const [zhMore, enMore] = detail === undefined ? ['', ''] : [`（${detail}）`, ` (${detail})`];
  return { rule, index, subject, zh: `${zh}${zhMore}`, en: `${en}${enMore}` };
}
