import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomFillSync } from 'node:crypto';
import type { Indexer, PersonalDataPurpose, Sealer, Suite } from './suite.js';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

const POOL_IVS = 1_024;
const pool = Buffer.alloc(POOL_IVS * IV_BYTES);
let drawn = POOL_IVS;

/** Random bytes for one value, never given twice; drawn a thousand at a time, since a draw costs as much as the cipher. */
function drawIv(): Buffer {
  if (drawn === POOL_IVS) {
    randomFillSync(pool);
    drawn = 0;
  }
  const iv = Buffer.from(pool.subarray(drawn * IV_BYTES, (drawn + 1) * IV_BYTES));
  drawn += 1;
  return iv;
}

const purposes = new Map<string, Buffer>();

function bytesOf(purpose: PersonalDataPurpose): Buffer {
  let bytes = purposes.get(purpose);
  if (!bytes) purposes.set(purpose, (bytes = Buffer.from(purpose)));
  return bytes;
}

function sealerOf(bytes: Buffer): Sealer {
  const key = createSecretKey(bytes);
  return {
    seal: (purpose, text) => {
      const iv = drawIv();
      const cipher = createCipheriv(CIPHER, key, iv).setAAD(bytesOf(purpose));
      return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    open: (purpose, body) => {
      const decipher = createDecipheriv(CIPHER, key, body.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
        .setAAD(bytesOf(purpose))
        .setAuthTag(body.subarray(-TAG_BYTES));
      const text = decipher.update(body.subarray(IV_BYTES, -TAG_BYTES));
      // Throws when the tag is not the one of the text; of this cipher nothing is left to come.
      decipher.final();
      return text.toString('utf8');
    },
  };
}

function indexerOf(bytes: Buffer): Indexer {
  const key = createSecretKey(bytes);
  return (purpose, value) => createHmac('sha256', key).update(`${purpose}\0${value}`).digest('base64url');
}

/** AES-256-GCM with the purpose as associated data: iv, ciphertext, tag. Index: HMAC-SHA-256. */
export const international: Suite = { sealerOf, indexerOf };
