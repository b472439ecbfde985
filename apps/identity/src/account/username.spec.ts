import { expect, test } from '@jest/globals';
import { normalUsername } from './username.js';

test.each([
  ['clerk.north', 'clerk.north'],
  ['  Clerk.North ', 'clerk.north'],
  ['ｃｌｅｒｋ．ｎｏｒｔｈ', 'clerk.north'],
])('%s is the account %s', (typed, username) => {
  expect(normalUsername(typed)).toBe(username);
});

test.each(['', 'a', '.hidden', 'two words', 'x'.repeat(65), '张三', "'; DROP"])('%s is no username', (typed) => {
  expect(normalUsername(typed)).toBeUndefined();
});
