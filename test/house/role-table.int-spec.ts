import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ROLES } from '@app/platform';
import { startTestService, type TestService } from '@app/testing';
import { service as identity } from '../../apps/identity/src/service-definition.js';

interface Row {
  code: string;
  zh: string;
  en: string;
  needs_second_factor: boolean;
  granted_by: string;
  is_exclusive: boolean;
}

let service: TestService;
let rows: Row[];

beforeAll(async () => {
  service = await startTestService(identity);
  rows = await service.dataSource.query<Row[]>('SELECT * FROM role');
});
afterAll(() => service.stop());

const codesWith = (test: (row: Row) => boolean): string[] =>
  rows
    .filter(test)
    .map(({ code }) => code)
    .sort();

it('the-table-of-roles-has-the-roles-that-the-services-know', () => {
  expect(codesWith(() => true)).toEqual([...ROLES].sort());
  expect(rows.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || !/[a-z]/.test(en))).toEqual([]);
});

it('who-decides-for-others-or-sees-all-needs-a-second-factor', () => {
  expect(codesWith((row) => row.needs_second_factor)).toEqual([
    'agency-admin',
    'auditor',
    'city-officer',
    'item-author',
    'item-reviewer',
    'province-officer',
  ]);
});

it('administrators-give-the-roles-of-their-own-body-only, and-an-auditor-holds-no-other', () => {
  expect(codesWith((row) => row.granted_by === 'organisation-admin')).toEqual([
    'agency-admin',
    'agency-clerk',
    'agency-reviewer',
    'examiner',
  ]);
  expect(codesWith((row) => row.is_exclusive)).toEqual(['auditor']);
});
