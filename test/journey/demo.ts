import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launch, STEPS, type LaunchedSystem } from '../../deploy/local/launch.ts';
import { createProgress, describeError } from '../../deploy/local/progress.ts';
import { ROOT } from '../../deploy/local/settings.ts';
import { memoryMiB } from './memory.ts';
import { runJourney, type JourneyResult } from './journey.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const INTERRUPTED_EXIT_CODE = 130;

process.exitCode = await main();

/** `npm run demo`: the whole journey, then the system stays up; with `--exit` it stops and tells by its exit code. */
async function main(): Promise<number> {
  const exitAtEnd = process.argv.includes('--exit');
  const stop = new AbortController();
  for (const signal of SIGNALS) process.once(signal, () => stop.abort());
  const began = performance.now();
  const progress = createProgress(STEPS, (text) => void process.stdout.write(text));
  let system: LaunchedSystem | undefined;
  try {
    system = await launch({ mode: 'demo', progress, signal: stop.signal });
    const result = await untilAborted(demonstrate(system), stop.signal);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`\n用时 ${seconds} s，全系统内存 ${memoryMiB([process.pid])} MiB time and memory of the whole system`);
    const good = result.certificates.length > 0 && result.verified === result.certificates.length;
    console.log(
      good
        ? '演示完成，证书全部核验有效 done: every certificate verified'
        : '演示未完成 not every certificate verified',
    );
    if (!exitAtEnd && good) await stayUp(system, stop.signal);
    return good ? 0 : 1;
  } catch (error) {
    if (!stop.signal.aborted) console.error(describeError(error));
    return stop.signal.aborted ? INTERRUPTED_EXIT_CODE : 1;
  } finally {
    if (system) {
      console.log('正在停止…… stopping …');
      forceOnSecondSignal(system);
      await system.stop();
      console.log('已停止。 stopped.');
    }
  }
}

/** The work, or an error as soon as someone presses Ctrl-C: the journey is left where it stands. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_resolve, reject) => {
    if (signal.aborted) reject(new Error('interrupted'));
    signal.addEventListener('abort', () => reject(new Error('interrupted')));
  });
  work.catch(() => undefined);
  aborted.catch(() => undefined);
  return Promise.race([work, aborted]);
}

/** Whoever presses Ctrl-C again does not want to wait. */
function forceOnSecondSignal(system: LaunchedSystem): void {
  for (const signal of SIGNALS) {
    process.once(signal, () => {
      system.killAll();
      process.exit(INTERRUPTED_EXIT_CODE);
    });
  }
}

async function demonstrate(system: LaunchedSystem): Promise<JourneyResult> {
  const outDir = path.join(system.dataDir, 'demo');
  mkdirSync(outDir, { recursive: true });
  const result = await runJourney({
    gateway: system.urls.public,
    password: system.secrets.demoPassword,
    clockFile: path.join(system.dataDir, 'demo-clock.json'),
    outDir,
    fixturesDir: path.join(ROOT, 'test', 'fixtures'),
    say: (line) => console.log(`  ${line}`),
  });
  for (const pdf of result.pdfs) console.log(`  证书 PDF certificate PDF: ${pdf}`);
  console.log(`  公众核验 check a certificate: ${system.urls.public}/verify`);
  return result;
}

async function stayUp(system: LaunchedSystem, signal: AbortSignal): Promise<void> {
  console.log(`\n系统保持运行 the system stays up: ${system.urls.public}`);
  console.log('登录账号见 README.zh-CN.md；按 Ctrl-C 停止 accounts are in the README; press Ctrl-C to stop');
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
}
