import { expect, it } from '@jest/globals';
import { subsidyUntil } from './subsidy.js';

it.each([
  ['2026-12-01', '2027-12-01'],
  ['2027-02-28', '2028-02-28'],
  ['2028-02-29', '2029-02-28'],
  ['2017-01-01', '2018-01-01'],
  ['2016-12-31', ''],
])('a certificate of %s: the subsidy is claimed until %j', (issuedOn, until) => {
  expect(subsidyUntil(issuedOn)).toBe(until);
});
