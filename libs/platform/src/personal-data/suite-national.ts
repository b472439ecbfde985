import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import type { Indexer, PersonalDataPurpose, Sealer, Suite } from './suite.js';

const CIPHER = 'sm4-ctr';
const HASH = 'sm3';
const SM4_KEY_BYTES = 16;
const IV_BYTES = 16;
const TAG_BYTES = 32;
const LENGTH_BYTES = 8;
const ENCRYPTION = 'jiangzheng national v1 encryption';
const AUTHENTICATION = 'jiangzheng national v1 authentication';

const derive = (key: Buffer, label: string): Buffer => createHmac(HASH, key).update(label).digest();

/** Every part is preceded by its length, so that no two triples give the same input. */
function tagOf(key: KeyObject, purpose: PersonalDataPurpose, iv: Buffer, ciphertext: Buffer): Buffer {
  const mac = createHmac(HASH, key);
  for (const part of [Buffer.from(purpose), iv, ciphertext]) {
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeBigUInt64BE(BigInt(part.length));
    mac.update(length).update(part);
  }
  return mac.digest();
}

function sealerOf(bytes: Buffer): Sealer {
  const cipherKey = createSecretKey(derive(bytes, ENCRYPTION).subarray(0, SM4_KEY_BYTES));
  const macKey = createSecretKey(derive(bytes, AUTHENTICATION));
  return {
    seal: (purpose, text) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, cipherKey, iv);
      const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, ciphertext, tagOf(macKey, purpose, iv, ciphertext)]);
    },
    open: (purpose, body) => {
      if (body.length < IV_BYTES + TAG_BYTES) throw new Error('sealed personal data is too short to hold iv and tag');
      const [iv, ciphertext] = [body.subarray(0, IV_BYTES), body.subarray(IV_BYTES, -TAG_BYTES)];
      if (!timingSafeEqual(tagOf(macKey, purpose, iv, ciphertext), body.subarray(-TAG_BYTES))) {
        throw new Error('sealed personal data does not match its tag');
      }
      const decipher = createDecipheriv(CIPHER, cipherKey, iv);
      return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
    },
  };
}

function indexerOf(bytes: Buffer): Indexer {
  const key = createSecretKey(bytes);
  return (purpose, value) => createHmac(HASH, key).update(`${purpose}\0${value}`).digest('base64url');
}

/**
 * SM4-CTR, then HMAC-SM3 over purpose, iv and ciphertext, with two keys derived from one: iv, ciphertext, tag. OpenSSL
 * has no SM4-GCM in the releases that Node carries. Index: HMAC-SM3.
 */
export const national: Suite = { sealerOf, indexerOf };
