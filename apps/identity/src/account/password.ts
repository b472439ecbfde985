import { hash, verify } from '@node-rs/argon2';
import { isTooLong, normalPassword } from './password-rules.js';

/** OWASP Password Storage Cheat Sheet, argon2id (the library's default): 19 MiB, two passes, one lane. */
const OWASP_COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(password: string): Promise<string> {
  return hash(normalPassword(password), OWASP_COST);
}

/** Takes the same time whether or not the password is right. Longer ones than anyone may have are not looked at. */
export async function isPassword(passwordHash: string, password: string): Promise<boolean> {
  const isUsable = !isTooLong(password);
  const matches = await verify(passwordHash, isUsable ? normalPassword(password) : '');
  return isUsable && matches;
}
