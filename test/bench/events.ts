import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildServices } from '../../deploy/local/build.ts';
import { startNats } from '../../deploy/local/nats.ts';
import { startPostgres } from '../../deploy/local/postgres.ts';
import { ROOT } from '../../deploy/local/settings.ts';
import { bareLimit } from './bare-jetstream.ts';
import { createPublisher, FACT_SUBJECT, type Publisher } from './events-publisher.ts';
import type { ReaderReport } from './events-reader.ts';

const RUNS = 3;
const BURST_EVENTS = 20_000;
const BATCH = 100;
const WRITERS = 8;
const PACED_RATE_PER_S = 300;
const PACED_SECONDS = 10;

/**
 * `npm run bench:events`: a publishing process (transaction with outbox row, relay) and a reading process (durable pull
 * consumer, inbox, effect) on real PostgreSQL and NATS; beside them, in the same run, bare JetStream publish and consume
 * between the same two processes.
 */
const folder = mkdtempSync(path.join(tmpdir(), 'jz-bench-'));
const log = (text: string): void => void process.stderr.write(`${text}\n`);
await buildServices({ root: ROOT, dataDir: folder, env: process.env, signal: undefined }, []);
const postgres = await startPostgres({ dataDir: folder, port: await freePort(), log });
const nats = await startNats({
  dataDir: folder,
  port: await freePort(),
  log,
  toolsDir: path.join(ROOT, '.data', 'nats'),
});
try {
  const limits: number[] = [];
  const rates: number[] = [];
  let lag: ReaderReport | undefined;
  for (let run = 0; run < RUNS; run += 1) {
    limits.push(await bareLimit(nats.url, BURST_EVENTS, run));
    const publisher = await createPublisher(postgres.url, nats.url, run);
    const reader = await startReader(postgres.url, nats.url, run);
    rates.push(await burst(publisher, reader));
    if (run === RUNS - 1) lag = await paced(publisher, reader);
    reader.child.kill();
    await publisher.stop();
    log(
      `run ${run + 1}: ${Math.round(rates[run] ?? 0)} events/s, bare JetStream ${Math.round(limits[run] ?? 0)} msg/s`,
    );
  }
  const rate = median(rates);
  const limit = median(limits);
  const figures = {
    bench: 'events',
    n: BURST_EVENTS,
    rate: Math.round(rate),
    limit: Math.round(limit),
    ratio: Math.round((rate / limit) * 1000) / 1000,
    unit: 'events/s',
    paced_rate: PACED_RATE_PER_S,
    p50_ms: lag?.p50Ms,
    p99_ms: lag?.p99Ms,
    spread: [Math.round(Math.min(...rates)), Math.round(Math.max(...rates))],
  };
  console.log(JSON.stringify(figures));
} finally {
  await nats.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function burst(publisher: Publisher, reader: Reader): Promise<number> {
  const began = performance.now();
  const handled = reader.handled(BURST_EVENTS);
  let next = 0;
  const write = async (): Promise<void> => {
    while (next < BURST_EVENTS) {
      next += BATCH;
      await publisher.append(BATCH);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  await handled;
  return BURST_EVENTS / ((performance.now() - began) / 1000);
}

/** One event a transaction at a steady pace: the lag a user feels. */
async function paced(publisher: Publisher, reader: Reader): Promise<ReaderReport> {
  reader.child.send('reset');
  const count = PACED_RATE_PER_S * PACED_SECONDS;
  const handled = reader.handled(count);
  const began = performance.now();
  const pending: Promise<void>[] = [];
  for (let sent = 0; sent < count; sent += 1) {
    const due = began + (sent * 1000) / PACED_RATE_PER_S;
    if (due > performance.now()) await sleep(due - performance.now());
    pending.push(publisher.append(1));
  }
  await Promise.all(pending);
  return handled;
}

interface Reader {
  child: ChildProcess;
  handled(count: number): Promise<ReaderReport>;
}

async function startReader(databaseUrl: string, natsUrl: string, run: number): Promise<Reader> {
  const child = fork(path.join(import.meta.dirname, 'events-reader.ts'), [
    databaseUrl,
    natsUrl,
    String(run),
    FACT_SUBJECT,
  ]);
  const message = <T>(wanted: string): Promise<T> =>
    new Promise((resolve, reject) => {
      child.on('message', (each: { kind: string }) => {
        if (each.kind === wanted) resolve(each as T);
      });
      child.once('exit', (code) => reject(new Error(`the reader ended with ${code}`)));
    });
  await message('ready');
  return {
    child,
    handled: (count) => {
      const done = message<ReaderReport>('handled');
      child.send({ expect: count });
      return done;
    },
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
