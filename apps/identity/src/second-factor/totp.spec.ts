import { expect, test } from '@jest/globals';
import { enrolmentUri, inGroups, newTotpSecret, stepOf } from './totp.js';

/** RFC 6238, appendix B: the secret `12345678901234567890` with SHA-1, cut to six digits. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %d s the code of RFC 6238 is %s', (seconds, code) => {
  expect(stepOf(RFC_SECRET, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
});

test('a code is good one step early and one step late, and then no more', () => {
  const at = (seconds: number): number | undefined => stepOf(RFC_SECRET, '050471', seconds * 1000);
  const step = Math.floor(1_111_111_111 / 30);
  expect([at(step * 30 - 30), at(step * 30), at(step * 30 + 59)]).toEqual([step, step, step]);
  expect([at(step * 30 - 31), at(step * 30 + 60)]).toEqual([undefined, undefined]);
});

test('blanks and full-width digits are what people type; anything else is no code', () => {
  expect(stepOf(RFC_SECRET, ' ２８７ 082 ', 59_000)).toBe(1);
  for (const typed of ['', '28708', '2870821', 'abcdef', '287082;']) {
    expect(stepOf(RFC_SECRET, typed, 59_000)).toBeUndefined();
  }
});

test('a new secret has 160 bits and is written in groups', () => {
  const secret = newTotpSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(secret).not.toBe(newTotpSecret());
  expect(inGroups(secret)).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  expect(enrolmentUri(secret, 'li.ming')).toContain(`secret=${secret}`);
});
