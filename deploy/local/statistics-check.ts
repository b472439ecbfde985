import type * as credential from '../../libs/credential/src/index.ts';
import { sha256 } from './audit-log-check.ts';
import { Findings } from './audit-log-finding.ts';
import type { LogSource } from './audit-log-source.ts';
import { readBundles } from './audit-log-tree.ts';
import { errorText, StartError } from './errors.ts';
import type { ClosedDay } from './statistics-source.ts';

type Credential = typeof credential;

/** What is wrong with a day beside its numbers. */
export const DAY_RULES = {
  'checkpoint-signature': { zh: '检查点不是该日志签署的', en: 'the checkpoint is not signed by the log' },
  'checkpoint-differs': { zh: '所载规模或根与其检查点不符', en: 'size or root are not those of its checkpoint' },
  'root-differs': { zh: '日志条目算出的根与检查点不符', en: 'the leaves do not give the root of the checkpoint' },
  'cut-back': { zh: '检查点比前一日的更短', en: 'the checkpoint is shorter than that of the day before' },
  'digest-differs': { zh: '摘要与所列数字不符', en: 'the digest is not that of the numbers' },
  'no-such-day': { zh: '有数字而没有已结算的这一日', en: 'there are numbers, and no closed day of theirs' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type DayRule = keyof typeof DAY_RULES;

export interface StatisticsReport {
  days: number;
  /** Published numbers that were counted anew. */
  numbers: number;
  /** Leaves that were read. */
  leaves: number;
  faults: { day: string; rule: DayRule }[];
  differences: credential.CountDifference[];
}

export interface StatisticsMeans {
  lib: Credential;
  source: LogSource;
  /** Verifier key of the log. */
  key: string;
  days: readonly ClosedDay[];
  counts: ReadonlyMap<string, readonly credential.PublishedCount[]>;
}

/** Counts every closed day anew from the leaves below its checkpoint. */
export async function recompute(means: StatisticsMeans): Promise<StatisticsReport> {
  const { lib, days, counts } = means;
  const report: StatisticsReport = { days: days.length, numbers: 0, leaves: 0, faults: [], differences: [] };
  const sizes = await checkpoints(means, report);
  const recount = new lib.Recount();
  const tree = lib.LogTree.empty(sha256);
  const waiting = [...days];
  const closeReached = (): void => {
    for (let next = waiting[0]; next && (sizes.get(next.day) ?? 0) <= tree.size; next = waiting[0]) {
      waiting.shift();
      closeDay(means, { day: next, recount, root: tree.root(), isWhole: next.logSize === tree.size }, report);
    }
  };
  closeReached();
  const size = Math.max(0, ...sizes.values());
  const findings = new Findings();
  for await (const bundle of readBundles({ lib, hash: sha256, source: means.source, findings, size })) {
    const { entries, start } = bundle;
    if (!entries)
      throw new StartError('日志文件缺失。', `A file of the log is missing: ${lib.entriesPath(bundle.index)}`);
    let at = 0;
    while (at < entries.length) {
      const end = Math.min(entries.length, Math.max(at + 1, (sizes.get(waiting[0]?.day ?? '') ?? size) - start));
      const leaves = entries.slice(at, end);
      for (const leaf of leaves) recount.add(readEntry(lib, leaf));
      tree.append(leaves.map((leaf) => lib.leafHash(leaf, sha256)));
      at = end;
      closeReached();
    }
  }
  report.leaves = tree.size;
  const known = new Set(days.map(({ day }) => day));
  for (const day of counts.keys()) if (!known.has(day)) report.faults.push({ day, rule: 'no-such-day' });
  return report;
}

function readEntry(lib: Credential, leaf: Uint8Array): credential.LogEntry | undefined {
  try {
    return lib.decodeLogEntry(leaf);
  } catch {
    return undefined;
  }
}

/** How many leaves each day covers, as its signed checkpoint says; faults of the checkpoints go into the report. */
async function checkpoints(
  { lib, key, days }: StatisticsMeans,
  { faults }: StatisticsReport,
): Promise<Map<string, number>> {
  const log = { origin: originOf(lib, key), verifiers: [lib.verifierOf(key, sha256)] };
  const sizes = new Map<string, number>();
  let before = 0;
  for (const { day, logSize, rootHash, checkpoint: note } of days) {
    // What is not signed is counted all the same: a reader wants to know whether its numbers are right.
    sizes.set(day, Math.max(before, logSize));
    if (logSize < before) faults.push({ day, rule: 'cut-back' });
    before = Math.max(before, logSize);
    try {
      const { checkpoint } = await lib.openCheckpoint(note, log);
      const isSame = checkpoint.size === logSize && Buffer.from(checkpoint.root).toString('base64') === rootHash;
      if (!isSame) faults.push({ day, rule: 'checkpoint-differs' });
    } catch {
      faults.push({ day, rule: 'checkpoint-signature' });
    }
  }
  return sizes;
}

function originOf(lib: Credential, key: string): string {
  try {
    return lib.parseVerifierKey(key, sha256).name;
  } catch (error) {
    throw new StartError('日志公钥不可用。', `The key of the log cannot be used: ${errorText(error)}`);
  }
}

function closeDay(
  { counts }: StatisticsMeans,
  { day, recount, root, isWhole }: { day: ClosedDay; recount: credential.Recount; root: Uint8Array; isWhole: boolean },
  report: StatisticsReport,
): void {
  const name = day.day;
  if (isWhole && Buffer.from(root).toString('base64') !== day.rootHash)
    report.faults.push({ day: name, rule: 'root-differs' });
  const stated = counts.get(name) ?? [];
  const { differences, isDigestRight } = recount.close(
    { day: name, counts: stated, countsSha256: day.countsSha256 },
    sha256,
  );
  report.numbers += stated.length;
  report.differences.push(...differences);
  if (!isDigestRight) report.faults.push({ day: name, rule: 'digest-differs' });
}
