import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PersonalDataVault } from '@app/platform';
import { startTestService, type TestService } from '@app/testing';
import { AccountDesk } from '../account/account-desk.js';
import { AccountService } from '../account/account.service.js';
import { service as identity } from '../service-definition.js';

const PASSWORD = 'a sentence that is long enough';

interface Row {
  kind: string;
  action: string;
  actor: string;
  object: string;
  persons: string[];
  outcome: string;
}

let service: TestService;
let desk: AccountDesk;
let admin: string;
let clerk: string;

const idOf = async (username: string): Promise<string> => {
  const [row] = await service.dataSource.query<{ id: string }[]>('SELECT id FROM account WHERE username = $1', [
    username,
  ]);
  return row?.id ?? '';
};

beforeAll(async () => {
  service = await startTestService(identity);
  desk = new AccountDesk(service.dataSource, service.get(PersonalDataVault));
  await desk.putOrganisation('org-own', '某焊接公司', 'employer', '230100');
  for (const [username, role] of [
    ['the.admin', 'agency-admin'],
    ['the.clerk', 'agency-clerk'],
  ] as const) {
    const account = {
      username,
      displayName: '韩晓梅',
      organisationId: 'org-own',
      roles: [role],
      jurisdiction: '230100',
    };
    await desk.addAccount(account, PASSWORD);
  }
  [admin, clerk] = [await idOf('the.admin'), await idOf('the.clerk')];
});
afterAll(() => service.stop());

/** What the work left in the trail. */
async function trailOf(work: () => Promise<unknown>): Promise<Row[]> {
  const [last] = await service.dataSource.query<{ id: string | null }[]>('SELECT max(id::text) AS id FROM audit');
  await work();
  const rows = await service.dataSource.query<{ content: Row }[]>(
    'SELECT content FROM audit WHERE id::text > $1 ORDER BY id',
    [last?.id ?? ''],
  );
  return rows.map(({ content }) => content);
}

const as = (): object => ({
  subject: admin,
  organisationId: 'org-own',
  roles: ['agency-admin'],
  jurisdiction: '230100',
});

test('a change by an administrator leaves one row, which names who and whom', async () => {
  for (const [action, work] of [
    ['person.disabled', () => service.request('POST', `/people/${clerk}/disable`, { as: as() })],
    ['person.enabled', () => service.request('POST', `/people/${clerk}/enable`, { as: as() })],
    [
      'person.roles-changed',
      () => service.request('PUT', `/people/${clerk}/roles`, { as: as(), json: { roles: ['agency-reviewer'] } }),
    ],
  ] as const) {
    const object = `account/${clerk}`;
    const row = { kind: 'change', action, actor: admin, object, persons: [object], outcome: 'done' };
    expect(await trailOf(work)).toEqual([expect.objectContaining(row)]);
  }
});

test('the list is a look at everyone who is on it', async () => {
  const rows = await trailOf(() => service.request('GET', '/people', { as: as() }));
  expect(rows).toEqual([expect.objectContaining({ kind: 'look', actor: admin })]);
  expect(rows[0]?.persons.toSorted()).toEqual([`account/${admin}`, `account/${clerk}`].toSorted());
});

test('what the operator does at the command line is the operator’s', async () => {
  const rows = await trailOf(() => desk.disable('the.clerk'));
  expect(rows).toEqual([
    expect.objectContaining({ action: 'person.disabled', actor: 'operator', object: `account/${clerk}` }),
  ]);
});

test('a refused sign-in names the account, or the blind index of a name that has none, and never the name', async () => {
  const accounts = service.get<AccountService>(AccountService);
  const rows = await trailOf(async () => {
    await accounts.signIn('the.admin', 'not the password');
    await accounts.signIn('nobody.at-all', 'not the password');
    for (let guess = 0; guess < 7; guess += 1) await accounts.signIn('nobody.at-all', 'not the password');
  });
  expect(rows.slice(0, 2)).toEqual([
    expect.objectContaining({ kind: 'sign-in', action: 'sign-in.refused', actor: '', object: `account/${admin}` }),
    expect.objectContaining({ action: 'sign-in.refused', outcome: 'refused', persons: [] }),
  ]);
  expect(rows[1]?.object).toMatch(/^username\/[\w-]{43}$/);
  expect(rows.at(-1)).toMatchObject({ action: 'sign-in.blocked' });
  expect(JSON.stringify(rows)).not.toMatch(/nobody|the\.admin|韩晓梅/);
});
