import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../../deploy/local/settings.ts';

const READERS = 2;
const READ_EVERY_MS = 20;
const IMPORT_EVERY_MS = 500;
const PAGE = 50;

export interface LoadReport {
  requests: number;
  failed: number;
  p50Ms: number;
  p99Ms: number;
}

export interface Load {
  stop(): Promise<LoadReport>;
}

/** Clerks at work: some page through candidates, one uploads a roster again and again. Nothing is tried twice. */
export function startLoad(
  url: string,
  token: () => Promise<string>,
  plans: readonly string[],
  rosterPlan: string,
): Load {
  const roster = readFileSync(path.join(ROOT, 'test', 'fixtures', 'roster-welder-3.xls'));
  const times: number[] = [];
  let failed = 0;
  const stopping = new AbortController();
  const ask = async (route: string, init: RequestInit): Promise<void> => {
    const began = performance.now();
    try {
      const headers = { ...init.headers, authorization: `Bearer ${await token()}`, 'idempotency-key': randomUUID() };
      const answer = await fetch(url + route, { ...init, headers });
      const text = await answer.text();
      if (!answer.ok) {
        failed += 1;
        process.stderr.write(`${init.method ?? 'GET'} ${answer.status} ${text.slice(0, 300)}\n`);
      }
    } catch (error) {
      failed += 1;
      process.stderr.write(`${String(error)}\n`);
    }
    times.push(performance.now() - began);
  };
  const read = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const plan = plans[Math.floor(Math.random() * plans.length)];
      await ask(`/plans/${plan}/candidates?limit=${PAGE}`, {});
      await sleep(READ_EVERY_MS);
    }
  };
  const importRosters = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const form = new FormData();
      form.set('file', new Blob([new Uint8Array(roster)]), 'roster.xls');
      await ask(`/plans/${rosterPlan}/roster`, { method: 'POST', body: form });
      await sleep(IMPORT_EVERY_MS);
    }
  };
  const running = [...Array.from({ length: READERS }, read), importRosters()];
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
      const sorted = times.toSorted((a, b) => a - b);
      const at = (part: number): number => Math.round((sorted[Math.floor(sorted.length * part)] ?? 0) * 10) / 10;
      return { requests: times.length, failed, p50Ms: at(0.5), p99Ms: at(0.99) };
    },
  };
}
