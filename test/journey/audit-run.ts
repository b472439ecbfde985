import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from '../../deploy/local/settings.ts';
import type { Finding } from '../../deploy/local/audit-log-finding.ts';

export interface AuditSaid {
  status: number | null;
  text: string;
  report: {
    size: number;
    certificates: number;
    witnesses: string[];
    counts: Record<string, number>;
    findings: Finding[];
  };
}

/** `npm run audit-log` as people type it, answered as JSON. */
export function runAudit(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<AuditSaid> {
  const command = path.join(ROOT, 'deploy/local/audit-log.ts');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, ...args, '--json'], { env: { ...process.env, ...env } });
    let [out, text] = ['', ''];
    child.stdout.on('data', (bytes: Buffer) => void (out += bytes.toString()));
    child.stderr.on('data', (bytes: Buffer) => void (text += bytes.toString()));
    child.once('close', (status) => {
      const report = (out.startsWith('{') ? JSON.parse(out) : { counts: {}, findings: [] }) as AuditSaid['report'];
      resolve({ status, text, report });
    });
  });
}
