import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  decodeCoseSign1,
  decodePaperPayload,
  paperKeySet,
  paperText,
  paperToken,
  verifyPaperText,
} from '@app/credential';
import { PersonalDataVault } from '@app/platform';
import { startTestService, type TestService } from '@app/testing';
import { city, craftClerk, northClerk, otherCity, province, Reporter, SITE_CODE } from '../../test/reporter.js';
import { service } from '../service-definition.js';
import { allocateSerials } from '../number/number-series.repository.js';

const BATCH_ISSUED = 'certificate-issuance.certificate-batch.issued.v1';
const serialOf = (number: string): number => Number(number.slice(16));
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

interface SealedRow {
  id: string;
  number: string;
  paper_sealed: string;
  token_sha256: string;
  batch_id: string;
  batch_offset: number;
}

describe('certificates on real parts', () => {
  let issuance: TestService;
  let reporter: Reporter;

  beforeAll(async () => {
    issuance = await startTestService(service);
    issuance.setNow('2026-12-01T02:00:00Z');
    reporter = await Reporter.withFiling(issuance);
  });
  afterAll(async () => {
    await issuance.stop();
  });

  const get = (path: string, as: object = northClerk) => issuance.request('GET', path, { as });
  const issue = (rollId: string) => issuance.request('POST', `/rolls/${rollId}/issue`, { as: province });
  const reportedRoll = async (people: number) => {
    const roll = await reporter.plannedRoll();
    const persons = reporter.people(people);
    await reporter.report(roll, 1, persons);
    return { ...roll, persons };
  };
  const numbersOf = async (year: string): Promise<string[]> => {
    const rows: { number: string }[] = await issuance.dataSource.query(
      'SELECT number FROM certificate WHERE substr(number, 14, 2) = $1 ORDER BY number',
      [year],
    );
    return rows.map((row) => row.number);
  };
  const sealedRow = async (rollId: string): Promise<SealedRow> => {
    const rows: SealedRow[] = await issuance.dataSource.query('SELECT * FROM certificate WHERE roll_id = $1', [rollId]);
    return rows[0]!;
  };

  it('an-issue-that-fails-after-numbering: no number is burned, nobody is noted as holder, and it can be done again', async () => {
    issuance.setNow('2027-03-01T02:00:00Z');
    const roll = await reportedRoll(3);
    const query = issuance.dataSource.query.bind(issuance.dataSource);
    const [kept]: { holder_sealed: string }[] = await query(
      'SELECT holder_sealed FROM result_row WHERE roll_id = $1 AND position = 2',
      [roll.rollId],
    );
    const setHolder = (sealed: string) =>
      query('UPDATE result_row SET holder_sealed = $2 WHERE roll_id = $1 AND position = 2', [roll.rollId, sealed]);
    await setHolder('v1.broken');
    const failed = await issue(roll.rollId);
    expect([failed.status, failed.body.type]).toEqual([500, 'urn:jiangzheng:problem:service/internal']);
    const left = await query(`SELECT (SELECT count(*) FROM number_series WHERE year = 2027)::int AS series,
      (SELECT count(*) FROM holding)::int AS holdings, (SELECT state FROM result_roll WHERE id = '${roll.rollId}') AS state`);
    expect(left).toEqual([{ series: 0, holdings: 0, state: 'received' }]);
    expect(await issuance.told(BATCH_ISSUED)).toEqual([]);
    await setHolder(kept!.holder_sealed);
    expect((await issue(roll.rollId)).body.counts.issued).toBe(3);
    expect((await numbersOf('27')).map(serialOf)).toEqual([1, 2, 3]);
  });

  it('twenty-rolls-at-once-with-rollbacks-between: serials run from 1 without a duplicate and without a gap', async () => {
    issuance.setNow('2028-03-01T02:00:00Z');
    const sizes = upTo(20).map((index) => 1 + ((index * 7) % 11));
    const rolls = [];
    for (const size of sizes) rolls.push(await reportedRoll(size));
    const rolledBack = upTo(20).map((count) =>
      issuance.dataSource.transaction(async (tx) => {
        await allocateSerials(tx, { siteCode: SITE_CODE, year: 2028, level: '3' }, count);
        throw new Error('rolled back');
      }),
    );
    const [answers, failures] = await Promise.all([
      Promise.all(rolls.map((roll) => issue(roll.rollId))),
      Promise.allSettled(rolledBack),
    ]);
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(new Set(failures.map((failure) => failure.status))).toEqual(new Set(['rejected']));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect((await numbersOf('28')).map(serialOf)).toEqual(upTo(total));
  });

  it('the-year-of-issue-counts-in-China: New Year’s Eve 16:00 UTC starts the next series', async () => {
    issuance.setNow('2029-12-31T15:59:00Z');
    const old = await reportedRoll(1);
    await issue(old.rollId);
    issuance.setNow('2029-12-31T16:01:00Z');
    const fresh = await reportedRoll(1);
    await issue(fresh.rollId);
    expect([...(await numbersOf('29')), ...(await numbersOf('30'))]).toEqual([
      `${SITE_CODE}293000001`,
      `${SITE_CODE}303000001`,
    ]);
  });

  it('the-paper-credential-verifies-with-the-published-key, and digests match what is told', async () => {
    const roll = await reportedRoll(1);
    await issue(roll.rollId);
    const row = await sealedRow(roll.rollId);
    const vault = issuance.get<PersonalDataVault>(PersonalDataVault);
    const { body } = await issuance.request('GET', '/keys');
    expect(body.keys).toHaveLength(2);
    const jwk = body.keys.find((key: { state: string }) => key.state === 'active');
    expect(Object.keys(jwk)).not.toContain('d');
    const issuer = { organisationId: 'org-north', name: '' };
    const keys = await paperKeySet([{ jwk, issuer, numberPrefixes: [SITE_CODE] }]);
    const cose = Buffer.from(vault.open('person', row.paper_sealed), 'base64url');
    const { claims } = await verifyPaperText(paperText(cose), keys);
    expect(claims).toMatchObject({ holderName: roll.persons[0]!.name, certificateNumber: row.number });
    const told = (await issuance.told(BATCH_ISSUED)).find((each) => each.aggregateId === row.batch_id);
    const hash = (data: Uint8Array) => createHash('sha256').update(data).digest();
    const token = paperToken(claims.salt, hash);
    expect(token).toMatch(/^[\w-]{22}$/);
    expect(told?.data).toMatchObject({
      rollId: roll.rollId,
      basis: 'assessment',
      subsidyUntil: '2031-01-01',
      certificates: [
        {
          certificateNumber: row.number,
          tokenSha256: createHash('sha256').update(token).digest('hex'),
          documentIndex: vault.index('document', roll.persons[0]!.documentNumber),
          nameIndex: vault.index('name', roll.persons[0]!.name),
          version: 1,
          statusList: 1,
        },
      ],
    });
  });

  it('a-page-for-print: whole and but for the signature the same twice, and neither token nor person stands in clear anywhere else', async () => {
    const roll = await reportedRoll(1);
    await issue(roll.rollId);
    const { id, number, paper_sealed: sealed } = await sealedRow(roll.rollId);
    const pages = await Promise.all([get(`/certificates/${id}/pdf`), get(`/certificates/${id}/pdf`, city)]);
    expect(pages.map((page) => [page.status, page.headers.get('content-type')])).toEqual([
      [200, 'application/pdf'],
      [200, 'application/pdf'],
    ]);
    const content = ({ body }: { body: unknown }): string =>
      (body as Buffer).toString('latin1').replace(/\/Contents <[0-9a-fA-F]+>|\/M \([^)]*\)/g, '');
    expect(content(pages[0])).toBe(content(pages[1]));
    expect(pages[0].headers.get('cache-control')).toContain('no-store');
    expect(pages[0].headers.get('content-disposition')).toBe(`inline; filename="certificate-${number}.pdf"`);
    const cose = Buffer.from(issuance.get<PersonalDataVault>(PersonalDataVault).open('person', sealed), 'base64url');
    const { salt } = decodePaperPayload(decodeCoseSign1(cose).payload);
    const token = paperToken(salt, (data) => createHash('sha256').update(data).digest());
    const views = await Promise.all([get(`/certificates/${id}`), get('/certificates?limit=200')]);
    const tables: { name: string }[] = await issuance.dataSource.query(
      `SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = current_schema()`,
    );
    const dump = await Promise.all(
      tables.map(({ name }) => issuance.dataSource.query(`SELECT t::text FROM ${name} AS t`)),
    );
    const everything = JSON.stringify([dump, views.map((view) => view.body)]);
    expect(everything).toContain(number);
    const { name, documentNumber } = roll.persons[0]!;
    expect([token, name, documentNumber].filter((secret) => everything.includes(secret))).toEqual([]);
  });

  it('foreign-organisation, foreign-city, no-token: no certificate and no page; lists show only what is one’s own', async () => {
    const roll = await reportedRoll(2);
    await issue(roll.rollId);
    const { id } = await sealedRow(roll.rollId);
    const answers = await Promise.all([
      get(`/certificates/${id}`, craftClerk),
      get(`/certificates/${id}/pdf`, craftClerk),
      get(`/certificates/${id}/pdf`, otherCity),
      issuance.request('GET', `/certificates/${id}/pdf`),
      get(`/certificates/${id}/pdf`, { subject: 'c', organisationId: 'org-north', roles: ['candidate'] }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.type.split(':').at(-1)])).toEqual([
      [403, 'access/foreign-organisation'],
      [403, 'access/foreign-organisation'],
      [403, 'access/foreign-jurisdiction'],
      [401, 'access/unauthenticated'],
      [403, 'access/role'],
    ]);
    const countFor = async (as: object, query = '') =>
      (await get(`/certificates?limit=200${query}`, as)).body.items.length as number;
    expect([await countFor(craftClerk), await countFor(otherCity)]).toEqual([0, 0]);
    expect(await countFor(northClerk, `&rollId=${roll.rollId}`)).toBe(2);
    expect(await countFor(city)).toBe(await countFor(province));
  });
});
