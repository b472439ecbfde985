import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, globSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StartError } from './errors.ts';
import { lastLines, PRIVATE_FILE_MODE, privateDir, readIfPresent } from './files.ts';
import { entryPoint } from './settings.ts';

const LIMIT_MS = 600_000;
const LOG_TAIL_LINES = 30;
const SETTINGS = ['tsconfig.json', 'nest-cli.json', 'package-lock.json'];

export interface BuildOptions {
  root: string;
  dataDir: string;
  env: NodeJS.ProcessEnv;
  signal?: AbortSignal | undefined;
}

/** Builds the services when a source changed since the last build; says whether it had to. */
export async function buildServices(options: BuildOptions, services: readonly string[]): Promise<boolean> {
  const { root } = options;
  const dist = join(root, 'dist');
  const stamp = join(dist, '.stamp');
  const digest = digestOf(root, [
    ...services.map((service) => `apps/${service}/src/**/*`),
    'libs/*/src/**/*',
    ...SETTINGS,
  ]);
  const isWhole = services.every((service) => existsSync(entryPoint(root, service, 'main')));
  if (isWhole && readIfPresent(stamp) === digest) return false;
  // From scratch: a compiled migration whose source is gone would still be run.
  for (const part of ['apps', 'libs', '.tsbuildinfo', '.stamp'])
    rmSync(join(dist, part), { recursive: true, force: true });
  const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  await runTool(options, { script: nest, args: ['build'], cwd: root, logName: 'build' });
  writeStamp(stamp, digest);
  return true;
}

/** Builds the web pages when there are any and a source of theirs changed; says whether it had to. */
export async function buildPortal(options: BuildOptions): Promise<boolean> {
  const { root } = options;
  const portal = join(root, 'apps', 'portal');
  if (!existsSync(join(portal, 'vite.config.ts'))) return false;
  const out = join(root, 'dist', 'portal');
  const stamp = join(root, 'dist', '.stamp-portal');
  const digest = digestOf(root, ['apps/portal/**/*', 'libs/*/src/**/*', ...SETTINGS]);
  const offline = join(root, 'dist', 'offline');
  const isWhole = [join(out, 'index.html'), join(offline, 'verify.html')].every((file) => existsSync(file));
  if (isWhole && readIfPresent(stamp) === digest) return false;
  rmSync(stamp, { force: true });
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  const script = [join(portal, vite), join(root, vite)].find((path) => existsSync(path)) ?? join(root, vite);
  await runTool(options, {
    script,
    args: ['build', '--outDir', out, '--emptyOutDir'],
    cwd: portal,
    logName: 'build-portal',
  });
  // The page for use without a network is one file of its own.
  const page = join(portal, 'offline');
  const args = ['build', page, '--config', join(page, 'vite.config.ts'), '--outDir', offline, '--emptyOutDir'];
  await runTool(options, { script, args, cwd: page, logName: 'build-offline' });
  writeStamp(stamp, digest);
  return true;
}

function writeStamp(stamp: string, digest: string): void {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

/** Of names and contents, so that a fresh checkout or a touched file means no new build. */
function digestOf(root: string, patterns: string[]): string {
  const exclude = (entry: { name: string }) => ['node_modules', 'dist'].includes(entry.name);
  const files = globSync(patterns, { cwd: root, withFileTypes: true, exclude })
    .filter((entry) => entry.isFile() && !/\.(int-)?spec\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${file.slice(root.length)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

interface Tool {
  script: string;
  args: string[];
  cwd: string;
  logName: string;
}

async function runTool(options: BuildOptions, tool: Tool): Promise<void> {
  if (!existsSync(tool.script)) {
    throw new StartError(
      `缺少构建工具 ${tool.script}。请先运行 npm ci（不要加 --omit=dev）。`,
      `The build tool ${tool.script} is missing. Run npm ci first (without --omit=dev).`,
    );
  }
  const logFile = join(privateDir(options.dataDir, 'logs'), `${tool.logName}.log`);
  const log = openSync(logFile, 'w', PRIVATE_FILE_MODE);
  const child = spawn(process.execPath, [tool.script, ...tool.args], {
    cwd: tool.cwd,
    env: options.env,
    stdio: ['ignore', log, log],
    timeout: LIMIT_MS,
    signal: options.signal,
  });
  closeSync(log);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  throw new StartError(`构建失败（${basename(tool.script)}）。`, `The build failed (${basename(tool.script)}).`, [
    `${logFile}:`,
    ...lastLines(logFile, LOG_TAIL_LINES),
  ]);
}
