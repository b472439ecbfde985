import { hash } from 'node:crypto';
import type * as credential from '../../libs/credential/src/index.ts';
import type * as standards from '../../libs/standards/src/index.ts';
import { fileFinding, Findings, type Finding } from './audit-log-finding.ts';
import type { LogSource } from './audit-log-source.ts';
import { readBundles, TreeCheck } from './audit-log-tree.ts';
import { errorText, StartError } from './errors.ts';

type Credential = typeof credential;
type Checkpoint = Required<credential.Checkpoint>;

export const sha256: credential.Hash = (data) => hash('sha256', data, 'buffer');
const CHECKPOINT_FILE = 'checkpoint';

/** Follows the check with data of its own. */
export interface LogCompanion {
  /** After the checkpoint was read and before the leaves are. */
  begin(checkpoint: Checkpoint): Promise<void>;
  /** The leaves of a bundle as they were published; entries that cannot be read are undefined. */
  bundle(
    start: number,
    leaves: readonly Uint8Array[],
    entries: readonly (credential.LogEntry | undefined)[],
  ): Promise<void>;
  end(auditor: credential.LogAuditor): Promise<void>;
}

export interface LogCheckOptions {
  lib: Credential;
  countWorkingDays: typeof standards.countWorkingDays;
  source: LogSource;
  /** Verifier keys of the log; the origin is the key's name. */
  keys: readonly string[];
  witnesses: readonly string[];
  needed: number;
  /** The note that was kept by an earlier check. */
  since?: string | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
  companion?: ((findings: Findings) => LogCompanion) | undefined;
}

export interface LogReport {
  origin: string;
  size: number;
  certificates: number;
  /** Names of the witnesses that cosigned. */
  witnesses: string[];
  /** Leaves of the checkpoint that an earlier check kept. */
  since?: number | undefined;
  findings: Finding[];
  /** By rule, also of findings that are not kept. */
  counts: Record<string, number>;
  seconds: number;
  /** The checkpoint's note, when the files are what it says; to be kept for the next check. */
  note?: string | undefined;
}

/** Checks the published files of a log: checkpoint, every tile and leaf, then what the leaves say. */
export async function checkLog(options: LogCheckOptions): Promise<LogReport> {
  const began = performance.now();
  const { source } = options;
  const note = (await source.read(CHECKPOINT_FILE))?.toString();
  if (note === undefined) {
    throw new StartError(`${source.name} 没有检查点。`, `There is no checkpoint at ${source.name}.`);
  }
  const findings = new Findings();
  const opened = await openNote(note, options, findings);
  const report = (more: Partial<LogReport>): LogReport => ({
    origin: originOf(options),
    size: opened?.checkpoint.size ?? 0,
    certificates: 0,
    witnesses: opened?.witnesses ?? [],
    findings: findings.kept,
    counts: findings.counts,
    seconds: (performance.now() - began) / 1_000,
    ...more,
  });
  if (!opened) return report({});
  const since = options.since === undefined ? undefined : await openKept(options.since, options);
  const { certificates } = await checkLeaves(opened.checkpoint, since, options, findings);
  const isSound = !findings.has('fork', 'cut-back', 'root-differs', 'file-missing', 'entry-altered', 'tile-altered');
  return report({ certificates, since: since?.size, note: isSound ? note : undefined });
}

const originOf = ({ lib, keys }: LogCheckOptions): string => lib.parseVerifierKey(keys[0] ?? '', sha256).name;

async function openNote(
  note: string,
  options: LogCheckOptions,
  findings: Findings,
): Promise<{ checkpoint: Checkpoint; witnesses: string[] } | undefined> {
  const { lib, keys, witnesses, needed } = options;
  const policy = { origin: originOf(options), logKeys: keys, witnesses, needed };
  const notSigned = (error: unknown): undefined => {
    findings.add(fileFinding('checkpoint-signature', CHECKPOINT_FILE, { detail: errorText(error) }));
  };
  try {
    const { checkpoint, witnesses: cosigned } = await lib.checkQuorum(note, policy, sha256);
    return { checkpoint, witnesses: cosigned.map(({ name }) => name) };
  } catch (error) {
    const { code, params } = error as { code?: string; params?: { found?: number } };
    if (code === 'tlog/policy' || code === 'tlog/key') throw badKeys(error);
    if (code !== 'tlog/quorum') return notSigned(error);
    findings.add(fileFinding('quorum', CHECKPOINT_FILE, { detail: `${params?.found ?? 0} < ${needed}` }));
    const { checkpoint, witnesses: cosigned } = await lib.checkQuorum(note, { ...policy, needed: 0 }, sha256);
    return { checkpoint, witnesses: cosigned.map(({ name }) => name) };
  }
}

function badKeys(error: unknown): StartError {
  return new StartError(
    '密钥、见证方或 --quorum 不可用。',
    `The keys, the witnesses or the quorum cannot be used: ${errorText(error)}`,
  );
}

/** The file was ours: one that another key signed is not of this log. */
async function openKept(note: string, { lib, keys, ...options }: LogCheckOptions): Promise<Checkpoint> {
  try {
    const verifiers = keys.map((key) => lib.verifierOf(key, sha256));
    const origin = originOf({ lib, keys, ...options });
    return (await lib.openCheckpoint(note, { origin, verifiers })).checkpoint;
  } catch (error) {
    throw new StartError(
      '--since 指定的检查点不是该日志签署的。',
      `The checkpoint given with --since is not one of this log: ${errorText(error)}`,
    );
  }
}

async function checkLeaves(
  checkpoint: Checkpoint,
  since: Checkpoint | undefined,
  options: LogCheckOptions,
  findings: Findings,
): Promise<{ certificates: number }> {
  const { lib, source, signal, countWorkingDays } = options;
  const { size, root } = checkpoint;
  const companion = options.companion?.(findings);
  await companion?.begin(checkpoint);
  const auditor = lib.auditEntries({ countWorkingDays });
  const means = { lib, hash: sha256, source, findings, size };
  const tree = new TreeCheck(means);
  const fork = (): void => findings.add(fileFinding('fork', CHECKPOINT_FILE, { detail: `≤ ${since?.size}` }));
  if (since && since.size > size)
    findings.add(fileFinding('cut-back', CHECKPOINT_FILE, { detail: `${size} < ${since.size}` }));
  const reached = (): void => {
    if (since && !lib.sameBytes(tree.root(), since.root)) fork();
  };
  // Once leaves are missing, what the later ones rest on is not known.
  let isWhole = true;
  for await (const bundle of readBundles(means)) {
    signal?.throwIfAborted();
    await tree.take(bundle, { at: since?.size ?? Number.POSITIVE_INFINITY, reached });
    isWhole &&= bundle.entries !== undefined;
    if (isWhole && bundle.entries) {
      const entries: (credential.LogEntry | undefined)[] = [];
      for (const [at, entry] of bundle.entries.entries()) {
        findings.add(...auditor.take(bundle.start + at, entry));
        if (companion) entries.push(auditor.entry);
      }
      await companion?.bundle(bundle.start, bundle.entries, entries);
    }
    options.onProgress?.(bundle.start + bundle.width, size);
  }
  await tree.end(root);
  if (isWhole) {
    findings.add(...auditor.end());
    await companion?.end(auditor);
  }
  return auditor.tally;
}
