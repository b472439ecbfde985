import { resolve } from 'node:path';
import { demoAccounts, type DemoAccount } from './accounts.ts';
import { buildPortal, buildServices } from './build.ts';
import { requireMode } from './data-mode.ts';
import { prepareKeyring } from './keyring.ts';
import { migrate } from './migrate.ts';
import { requireFreePorts, type PortUse } from './ports.ts';
import { prepareDatabase } from './prepare.ts';
import { silent, type Progress } from './progress.ts';
import { takeDataDir, type RunRecord } from './run-record.ts';
import { loadSecrets, type Secrets } from './secrets.ts';
import { startBroker, startDatabase, type ServersOptions } from './servers.ts';
import { internalUrl, publicUrl, startService, type System } from './service.ts';
import { DATA_SERVICES, readMode, readPorts, ROOT, servicePort, SERVICES } from './settings.ts';
import type { Mode, Ports, ServiceName } from './settings.ts';
import { bureausOf, startWitness, witnessName, witnessPort, witnessUrls, type Bureau } from './witness-process.ts';
import { createSupervisor, type Supervisor } from './supervisor.ts';

export const STEPS = 8;

export interface LaunchOptions {
  root?: string;
  /** By default JZ_DATA_DIR, else `.data` below the root. */
  dataDir?: string | undefined;
  ports?: Ports;
  mode?: Mode;
  /** Fewer for tests that need only a part. */
  services?: readonly ServiceName[];
  env?: NodeJS.ProcessEnv;
  progress?: Progress;
  toolsDir?: string;
  /** Gives the start up, after stopping what it started. */
  signal?: AbortSignal;
}

export interface LaunchedSystem {
  /** `public` is the gateway as people see it; each service by name as its neighbours see it. */
  urls: { public: string; services: Record<ServiceName, string> };
  dataDir: string;
  mode: Mode;
  /** Of an administrator. */
  databaseUrl: string;
  natsUrl: string;
  secrets: Secrets;
  accounts: readonly DemoAccount[];
  /** Of every process that is up now, `postgres` and `nats` among them. */
  readonly pids: Record<string, number>;
  /** Kills without warning, by default with SIGKILL; the supervisor starts it again. Also `postgres` and `nats`. */
  killService(name: string, signal?: NodeJS.Signals): void;
  /** Stops for good, until `startService`. */
  stopService(name: string): Promise<void>;
  startService(name: string): Promise<void>;
  stop(): Promise<void>;
  /** The last resort: kills everything at once. */
  killAll(): void;
}

interface Plan {
  root: string;
  dataDir: string;
  ports: Ports;
  mode: Mode;
  services: readonly ServiceName[];
  env: NodeJS.ProcessEnv;
  progress: Progress;
  toolsDir: string | undefined;
  signal: AbortSignal | undefined;
}

/** Brings the whole system up and keeps it up until `stop`. */
export async function launch(options: LaunchOptions = {}): Promise<LaunchedSystem> {
  const plan = makePlan(options);
  const log = (text: string) => plan.progress.line(text);
  const record = await takeDataDir(plan.dataDir, publicUrl(plan.ports), log);
  const supervisor = createSupervisor(record, log);
  const interrupt = () => supervisor.interruptStarts();
  plan.signal?.addEventListener('abort', interrupt);
  try {
    const system = await bringUp(plan, supervisor, log);
    return handle(plan, system, supervisor, record);
  } catch (error) {
    await stopAll(supervisor, record);
    throw error;
  } finally {
    plan.signal?.removeEventListener('abort', interrupt);
  }
}

function makePlan(options: LaunchOptions): Plan {
  const env = options.env ?? process.env;
  const root = options.root ?? ROOT;
  return {
    root,
    dataDir: resolve(root, options.dataDir ?? (env.JZ_DATA_DIR || '.data')),
    ports: options.ports ?? readPorts(env),
    mode: options.mode ?? readMode(env),
    services: options.services ?? SERVICES,
    env,
    progress: options.progress ?? silent,
    toolsDir: options.toolsDir,
    signal: options.signal,
  };
}

async function bringUp(
  plan: Plan,
  supervisor: Supervisor,
  log: (text: string) => void,
): Promise<System & { adminUrl: string }> {
  const { root, dataDir, ports, mode, env, progress, signal } = plan;
  const step = <T>(title: string, work: () => Promise<T>): Promise<T> => {
    signal?.throwIfAborted();
    return progress.step(title, work);
  };
  const secrets = loadSecrets(dataDir);
  requireMode(dataDir, mode);
  const servers: ServersOptions = { dataDir, ports, env, log, starter: supervisor.run, toolsDir: plan.toolsDir };
  const build = { root, dataDir, env, signal };
  await requireFreePorts(portsOf(plan));
  await step('构建服务 build services', () => buildServices(build, plan.services));
  await step('构建门户 build portal', () => buildPortal(build));
  const keys = await step('密钥环 keyring', () => prepareKeyring({ root, dataDir, env, secrets }));
  const adminUrl = await step('数据库 PostgreSQL', () => startDatabase(servers));
  const natsUrl = await step('消息服务 NATS JetStream', () => startBroker(servers));
  const databases = await step('库表与角色 schemas and roles', () => {
    const services = DATA_SERVICES.filter((name) => plan.services.includes(name));
    return prepareDatabase(adminUrl, services, {
      passwords: secrets.rolePasswords,
      installation: secrets.installation,
    });
  });
  await step('数据迁移 migrations', () => migrate({ root, adminUrl, databases, env, signal }));
  const databaseUrls = Object.fromEntries(Object.entries(databases).map(([name, { url }]) => [name, url]));
  const bureaus = bureausOf(plan);
  const witnesses = witnessUrls(ports, bureaus);
  const system = { root, dataDir, ports, mode, natsUrl, databaseUrls, secrets, keys, env, adminUrl, witnesses };
  await step('启动服务 services', () => startServices(plan.services, bureaus, system, supervisor));
  signal?.throwIfAborted();
  return system;
}

/** Together: they start in any order, and seven one after the other would take seven times as long. */
async function startServices(
  names: readonly ServiceName[],
  bureaus: readonly Bureau[],
  system: System,
  supervisor: Supervisor,
): Promise<void> {
  const starts = [
    ...names.map((name) => supervisor.run(name, (onSpawn) => startService(system, name, onSpawn))),
    ...bureaus.map((each) => supervisor.run(witnessName(each), (onSpawn) => startWitness(system, each, onSpawn))),
  ];
  try {
    await Promise.all(starts);
  } catch (error) {
    supervisor.interruptStarts();
    await Promise.allSettled(starts);
    throw error;
  }
}

/** All at once and early: nobody likes to hear of a taken port after a long build. */
function portsOf(plan: Plan): PortUse[] {
  const { ports, services, env } = plan;
  const variable = 'JZ_PORT_BASE';
  return [
    ...services.map((name) => ({ port: servicePort(ports, name), user: name, variable })),
    ...bureausOf(plan).map((each) => ({ port: witnessPort(ports, each), user: witnessName(each), variable })),
    ...(env.DATABASE_URL ? [] : [{ port: ports.postgres, user: 'PostgreSQL', variable: 'JZ_POSTGRES_PORT' }]),
    ...(env.NATS_URL ? [] : [{ port: ports.nats, user: 'NATS', variable: 'JZ_NATS_PORT' }]),
  ];
}

function handle(
  plan: Plan,
  system: System & { adminUrl: string },
  supervisor: Supervisor,
  record: RunRecord,
): LaunchedSystem {
  const services = Object.fromEntries(SERVICES.map((name) => [name, internalUrl(plan.ports, name)]));
  return {
    urls: { public: publicUrl(plan.ports), services: services as Record<ServiceName, string> },
    dataDir: plan.dataDir,
    mode: plan.mode,
    databaseUrl: system.adminUrl,
    natsUrl: system.natsUrl,
    secrets: system.secrets,
    accounts: plan.mode === 'demo' ? demoAccounts : [],
    get pids() {
      return supervisor.pids();
    },
    killService: (name, signal) => supervisor.kill(name, signal),
    stopService: (name) => supervisor.stop(name),
    startService: (name) => supervisor.start(name),
    stop: () => stopAll(supervisor, record),
    killAll: () => supervisor.killAll(),
  };
}

/** Services first, so that they can still finish what they are at; then the broker; the database last. */
async function stopAll(supervisor: Supervisor, record: RunRecord): Promise<void> {
  const servers = ['nats', 'postgres'];
  const names = supervisor.names();
  await Promise.all(names.filter((name) => !servers.includes(name)).map((name) => supervisor.stop(name)));
  for (const name of servers) if (names.includes(name)) await supervisor.stop(name);
  record.release();
}
