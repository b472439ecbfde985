import { createServer } from 'node:net';
import { errorCode, StartError } from './errors.ts';

/** A browser may try either address for `localhost`. */
const LOOPBACK = ['127.0.0.1', '::1'];

export interface PortUse {
  port: number;
  user: string;
  variable: string;
}

export async function requireFreePorts(uses: PortUse[]): Promise<void> {
  const seen = new Map<number, PortUse>();
  for (const use of uses) {
    const other = seen.get(use.port);
    if (other) {
      throw new StartError(
        `端口 ${use.port} 同时分配给了 ${other.user} 和 ${use.user}。请修改 ${other.variable} 或 ${use.variable}。`,
        `Port ${use.port} is given to both ${other.user} and ${use.user}. Change ${other.variable} or ${use.variable}.`,
      );
    }
    seen.set(use.port, use);
    if (await isFree(use.port)) continue;
    throw new StartError(
      `端口 ${use.port} 已被其他程序占用，而 ${use.user} 需要它。请停止占用者，或换一个端口，例如：${use.variable}=${suggest(use)} npm start`,
      `Port ${use.port} is taken by another program, and ${use.user} wants it. Stop that program, or change the port, for example: ${use.variable}=${suggest(use)} npm start`,
    );
  }
}

const SUGGESTION_STEP = 10_000;

function suggest(use: PortUse): number {
  return use.variable === 'JZ_PORT_BASE' ? 18_080 : (use.port + SUGGESTION_STEP) % 60_000;
}

async function isFree(port: number): Promise<boolean> {
  for (const host of LOOPBACK) {
    const code = await tryListen(host, port);
    if (code === 'EADDRINUSE' || code === 'EACCES') return false;
  }
  return true;
}

function tryListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(errorCode(error)));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
