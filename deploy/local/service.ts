import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from './errors.ts';
import { lastLines, privateDir } from './files.ts';
import { spawnLogged, stopChild, type Child, type Running } from './processes.ts';
import type { KeyEnvironment } from './keyring.ts';
import type { Secrets } from './secrets.ts';
import { entryPoint, servicePort, SERVICES, underscored, type Mode, type Ports, type ServiceName } from './settings.ts';

/** Seven services, the database and the broker share 1.5 GiB. */
const HEAP_LIMIT_MIB = 256;
/** V8's default of 16 costs 40 MiB a process and gains nothing at this size, except where 10,000 rows pass at once. */
const YOUNG_HEAP_MIB = 2;
const YOUNG_HEAP_MIB_OF: Partial<Record<ServiceName, number>> = {
  'certificate-issuance': 32,
  'public-verification': 32,
};
/**
 * How far the heap of those grows before it is collected as a whole, in percent of what lives in it. V8 lets it grow by
 * half at most, and then marks all that lives for every 4,000 certificates.
 */
const GROWING_PERCENT = 200;
/**
 * Of Node's own threads, which make the signatures of a bulk issue: as many as the event loop leaves cores, at most what
 * Node has by itself. Four on two cores push the loop aside with every signature.
 */
const SIGNING_THREADS = String(Math.max(1, Math.min(4, availableParallelism() - 1)));
const READY_LIMIT_MS = 120_000;
const READY_POLL_MS = 50;
const PROBE_LIMIT_MS = 2_000;
const STOP_LIMIT_MS = 15_000;
const LOG_TAIL_LINES = 20;

/** The one public door has no business with keys, whatever the terminal holds. */
const NO_KEYS = { KEY_FILE: undefined, KEY_BASE64: undefined, PKCS11_PIN: undefined, PKCS11_PIN_FILE: undefined };

export interface System {
  root: string;
  dataDir: string;
  ports: Ports;
  mode: Mode;
  natsUrl: string;
  /** By data service. */
  databaseUrls: Record<string, string>;
  secrets: Secrets;
  /** Where every service with data finds the keys. */
  keys: KeyEnvironment;
  env: NodeJS.ProcessEnv;
  /** Addresses of the witnesses that the launcher starts, separated by commas. */
  witnesses?: string;
}

export function publicUrl(ports: Ports): string {
  return `http://localhost:${servicePort(ports, 'gateway')}`;
}

export function internalUrl(ports: Ports, service: ServiceName): string {
  return `http://127.0.0.1:${servicePort(ports, service)}`;
}

export async function startService(
  system: System,
  name: ServiceName,
  onSpawn?: (pid: number) => void,
): Promise<Running> {
  const main = entryPoint(system.root, name, 'main');
  const logFile = join(privateDir(system.dataDir, 'logs'), `${name}.log`);
  if (!existsSync(main)) throw new StartError(`缺少构建结果 ${main}。`, `The build result ${main} is missing.`);
  const child = await spawnLogged({
    command: process.execPath,
    args: [
      `--max-old-space-size=${HEAP_LIMIT_MIB}`,
      `--max-semi-space-size=${YOUNG_HEAP_MIB_OF[name] ?? YOUNG_HEAP_MIB}`,
      ...(YOUNG_HEAP_MIB_OF[name] ? [`--heap-growing-percent=${GROWING_PERCENT}`] : []),
      main,
    ],
    logFile,
    env: serviceEnvironment(system, name),
    cwd: system.root,
  });
  onSpawn?.(child.pid);
  const stop = () => stopChild(child, [{ signal: 'SIGTERM', limitMs: STOP_LIMIT_MS }]);
  const problem = await waitUntilReady(child, internalUrl(system.ports, name));
  if (problem === undefined) return { pid: child.pid, exited: child.exited, stop };
  await stop();
  throw new StartError(`服务 ${name} 启动失败。`, `The service ${name} did not start: ${problem}.`, [
    `${logFile}:`,
    ...lastLines(logFile, LOG_TAIL_LINES),
  ]);
}

export async function waitUntilReady(child: Child, url: string): Promise<string | undefined> {
  const deadline = Date.now() + READY_LIMIT_MS;
  let answer = 'no answer';
  while (Date.now() < deadline) {
    if (child.hasExited()) return 'it exited';
    try {
      const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(PROBE_LIMIT_MS) });
      const body = await response.text();
      if (response.ok && !child.hasExited()) return undefined;
      answer = `${response.status} ${body}`;
    } catch {
      // Not listening yet.
    }
    await sleep(READY_POLL_MS);
  }
  return `not ready within ${READY_LIMIT_MS / 1000} s (${answer})`;
}

function serviceEnvironment(system: System, name: ServiceName): NodeJS.ProcessEnv {
  const { dataDir, ports, mode, secrets, keys } = system;
  const isDemo = mode === 'demo';
  return {
    ...system.env,
    // Whatever the terminal holds, a service gets its own role, never the administrator's.
    DATABASE_URL: system.databaseUrls[name],
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(servicePort(ports, name)),
    NATS_URL: system.natsUrl,
    PUBLIC_URL: publicUrl(ports),
    OIDC_ISSUER: `${publicUrl(ports)}/oidc`,
    OIDC_JWKS_URL: `${internalUrl(ports, 'identity')}/oidc/jwks`,
    ...(name === 'gateway' ? NO_KEYS : keys),
    JZ_MODE: mode,
    DEMO_CLOCK_FILE: isDemo ? join(dataDir, 'demo-clock.json') : undefined,
    ...(name === 'certificate-issuance' ? { ...logEnvironment(system), UV_THREADPOOL_SIZE: SIGNING_THREADS } : {}),
    ...(name === 'public-verification' ? { LOG_URL: `${internalUrl(ports, 'certificate-issuance')}/log` } : {}),
    ...(name === 'gateway' ? gatewayEnvironment(system) : {}),
    ...(name === 'identity' ? identityEnvironment(secrets, isDemo) : {}),
  };
}

function logEnvironment({ dataDir, env, witnesses }: System): NodeJS.ProcessEnv {
  return { LOG_DIR: privateDir(dataDir, 'log'), LOG_WITNESSES: env.LOG_WITNESSES ?? witnesses ?? '' };
}

function gatewayEnvironment({ root, ports }: System): NodeJS.ProcessEnv {
  const upstreams = SERVICES.filter((name) => name !== 'gateway').map((name) => [
    `UPSTREAM_${underscored(name).toUpperCase()}`,
    internalUrl(ports, name),
  ]);
  return {
    PORTAL_DIR: join(root, 'dist', 'portal'),
    OFFLINE_PAGE: join(root, 'dist', 'offline', 'verify.html'),
    ...Object.fromEntries(upstreams),
  };
}

function identityEnvironment(secrets: Secrets, isDemo: boolean): NodeJS.ProcessEnv {
  return {
    OIDC_COOKIE_KEYS: secrets.oidcCookieKeys.join(','),
    DEMO_PASSWORD: isDemo ? secrets.demoPassword : undefined,
    DEMO_TOTP_SECRET: isDemo ? secrets.demoTotpSecret : undefined,
  };
}
