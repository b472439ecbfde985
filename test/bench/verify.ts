import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Client } from 'pg';
import { loadPersonalData } from '../../deploy/local/built.ts';
import { keyEnvironment } from '../../deploy/local/keyring.ts';
import { ROOT } from '../../deploy/local/settings.ts';
import { startOwnSystem } from '../journey/own-system.ts';
import { signIn } from '../journey/sign-in.ts';
import { bytesOf, load, type HttpRequest } from './http-load.ts';
import { answerBatch, listOf } from './verify-batch.ts';
import { growPublicRegister, type Asked } from './verify-register.ts';

const SIZES = (process.env.JZ_BENCH_SIZES ?? '10000,1000000,5000000').split(',').map(Number);
const RUNS = Number(process.env.JZ_BENCH_RUNS ?? 3);
const SECONDS = Number(process.env.JZ_BENCH_SECONDS ?? 5);
const CONNECTIONS = 64;
const HALF = 0.5;
const EMPLOYER = 'employer.qian';

type RequestOf = (asked: Asked) => HttpRequest;
const bareRequest: RequestOf = ({ certificateId }) => ({ method: 'GET', path: `/bare/${certificateId}` });
const WAYS: Readonly<Record<string, RequestOf>> = {
  qr: ({ token }) => ({ method: 'GET', path: `/verify/${token}` }),
  'name-and-number': ({ name, certificateNumber }) => ({
    method: 'POST',
    path: '/verify',
    json: JSON.stringify({ name, certificateNumber }),
  }),
};

/**
 * `npm run bench:verify`: answers a second by QR code and by name and number, each with its audit row, and rows a second
 * of a batch, of the running service; in turn with the limit, one look-up by primary key behind a bare route of Nest on Fastify, on the same database.
 */
const log = (text: string): void => void process.stderr.write(`${text}\n`);
const NO_LIMIT = '1000000000';
const own = await startOwnSystem({
  ASK_FREE_PER_ADDRESS: NO_LIMIT,
  ASK_FREE_PER_SUBJECT: NO_LIMIT,
  ASK_CEILING_PER_ADDRESS: NO_LIMIT,
  BATCH_QUOTAS: JSON.stringify([
    { from: '2026-01-01', rowsPerDay: 10_000_000, rowsPerMonth: 10_000_000, rowsPerBatch: 10_000 },
  ]),
});
const { dataDir, databaseUrl, urls, secrets } = own.system;
const client = new Client({ connectionString: databaseUrl });
try {
  await client.connect();
  for (const name of ['exam-scheduling', 'question-bank', 'agency-filing', 'certificate-issuance'])
    await own.system.stopService(name);
  const vault = (await loadPersonalData(ROOT)).openVault(keyEnvironment(dataDir, {}));
  const bare = fork(new URL('verify-bare.ts', import.meta.url), [databaseUrl], { execArgv: [] });
  const [bareUrl] = (await once(bare, 'message')) as [string];
  const subject = urls.services['public-verification'] ?? '';
  let existing = 0;
  for (const size of SIZES) {
    log(`the register grows to ${size}`);
    const asked = await growPublicRegister(client, vault, existing, size);
    existing = size;
    for (const [way, requestOf] of Object.entries(WAYS)) await measure(size, way, subject, bareUrl, asked, requestOf);
    await measureBatch(size, subject, bareUrl, asked);
  }
  bare.disconnect();
} finally {
  await client.end();
  await own.stop();
}

async function measure(size: number, way: string, subject: string, bareUrl: string, asked: Asked[], of: RequestOf) {
  const requests = asked.map((each) => bytesOf(of(each)));
  const ask = (rate?: number) =>
    load(subject, requests, {
      connections: CONNECTIONS,
      seconds: SECONDS,
      expected: '"verdict":"VALID"',
      ...(rate ? { rate } : {}),
    });
  const { rate, ...figures } = await inTurn(asked, bareUrl, async () => (await ask()).rate);
  const half = await ask(Math.round(rate * HALF));
  const latency = { p50_ms: half.p50Ms, p99_ms: half.p99Ms };
  console.log(JSON.stringify({ bench: `verify-${way}`, n: size, rate, ...figures, unit: 'answers/s', ...latency }));
}

async function measureBatch(size: number, subject: string, bareUrl: string, asked: Asked[]) {
  const list = listOf(asked);
  const figures = await inTurn(asked, bareUrl, async () =>
    answerBatch(subject, await signIn(urls.public, EMPLOYER, secrets.demoPassword), list),
  );
  console.log(JSON.stringify({ bench: 'verify-batch', n: size, ...figures, unit: 'rows/s' }));
}

/** Subject and limit in turn, after a run of each that is not counted. */
async function inTurn(asked: Asked[], bareUrl: string, subject: () => Promise<number>) {
  const bareRequests = asked.map((each) => bytesOf(bareRequest(each)));
  const limit = async () => {
    const options = { connections: CONNECTIONS, seconds: SECONDS, expected: '"certificate_id"' };
    return (await load(bareUrl, bareRequests, options)).rate;
  };
  await subject();
  await limit();
  const rates: number[] = [];
  const limits: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    limits.push(await limit());
    rates.push(await subject());
  }
  return {
    rate: medianOf(rates),
    limit: medianOf(limits),
    ratio: Math.round(medianOf(rates.map((each, run) => (1000 * each) / (limits[run] ?? 1)))) / 1000,
    spread: [Math.min(...rates), Math.max(...rates)],
    limit_spread: [Math.min(...limits), Math.max(...limits)],
  };
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
