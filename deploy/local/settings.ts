import { join, resolve } from 'node:path';
import { StartError } from './errors.ts';

export const ROOT = resolve(import.meta.dirname, '../..');

export const SERVICES = [
  'gateway',
  'identity',
  'agency-filing',
  'question-bank',
  'exam-scheduling',
  'certificate-issuance',
  'public-verification',
] as const;
export type ServiceName = (typeof SERVICES)[number];

/** Every service but the gateway keeps data of its own. */
export const DATA_SERVICES = SERVICES.filter((name) => name !== 'gateway');

export type Mode = 'demo' | 'production';

export interface Ports {
  /** The gateway's port; the other services follow it in the order of SERVICES. */
  base: number;
  postgres: number;
  nats: number;
}

const DEFAULT_PORTS: Ports = { base: 8080, postgres: 8432, nats: 8422 };
const LAST_PORT = 65_535;

export function readPorts(env: NodeJS.ProcessEnv): Ports {
  return {
    base: readPort(env, 'JZ_PORT_BASE', DEFAULT_PORTS.base, SERVICES.length),
    postgres: readPort(env, 'JZ_POSTGRES_PORT', DEFAULT_PORTS.postgres, 1),
    nats: readPort(env, 'JZ_NATS_PORT', DEFAULT_PORTS.nats, 1),
  };
}

function readPort(env: NodeJS.ProcessEnv, variable: string, fallback: number, count: number): number {
  const text = env[variable];
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port + count - 1 <= LAST_PORT) return port;
  throw new StartError(
    `环境变量 ${variable} 的值“${text}”不是可用的端口号。`,
    `${variable} is "${text}", which is not a usable port number.`,
  );
}

export function readMode(env: NodeJS.ProcessEnv): Mode {
  const mode = env.JZ_MODE || 'demo';
  if (mode === 'demo' || mode === 'production') return mode;
  throw new StartError(
    `环境变量 JZ_MODE 的值“${mode}”无效，可用 demo 或 production。`,
    `JZ_MODE is "${mode}"; use demo or production.`,
  );
}

export function servicePort(ports: Ports, service: ServiceName): number {
  return ports.base + SERVICES.indexOf(service);
}

/** `certificate-issuance` -> `certificate_issuance`, as schemas, roles and environment variables need it. */
export function underscored(service: string): string {
  return service.replaceAll('-', '_');
}

export function entryPoint(root: string, service: string, script: 'main' | 'migrate' | 'rebuild'): string {
  return join(root, 'dist', 'apps', service, 'src', `${script}.js`);
}
