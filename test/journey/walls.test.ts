import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { ROOT } from '../../deploy/local/settings.ts';
import { startOwnSystem, type OwnSystem } from './own-system.ts';
import { Person, Refused } from './person.ts';

interface Operation {
  service: string;
  method: string;
  route: string;
  roles: string[];
}

interface Document {
  paths: Record<string, Record<string, { 'x-access'?: Record<string, string> | 'public' }>>;
}

const SERVICES = ['agency-filing', 'exam-scheduling', 'certificate-issuance'];
const review = { decision: 'refuse', opinion: '' };
/** Bodies that would be taken if the caller were the owner: the refusal must come from the wall, not from the form. */
const BODIES: Record<string, unknown> = {
  'PUT /filings/{id}': {
    agencyName: '他人',
    creditCode: '91230100MA00000130',
    kind: 'employer',
    jurisdiction: '230100',
    sites: [{ siteId: 'main', name: '他处', regionCode: '230100', address: '' }],
    scope: [{ siteId: 'main', occupationCode: '6-18-02-04', specialty: '电焊工', levelDigit: '3' }],
  },
  'POST /filings/{id}/city-review': review,
  'POST /filings/{id}/province-review': review,
  'POST /plans/{id}/review': review,
  'PUT /plans/{id}/scores': {
    rows: [
      {
        admissionNumber: 'Y00000126121200001',
        theoryPoints: 1,
        skillPoints: 1,
        theoryAbsent: false,
        skillAbsent: false,
      },
    ],
  },
};

let own: OwnSystem;
let ids: Record<string, string>;

before(async () => {
  own = await startOwnSystem();
  await own.journey();
  const [row] = await own.query<Record<string, string>>(
    `SELECT (SELECT id::text FROM agency_filing.filing) AS filing, (SELECT id::text FROM exam_scheduling.plan) AS plan,
            (SELECT id::text FROM exam_scheduling.roster_import LIMIT 1) AS roster,
            (SELECT id::text FROM certificate_issuance.result_roll) AS roll,
            (SELECT id::text FROM certificate_issuance.certificate LIMIT 1) AS certificate`,
  );
  ids = row ?? {};
});
after(async () => {
  await own.stop();
});

/** What a journey makes none of; the matrix (test/house) asks at every endpoint of these too. */
const NOT_IN_A_JOURNEY =
  /^\/(exports|changes|awards|award-rows|posts|appointments|print-jobs|keys?|key-changes|correction-requests|hand-over-packages)(\/|$)|\/blank/;

function operations(): Operation[] {
  return SERVICES.flatMap((service) => {
    const { paths } = JSON.parse(readFileSync(path.join(ROOT, `docs/openapi/${service}.json`), 'utf8')) as Document;
    return Object.entries(paths).flatMap(([route, methods]) =>
      Object.entries(methods)
        .filter(([, operation]) => operation['x-access'] !== 'public' && !NOT_IN_A_JOURNEY.test(route))
        .map(([method, operation]) => ({
          service,
          method: method.toUpperCase(),
          route,
          roles: Object.keys(operation['x-access'] ?? {}),
        })),
    );
  });
}

const filled = (route: string): string =>
  route
    .replace('{importId}', ids['roster'] ?? '')
    .replace(/(?<=\/filings\/)\{id\}/, ids['filing'] ?? '')
    .replace(/(?<=\/plans\/)\{id\}/, ids['plan'] ?? '')
    .replace(/(?<=\/rolls\/)\{id\}/, ids['roll'] ?? '')
    .replace(/(?<=\/certificates\/)\{id\}/, ids['certificate'] ?? '');

async function refusalOf(person: Person, { service, method, route }: Operation): Promise<string> {
  const url = `/api/${service}${filled(route)}`;
  assert.ok(!url.includes('{'), `${url} is filled with real ids`);
  const body = BODIES[`${method} ${route}`];
  try {
    if (route.endsWith('/roster')) await person.upload(url, 'r.xls', new Uint8Array([1]));
    else if (method === 'GET') await person.download(url);
    else if (method === 'PUT') await person.put(url, body);
    else await person.post(url, body);
    return 'allowed';
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    assert.equal(error.status, 403, `${method} ${url}: ${error.message}`);
    return error.problem.type.replace('urn:jiangzheng:problem:', '');
  }
}

for (const [username, roles, expected] of [
  ['clerk.craft', ['agency-clerk'], 'access/foreign-organisation'],
  ['reviewer.craft', ['agency-reviewer'], 'access/foreign-organisation'],
  ['officer.mudanjiang', ['city-officer'], 'access/foreign-jurisdiction'],
] as const) {
  test(`${username} meets the wall at every endpoint of another organisation's filing, plan, roll and certificate`, async () => {
    const person = Person.account(own.system.urls.public, username, own.system.secrets.demoPassword);
    const reachable = operations().filter(
      (operation) => operation.route.includes('{') && operation.roles.some((role) => roles.includes(role as never)),
    );
    assert.ok(reachable.length >= 4);
    for (const operation of reachable) {
      assert.equal(await refusalOf(person, operation), expected, `${operation.method} ${operation.route}`);
    }
  });

  test(`${username} sees no row of another organisation in any list`, async () => {
    const person = Person.account(own.system.urls.public, username, own.system.secrets.demoPassword);
    for (const list of [
      'agency-filing/filings',
      'exam-scheduling/plans',
      'certificate-issuance/rolls',
      'certificate-issuance/certificates',
    ]) {
      assert.deepEqual(await person.get(`/api/${list}`), { items: [] }, list);
    }
  });
}

/** Runs `npm run audit -- verify` as an auditor would. */
async function verifyTrail(): Promise<{ code: number; text: string }> {
  const env = { ...process.env, DATABASE_URL: own.system.databaseUrl };
  const script = path.join(ROOT, 'deploy/local/audit.ts');
  return new Promise((resolve) => {
    execFile(process.execPath, [script, 'verify', 'exam-scheduling'], { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, text: stdout + stderr }),
    );
  });
}

test('the audit command finds a journey’s trail intact, and names a row that is altered, deleted or moved', async () => {
  const intact = await verifyTrail();
  assert.deepEqual([intact.code, /完好 intact/.test(intact.text)], [0, true], intact.text);
  const trail = 'exam_scheduling.audit';
  const tampered = async (position: number, ...sql: string[]): Promise<void> => {
    // A row not yet in the chain is left alone: it is linked meanwhile, and to put it back unlinked would break the chain.
    await own.query(`CREATE TABLE kept_trail AS SELECT * FROM ${trail} WHERE position IS NOT NULL`);
    for (const each of sql) await own.query(each);
    const { code, text } = await verifyTrail();
    await own.query(`DELETE FROM ${trail} a USING kept_trail k WHERE a.id = k.id`);
    await own.query(`INSERT INTO ${trail} SELECT * FROM kept_trail`);
    await own.query('DROP TABLE kept_trail');
    assert.equal(code, 1, text);
    assert.match(text, new RegExp(`第 ${position} 条`), text);
  };
  await tampered(5, `UPDATE ${trail} SET content = jsonb_set(content, '{actor}', '"nobody"') WHERE position = 5`);
  await tampered(6, `DELETE FROM ${trail} WHERE position = 6`);
  await tampered(
    7,
    `UPDATE ${trail} SET position = -1 WHERE position = 7`,
    `UPDATE ${trail} SET position = 7 WHERE position = 8`,
    `UPDATE ${trail} SET position = 8 WHERE position = -1`,
  );
  const again = await verifyTrail();
  assert.equal(again.code, 0, again.text);
});
