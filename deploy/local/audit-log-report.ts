import type { LogReport } from './audit-log-check.ts';

const SHOWN_PER_RULE = 20;

/** For people: the findings, then what was checked. */
export function describeReport(report: LogReport, quorum: { needed: number }): string[] {
  const lines: string[] = [];
  for (const [rule, count] of Object.entries(report.counts)) {
    const kept = report.findings.filter((finding) => finding.rule === rule);
    for (const { index, subject, zh, en } of kept.slice(0, SHOWN_PER_RULE)) {
      const place = index === undefined ? '' : `  #${index}`;
      lines.push(`!! ${rule}${place}  ${subject}`, `   ${zh}`, `   ${en}`);
    }
    if (count > SHOWN_PER_RULE) lines.push(`   …… 共 ${count} 处 in all`);
  }
  const { size, certificates, origin, witnesses, since, seconds } = report;
  const rate = seconds > 0 ? Math.round(size / seconds) : 0;
  const found = Object.values(report.counts).reduce((sum, count) => sum + count, 0);
  lines.push(
    `日志 log: ${origin}`,
    `已核对 ${size} 个条目、${certificates} 张证书 leaves and certificates checked, ${seconds.toFixed(1)} s, ${rate}/s`,
  );
  if (since !== undefined)
    lines.push(`与先前的检查点（${since} 个条目）一致性已核对 compared with the checkpoint kept at ${since}`);
  if (witnesses.length > 0 || quorum.needed > 0) {
    lines.push(`见证方联署 cosigned by: ${witnesses.join(', ') || '—'}（要求 needed ${quorum.needed}）`);
  }
  lines.push(found === 0 ? '未发现问题。 Nothing was found.' : `发现 ${found} 处问题。 ${found} findings.`);
  return lines;
}

/** For programs: one line. */
export function reportJson({ note: _note, ...report }: LogReport, exitCode: number): string {
  const rate = report.seconds > 0 ? Math.round(report.size / report.seconds) : 0;
  return JSON.stringify({ ok: exitCode === 0, exitCode, ...report, leavesPerSecond: rate });
}
