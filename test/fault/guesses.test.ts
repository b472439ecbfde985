import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { Agent, request } from 'node:http';
import { after, before, test } from 'node:test';
import { Client } from 'pg';
import { loadPersonalData } from '../../deploy/local/built.ts';
import { keyEnvironment } from '../../deploy/local/keyring.ts';
import { ROOT } from '../../deploy/local/settings.ts';
import { startOwnSystem, type OwnSystem } from '../journey/own-system.ts';
import { compare, type Comparison } from './two-samples.ts';

/** Of each kind: an existing number with a wrong second fact, and an unknown number. */
const PAIRS = Number(process.env.JZ_GUESS_PAIRS || 100_000);
const CONNECTIONS = 4;
const CERTIFICATES = 20_000;
/** An honest run fails once in ten thousand times, by either test. */
const ODDS_MIN = 1e-4;
/** A leak that the tests have to see in 200,000 guesses: 50 µs added on this side to one kind; in fewer, as much more. */
const PLANTED_MS = 0.05;
const PLANTED_PAIRS = 100_000;
const FILED = 'Y000023000001';
const UNFILED = 'S000023000999';
const WARM_UP = 2_000;

let own: OwnSystem;
let admin: Client;
let base: URL;
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

/** Even serials exist and odd ones do not, so that both kinds lie everywhere among the numbers. */
const numberAt = (site: string, serial: number): string => `${site}263${String(serial).padStart(6, '0')}`;
const SEED = `
  INSERT INTO certificate (certificate_id, certificate_number, name_index, document_index, token_sha256, name_masked,
    document_masked, occupation_code, occupation_edition, occupation_name, specialty, level_digit, agency_name, site_code,
    issued_on, status, recorded_at)
  SELECT gen_random_uuid(), $1 || '263' || lpad((2 * n)::text, 6, '0'), CASE WHEN n = 1 THEN $3 ELSE substr(encode(sha256(
      convert_to('n' || n, 'UTF8')), 'base64'), 1, 43) END,
    substr(encode(sha256(convert_to('d' || n % 5000, 'UTF8')), 'base64'), 1, 43), sha256(convert_to($1 || n, 'UTF8')), '张*',
    '230***********004X', '6-18-02-04', '2022', '焊工', '', '3', '评价机构', $1, '2026-01-05', 'valid', '2026-01-05'
  FROM generate_series(1, $2::int) AS n`;

before(async () => {
  const limits = {
    ASK_FREE_PER_ADDRESS: '100000000',
    ASK_FREE_PER_SUBJECT: '100000000',
    ASK_CEILING_PER_ADDRESS: '100000000',
  };
  own = await startOwnSystem(limits);
  base = new URL(own.system.urls.services['public-verification']);
  const { openVault } = await loadPersonalData(ROOT);
  const vault = openVault(keyEnvironment(own.system.dataDir, {}));
  admin = new Client({ connectionString: own.system.databaseUrl });
  await admin.connect();
  await admin.query('SET search_path = public_verification');
  for (const site of [FILED, UNFILED]) await admin.query(SEED, [site, CERTIFICATES, vault.index('name', '张三丰')]);
  await admin.query(
    `INSERT INTO filed_site VALUES ($1, gen_random_uuid(), '评价机构', '主厂区', '230100', '2026-01-05', '2029-01-04', '2026-01-05')`,
    [FILED],
  );
  await admin.query(`UPDATE certificate SET document_index = $1 WHERE certificate_number = $2`, [
    vault.index('document', '110105194912310025'),
    numberAt(FILED, 4),
  ]);
  await admin.query('VACUUM (ANALYZE) certificate, filed_site');
});
after(async () => {
  agent.destroy();
  await admin.end();
  await own.stop();
});

interface Reply {
  ms: number;
  /** Everything the asker gets but the times of day and the names of the request. */
  seen: string;
}

type Ask = () => { path: string; json?: object };

function send({ path, json }: ReturnType<Ask>): Promise<Reply> {
  const body = json === undefined ? undefined : JSON.stringify(json);
  const headers =
    body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const asked = request(
      { host: base.hostname, port: base.port, path, method: body ? 'POST' : 'GET', agent, headers },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (text += chunk));
        answer.on('end', () => {
          const ms = performance.now() - began;
          const { date: _date, ...kept } = answer.headers;
          const said = text.replace(/"(checkedAt|dataAsOf)":"[^"]{24}"/g, '"$1":"…"');
          resolve({ ms, seen: `${answer.statusCode} ${JSON.stringify(kept)} ${text.length} ${said}` });
        });
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

interface Sample {
  times: number[];
  seen: Set<string>;
}

/** As many of each kind, in a random order, over several connections. */
async function sample(kinds: readonly [Ask, Ask], pairs: number): Promise<[Sample, Sample]> {
  const samples: [Sample, Sample] = [
    { times: [], seen: new Set() },
    { times: [], seen: new Set() },
  ];
  let left = pairs;
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const first = randomInt(2) as 0 | 1;
      for (const kind of [first, 1 - first] as (0 | 1)[]) {
        const { ms, seen } = await send(kinds[kind]());
        samples[kind].times.push(ms);
        samples[kind].seen.add(seen);
      }
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  return samples;
}

const odds = ({ pDistance, pRanks }: Comparison): number => Math.min(pDistance, pRanks);

function report(what: string, pairs: number, [first]: [Sample, Sample], compared: Comparison): void {
  const median = Float64Array.from(first.times).sort()[Math.floor(pairs / 2)] ?? 0;
  console.log(`# ${what}: ${2 * pairs} asked, median ${median.toFixed(3)} ms, ${JSON.stringify(compared)}`);
}

/** Same words, same length, and no test tells the times apart; but it would if one kind took 50 µs more. */
async function assertAlike(what: string, kinds: readonly [Ask, Ask], pairs: number): Promise<void> {
  await sample(kinds, WARM_UP);
  const samples = await sample(kinds, pairs);
  const [first, second] = samples;
  assert.deepEqual([...first.seen], [...second.seen]);
  assert.equal(first.seen.size, 1, [...first.seen].join('\n'));
  const honest = compare(first.times, second.times);
  // Told and judged before the next comparison: one run showed the odds of the planted one for both.
  const honestOdds = odds(honest);
  report(what, pairs, samples, honest);
  const plantedMs = PLANTED_MS * Math.sqrt(PLANTED_PAIRS / pairs);
  const planted = compare(
    first.times.map((ms) => ms + plantedMs),
    second.times,
  );
  console.log(`#   with ${Math.round(1000 * plantedMs)} µs planted: ${JSON.stringify(planted)}`);
  assert.ok(odds(planted) < ODDS_MIN, `${what}: the test sees nothing`);
  assert.ok(honestOdds > ODDS_MIN, `${what}: the times differ`);
}

const anyOf = (): number => randomInt(1, CERTIFICATES) * 2 + 2;
const guess =
  (site: string, second: object, isKnown: boolean): Ask =>
  () => ({
    path: '/verify',
    json: { ...second, certificateNumber: numberAt(site, isKnown ? anyOf() : anyOf() - 1) },
  });
const both = (site: string, second: object): [Ask, Ask] => [guess(site, second, true), guess(site, second, false)];

test('numbers of a filed site with a wrong name: nothing tells one that exists from one that does not', async () => {
  await assertAlike('number and name', both(FILED, { name: '王五' }), PAIRS);
});

test('the same at a site that is not in the directory, and with a wrong document number', async () => {
  await assertAlike('unfiled site', both(UNFILED, { name: '王五' }), Math.ceil(PAIRS / 10));
  await assertAlike(
    'number and document',
    both(FILED, { documentNumber: '23010219900307004X' }),
    Math.ceil(PAIRS / 10),
  );
});

test('a document number that the register knows with a wrong name, and one that it does not know', async () => {
  const person =
    (documentNumber: string): Ask =>
    () => ({ path: '/verify', json: { name: '王五', documentNumber } });
  const kinds: [Ask, Ask] = [person('110105194912310025'), person('23010219900307004X')];
  await assertAlike('name and document', kinds, Math.ceil(PAIRS / 10));
});

test('an unknown token and one that is cut short', async () => {
  const token =
    (length: number): Ask =>
    () => ({
      path: `/verify/${Array.from({ length }, () => 'abcdefghijk'[randomInt(11)]).join('')}`,
    });
  await assertAlike('token', [token(22), token(21)], Math.ceil(PAIRS / 10));
});

test('a true hit is told from a miss by its words, so their comparison could see one', async () => {
  const hit: Ask = () => ({ path: '/verify', json: { name: '张三丰', certificateNumber: numberAt(FILED, 2) } });
  // By its time it is not: it waits for the same round of look-ups. That times are compared sharply shows in what is planted.
  const [hits, misses] = await sample([hit, guess(FILED, { name: '王五' }, false)], WARM_UP);
  const words = [hits, misses].map(({ seen }) => [...seen].map((each) => /"verdict":"(\w+)"/.exec(each)?.[1]));
  assert.deepEqual(words, [['VALID'], ['NOT_FOUND']]);
});
