import { expect, test } from '@jest/globals';
import { hashPassword, isPassword } from './password.js';

test('hashes are argon2id with the parameters OWASP gives, and salted', async () => {
  const [one, two] = await Promise.all([hashPassword('a password'), hashPassword('a password')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(two).not.toBe(one);
  expect(await isPassword(one, 'a password')).toBe(true);
  expect(await isPassword(one, 'A password')).toBe(false);
});

test('a password longer than anyone types is refused', async () => {
  const passwordHash = await hashPassword('x'.repeat(300));
  expect(await isPassword(passwordHash, 'x'.repeat(300))).toBe(false);
});
