import { hash, verify } from '@node-rs/argon2';

/** OWASP Password Storage Cheat Sheet, argon2id (the library's default): 19 MiB, two passes, one lane. */
const OWASP_COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Longer ones are refused unread: nobody types them, and hashing them costs us. */
const PASSWORD_BYTES_MAX = 256;

export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), OWASP_COST);
}

/** Takes the same time whether or not the password is right. */
export async function isPassword(passwordHash: string, password: string): Promise<boolean> {
  const isUsable = Buffer.byteLength(password) <= PASSWORD_BYTES_MAX;
  const matches = await verify(passwordHash, isUsable ? password.normalize('NFKC') : '');
  return isUsable && matches;
}
