import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Client } from 'pg';
import { loadPersonalData } from '../../deploy/local/built.ts';
import { keyEnvironment } from '../../deploy/local/keyring.ts';
import { ROOT } from '../../deploy/local/settings.ts';
import { startOwnSystem } from '../journey/own-system.ts';
import { bytesOf, load, type HttpRequest } from './http-load.ts';
import { growPublicRegister, type Asked } from './verify-register.ts';

const SIZES = (process.env.JZ_BENCH_SIZES ?? '10000,1000000,5000000').split(',').map(Number);
const RUNS = Number(process.env.JZ_BENCH_RUNS ?? 3);
const SECONDS = Number(process.env.JZ_BENCH_SECONDS ?? 5);
const CONNECTIONS = 64;
const HALF = 0.5;

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
 * `npm run bench:verify`: answers a second by QR code and by name and number, each with its audit row, of the running
 * service; in turn with the limit, one look-up by primary key behind a bare route of Nest on Fastify, on the same database.
 */
const log = (text: string): void => void process.stderr.write(`${text}\n`);
const NO_LIMIT = '1000000000';
const own = await startOwnSystem({
  ASK_FREE_PER_ADDRESS: NO_LIMIT,
  ASK_FREE_PER_SUBJECT: NO_LIMIT,
  ASK_CEILING_PER_ADDRESS: NO_LIMIT,
});
const { dataDir, databaseUrl, urls } = own.system;
const client = new Client({ connectionString: databaseUrl });
try {
  await client.connect();
  for (const name of [
    'exam-scheduling',
    'question-bank',
    'agency-filing',
    'certificate-issuance',
    'identity',
    'gateway',
  ])
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
  }
  bare.disconnect();
} finally {
  await client.end();
  await own.stop();
}

async function measure(size: number, way: string, subject: string, bareUrl: string, asked: Asked[], of: RequestOf) {
  const requests = asked.map((each) => bytesOf(of(each)));
  const bareRequests = asked.map((each) => bytesOf(bareRequest(each)));
  const ask = (rate?: number) =>
    load(subject, requests, {
      connections: CONNECTIONS,
      seconds: SECONDS,
      expected: '"verdict":"VALID"',
      ...(rate ? { rate } : {}),
    });
  const askBare = () =>
    load(bareUrl, bareRequests, { connections: CONNECTIONS, seconds: SECONDS, expected: '"certificate_id"' });
  await ask();
  await askBare();
  const rates: number[] = [];
  const limits: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    limits.push((await askBare()).rate);
    rates.push((await ask()).rate);
  }
  const rate = medianOf(rates);
  const limit = medianOf(limits);
  const half = await ask(Math.round(rate * HALF));
  console.log(
    JSON.stringify({
      bench: `verify-${way}`,
      n: size,
      rate,
      limit,
      ratio: Math.round(medianOf(rates.map((each, run) => (1000 * each) / (limits[run] ?? 1)))) / 1000,
      unit: 'answers/s',
      p50_ms: half.p50Ms,
      p99_ms: half.p99Ms,
      spread: [Math.min(...rates), Math.max(...rates)],
      limit_spread: [Math.min(...limits), Math.max(...limits)],
    }),
  );
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
