import { writeFileSync } from 'node:fs';
import { PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestService, type TestService } from '@app/testing';
import * as XLSX from '@e965/xlsx';
import { addCandidates, candidatesOf, planWithRoster } from '../../test/export-setting.js';
import { clerk, ExamDesk, filed, PLANNING, reviewer } from '../../test/setting.js';
import { service } from '../service-definition.js';

const ROWS = 10_000;
const OF_FIXTURE = 20;
/** A request that comes while the file is made waits no longer than this. */
const STALL_MAX_MS = 100;
const TURN_MS = 1;
const US_PER_MS = 1_000;
const MIB = 1024 * 1024;
/** On a machine that others use too. */
jest.setTimeout(240_000);
const RSS_MAX_MIB = 600;

interface Turn {
  from: number;
  to: number;
  ms: number;
}

/**
 * Longest time on the processor between two turns of the loop: that others use the machine too is not counted, nor that
 * the heap is swept, for in this process it is also that of the specs before.
 */
function watchTurns(): () => Promise<{ peak: number; stall: number }> {
  let peak = 0;
  const turns: Turn[] = [];
  const sweeps: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((seen) => void sweeps.push(...seen.getEntries()));
  observer.observe({ entryTypes: ['gc'] });
  let last = { cpu: process.threadCpuUsage(), at: performance.now() };
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(last.cpu);
    const to = performance.now();
    turns.push({ from: last.at, to, ms: (user + system) / US_PER_MS });
    last = { cpu: process.threadCpuUsage(), at: to };
    peak = Math.max(peak, process.memoryUsage.rss());
  }, TURN_MS);
  return async () => {
    clearInterval(timer);
    await sleep(TURN_MS);
    observer.disconnect();
    const swept = ({ from, to }: Turn): number =>
      sweeps
        .filter(({ startTime }) => startTime >= from && startTime < to)
        .reduce((sum, { duration }) => sum + duration, 0);
    return { peak, stall: Math.max(...turns.map((turn) => turn.ms - swept(turn))) };
  };
}

describe(`an export of ${ROWS} rows on real parts`, () => {
  let running: TestService;
  let desk: ExamDesk;
  let plan: string;

  beforeAll(async () => {
    running = await startTestService(service);
    desk = new ExamDesk(running);
    running.setNow(PLANNING);
    await running.deliver(filed());
    plan = await planWithRoster(desk);
    const people = Array.from({ length: ROWS - OF_FIXTURE }, (_, index) => ({
      name: `王${String.fromCodePoint(0x4e00 + (index % 3_000))}${String.fromCodePoint(0x5e00 + (index % 700))}`,
      documentNumber: `23010219900${String(index).padStart(6, '0')}X`,
    }));
    await addCandidates(running, plan, people);
    await running.dataSource.query(
      `INSERT INTO score SELECT id, 61, 88, false, false, 'clerk.north', now() FROM candidate WHERE plan_id = $1`,
      [plan],
    );
  });
  afterAll(async () => {
    await running.stop();
  });

  async function fetched(format: 'xlsx' | 'pdf'): Promise<Buffer> {
    const wish = { format, purpose: '年度档案核对，核对后即销毁' };
    const asker = { ...clerk, name: '李明', organisationName: '哈尔滨北方焊接装备有限公司' };
    const { body } = await desk.post('/exports', asker, candidatesOf(plan, wish));
    expect([body.state, body.rows]).toEqual(['awaiting-approval', ROWS]);
    await desk.post(`/exports/${body.id}/approve`, reviewer);
    const before = process.memoryUsage.rss();
    const watch = watchTurns();
    const start = performance.now();
    const file = await desk.get(`/exports/${body.id}/file`, asker);
    const seconds = (performance.now() - start) / 1_000;
    const { peak, stall } = await watch();
    const grown = (peak - before) / MIB;
    console.info(
      `${format}: ${seconds.toFixed(1)} s, ${(file.body.length / MIB).toFixed(1)} MiB, RSS +${grown.toFixed(0)} MiB, ` +
        `longest turn ${stall.toFixed(0)} ms`,
    );
    expect(file.status).toBe(200);
    expect(stall).toBeLessThan(STALL_MAX_MS);
    expect(grown).toBeLessThan(RSS_MAX_MIB);
    if (process.env['EXPORT_SAMPLE']) writeFileSync(`${process.env['EXPORT_SAMPLE']}.${format}`, file.body);
    return file.body;
  }

  // First: what the spec itself leaves behind when it reads the workbook is collected in somebody's turn.
  it('as a PDF: every page carries the watermark', async () => {
    const pdf = (await fetched('pdf')).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    const pages = pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(ROWS / 40);
    expect(pages).toBeLessThan(ROWS / 20);
  });

  it('as a workbook: two sheets, each with the watermark and the names of its columns', async () => {
    const book = XLSX.read(await fetched('xlsx'), { type: 'buffer', dense: true });
    expect(book.SheetNames).toEqual(['考生名单1', '考生名单2']);
    for (const sheet of Object.values(book.Sheets)) {
      const lines = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1 });
      expect(lines).toHaveLength(ROWS / 2 + 2);
      expect(lines[0]?.[0]).toContain('李明 (clerk.north)');
      expect(lines[1]?.[0]).toBe('姓名 Name');
      expect(lines.at(-1)?.slice(-3)).toEqual([61, 88, '合格 pass']);
    }
  });
});
