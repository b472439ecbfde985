import { join } from 'node:path';
import { privateDir } from './files.ts';
import { spawnLogged, stopChild, type Running } from './processes.ts';
import { internalUrl, waitUntilReady, type System } from './service.ts';
import { SERVICES, type Mode, type Ports, type ServiceName } from './settings.ts';
import { StartError } from './errors.ts';

/** City bureaus that cosign the demonstration's log; each is a process with a key of its own. */
const BUREAUS = ['harbin', 'daqing'] as const;
export type Bureau = (typeof BUREAUS)[number];

/** It holds one checkpoint. */
const HEAP_LIMIT_MIB = 32;
const YOUNG_HEAP_MIB = 1;
const STOP_LIMIT_MS = 2_000;

interface Witnessed {
  mode: Mode;
  env: NodeJS.ProcessEnv;
  services: readonly ServiceName[];
}

/** Those that the launcher starts: none where the operator names witnesses, for then they are someone else's. */
export function bureausOf({ mode, env, services }: Witnessed): readonly Bureau[] {
  const isWanted = mode === 'demo' && env.LOG_WITNESSES === undefined && services.includes('certificate-issuance');
  return isWanted ? BUREAUS : [];
}

export const witnessName = (bureau: Bureau): string => `witness-${bureau}`;

/** After the services' ports. */
export function witnessPort(ports: Ports, bureau: Bureau): number {
  return ports.base + SERVICES.length + BUREAUS.indexOf(bureau);
}

export function witnessUrls(ports: Ports, bureaus: readonly Bureau[]): string {
  return bureaus.map((bureau) => `http://127.0.0.1:${witnessPort(ports, bureau)}`).join(',');
}

export async function startWitness(
  { root, dataDir, ports }: System,
  bureau: Bureau,
  onSpawn?: (pid: number) => void,
): Promise<Running> {
  const port = witnessPort(ports, bureau);
  const logFile = join(privateDir(dataDir, 'logs'), `${witnessName(bureau)}.log`);
  const child = await spawnLogged({
    command: process.execPath,
    args: [
      `--max-old-space-size=${HEAP_LIMIT_MIB}`,
      `--max-semi-space-size=${YOUNG_HEAP_MIB}`,
      join(root, 'deploy', 'local', 'witness.ts'),
      `--name=${bureau}.jiangzheng.example`,
      `--port=${port}`,
      `--state=${join(privateDir(dataDir, 'witness'), `${bureau}.json`)}`,
      `--log-key-from=${internalUrl(ports, 'certificate-issuance')}/log/key`,
    ],
    logFile,
    env: { PATH: process.env.PATH },
    cwd: root,
  });
  onSpawn?.(child.pid);
  const stop = () => stopChild(child, [{ signal: 'SIGTERM', limitMs: STOP_LIMIT_MS }]);
  const problem = await waitUntilReady(child, `http://127.0.0.1:${port}`);
  if (problem === undefined) return { pid: child.pid, exited: child.exited, stop };
  await stop();
  throw new StartError(`见证方 ${bureau} 启动失败。`, `The witness ${bureau} did not start: ${problem}.`, [logFile]);
}
