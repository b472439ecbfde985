import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

interface ProcessRow {
  pid: number;
  parent: number;
  kib: number;
}

const field = (text: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);

/** Linux: proportional set size, which counts a shared page once however many processes map it. */
function readProc(): ProcessRow[] {
  const rows: ProcessRow[] = [];
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      const parent = field(readFileSync(`/proc/${name}/status`, 'utf8'), 'PPid');
      rows.push({ pid: Number(name), parent, kib: field(readFileSync(`/proc/${name}/smaps_rollup`, 'utf8'), 'Pss') });
    } catch {
      // It ended meanwhile, or belongs to someone else.
    }
  }
  return rows;
}

/** Elsewhere: resident size, which counts shared pages once per process. */
function readPs(): ProcessRow[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [pid = 0, parent = 0, kib = 0] = line.trim().split(/\s+/).map(Number);
      return { pid, parent, kib };
    });
}

/** Memory of the processes and all their children, in MiB. */
export function memoryMiB(pids: readonly number[]): number {
  const rows = existsSync('/proc/self/smaps_rollup') ? readProc() : readPs();
  const wanted = new Set(pids);
  // Children follow their parents in no fixed order: repeat until nothing is added.
  for (let size = -1; size !== wanted.size;) {
    size = wanted.size;
    for (const { pid, parent } of rows) if (wanted.has(parent)) wanted.add(pid);
  }
  return Math.round(rows.reduce((sum, { pid, kib }) => (wanted.has(pid) ? sum + kib : sum), 0) / 1024);
}
