/** What is wrong with the files of a log, beside what its entries say. */
const FILE_RULES = {
  'checkpoint-signature': {
    zh: '检查点不是该日志密钥签署的，或无法识别',
    en: 'the checkpoint is not signed by the log’s key, or cannot be read',
  },
  quorum: { zh: '见证方的联署不足', en: 'too few witnesses cosigned the checkpoint' },
  fork: {
    zh: '日志分叉：先前核对过的部分已被改写',
    en: 'fork: what was checked before has been written anew',
  },
  'cut-back': { zh: '日志被截短：比先前核对过的更短', en: 'cut back: shorter than what was checked before' },
  'root-differs': {
    zh: '全部条目算出的根与检查点不符',
    en: 'all leaves together do not give the root of the checkpoint',
  },
  'file-missing': { zh: '文件缺失或长度不符', en: 'a file is missing or has another length' },
  'entry-altered': { zh: '条目被改动：与日志树不符', en: 'the entry was altered: the tree holds another' },
  'tile-altered': { zh: '瓦片被改动：与条目不符', en: 'a tile was altered: the leaves give other hashes' },
  'row-missing': { zh: '数据库缺少该证书', en: 'the database holds no such certificate' },
  'row-altered': { zh: '数据库中的证书与日志不符', en: 'the certificate in the database is not the logged one' },
  'row-not-in-log': { zh: '数据库中的证书不在日志中', en: 'a certificate in the database is not in the log' },
  'log-row-missing': { zh: '数据库缺少日志行', en: 'the database lacks a row of the log' },
  'log-row-altered': {
    zh: '数据库中的日志行被改动或调换了位置',
    en: 'a row of the log was altered in the database, or moved',
  },
} as const satisfies Record<string, { zh: string; en: string }>;

export type FileRule = keyof typeof FILE_RULES;

export interface Finding {
  rule: string;
  /** Of the leaf; absent when it is about no leaf. */
  index?: number | undefined;
  subject: string;
  zh: string;
  en: string;
}

export function fileFinding(rule: FileRule, subject: string, more: { index?: number; detail?: string } = {}): Finding {
  const { zh, en } = FILE_RULES[rule];
  const { index, detail } = more;
  const [zhMore, enMore] = detail === undefined ? ['', ''] : [`（${detail}）`, ` (${detail})`];
  return { rule, ...(index === undefined ? {} : { index }), subject, zh: `${zh}${zhMore}`, en: `${en}${enMore}` };
}

/** More of one kind are counted and not kept. */
const KEPT_PER_RULE = 1_000;

export class Findings {
  readonly kept: Finding[] = [];
  readonly counts: Record<string, number> = {};

  add(...findings: readonly Finding[]): void {
    for (const finding of findings) {
      const count = (this.counts[finding.rule] ?? 0) + 1;
      this.counts[finding.rule] = count;
      if (count <= KEPT_PER_RULE) this.kept.push(finding);
    }
  }

  has(...rules: readonly FileRule[]): boolean {
    return rules.some((rule) => this.counts[rule] !== undefined);
  }
}
