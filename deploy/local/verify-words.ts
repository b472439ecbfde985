import type * as credential from '../../libs/credential/src/index.ts';

type Credential = typeof credential;

const MARKS = { passed: '✓', failed: '✗', 'could-not-check': '?' } as const;
/** What is said of the certificate, in the order of its page. */
const SHOWN = {
  certificateNumber: '证书编号 number',
  holderName: '姓名 name',
  documentTail: '证件号码末四位 end of the document number',
  agencyName: '评价机构 issuing body',
  occupationName: '职业 occupation',
  occupationCode: '职业编码 occupation code',
  specialty: '工种 specialty',
  levelDigit: '等级（5 初级 … 1 高级技师）level (5 lowest … 1 highest)',
  issuedOn: '发证日期 issued on',
} as const;

/** For people: the verdict, what the document says, and every check with what it found. */
export function describeDocument(
  { CHECKS, VERDICTS }: Pick<Credential, 'CHECKS' | 'VERDICTS'>,
  report: credential.DocumentReport,
  snapshot: credential.Snapshot | undefined,
): string[] {
  const { zh, en, advice } = VERDICTS[report.verdict];
  const lines = [`${zh} ${en}  (${report.verdict})`, `  ${advice.zh}`, `  ${advice.en}`, ''];
  for (const [name, label] of Object.entries(SHOWN)) {
    const value = report.read[name as keyof typeof SHOWN];
    const isCut = report.read.cut?.includes(name as never) ? '…' : '';
    if (value) lines.push(`  ${label}: ${value}${isCut}`);
  }
  lines.push('');
  for (const { check, outcome, zh: found, en: foundEn } of report.checks) {
    const title = CHECKS[check];
    lines.push(`  ${MARKS[outcome]} ${title.zh} ${title.en}: ${found}`, `      ${foundEn}`);
  }
  if (report.statusAsOf) lines.push('', `  状态截至 status as of: ${report.statusAsOf}`);
  lines.push(
    snapshot
      ? `  依据 on the word of: ${snapshot.registry}, ${snapshot.takenAt}`
      : '  未提供快照或网址，只读取了内容 no snapshot and no address was given: it was only read',
  );
  return lines;
}

/** For programs: one line. Neither salt nor leaf: what opens the certificate elsewhere stays in the document. */
export function documentJson(report: credential.DocumentReport, snapshot: credential.Snapshot | undefined): string {
  const { verdict, kind, holds, checks, statusAsOf } = report;
  const { salt: _salt, ...read } = report.read;
  const trusted = snapshot && { registry: snapshot.registry, takenAt: snapshot.takenAt };
  return JSON.stringify({ verdict, kind, holds, checks, read, statusAsOf, snapshot: trusted });
}
