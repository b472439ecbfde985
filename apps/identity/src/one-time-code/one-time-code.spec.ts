import { expect, test } from '@jest/globals';
import { newOneTimeCode, oneTimeCodeDigest } from './one-time-code.js';

test('a code is random, and its digest does not show it', () => {
  const [one, two] = [newOneTimeCode(), newOneTimeCode()];
  expect(one).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
  expect(one).not.toBe(two);
  expect(oneTimeCodeDigest(one)).toMatch(/^[\w-]{43}$/);
  expect(oneTimeCodeDigest(one)).not.toBe(oneTimeCodeDigest(two));
});

test('how a code is typed does not matter', () => {
  const digest = oneTimeCodeDigest('01AB-01AB-01AB-01AB-01AB-01AB-01AB');
  expect(digest).toMatch(/^[\w-]{43}$/);
  expect(oneTimeCodeDigest('olab olab  olabOIAB-oiab-01ab-01AB')).toBe(digest);
  expect(oneTimeCodeDigest(' ０１ＡＢ-01AB-01AB-01AB-01AB-01AB-01AB ')).toBe(digest);
});

test.each(['', '123456', 'UUUU-01AB-01AB-01AB-01AB-01AB-01AB'])('%s is no code', (typed) => {
  expect(oneTimeCodeDigest(typed)).toBeUndefined();
});
