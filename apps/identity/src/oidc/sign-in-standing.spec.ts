import { expect, test } from '@jest/globals';
import { lackOf } from './sign-in-standing.js';

const demands = { needsSecondFactor: true, validFromS: 100 };

test.each([
  ['with both factors', { authTimeS: 100, amr: ['pwd', 'otp', 'mfa'] }, demands, undefined],
  ['with the password only', { authTimeS: 100, amr: ['pwd'] }, demands, 'second_factor_missing'],
  ['where nothing is known of the factors', { authTimeS: 100, amr: [] }, demands, 'second_factor_missing'],
  [
    'with the password only, where that is enough',
    { authTimeS: 100, amr: ['pwd'] },
    { ...demands, needsSecondFactor: false },
    undefined,
  ],
  ['of before the person was disabled', { authTimeS: 99, amr: ['pwd', 'mfa'] }, demands, 'overtaken'],
  ['of no known time', { authTimeS: undefined, amr: ['pwd', 'mfa'] }, demands, 'overtaken'],
])('a sign-in %s', (_what, facts, wanted, lack) => {
  expect(lackOf(facts, wanted)).toBe(lack);
});
