import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from '../../deploy/local/settings.ts';

export interface RotationRun {
  /** All that it wrote so far. */
  output(): string;
  kill(signal: NodeJS.Signals): void;
  /** Null when it was killed. */
  exited: Promise<number | null>;
}

/** `npm run rotate-key` as an operator starts it, in a process of its own. */
export function startRotation(args: readonly string[], env: NodeJS.ProcessEnv): RotationRun {
  const script = path.join(ROOT, 'deploy', 'local', 'rotate-key.ts');
  const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ...env }, cwd: ROOT });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return {
    output: () => output,
    kill: (signal) => void child.kill(signal),
    exited: new Promise((resolve) => child.once('exit', (code) => resolve(code))),
  };
}
