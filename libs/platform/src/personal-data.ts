import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_ID_LENGTH = 8;
const FORM = 'v1';

/** What a sealed value or a blind index is about; the two never match across purposes. */
export type PersonalDataPurpose = 'person' | 'name' | 'document' | 'phone' | 'answer' | 'paper' | 'secret';

/**
 * Encrypts personal data per column (AES-256-GCM, key id stored with the value) and makes keyed blind indexes
 * (HMAC-SHA-256) for exact look-up.
 */
export class PersonalDataVault {
  private readonly key: Buffer;
  private readonly indexKey: Buffer;
  private readonly keyId: string;

  /** @param dataKey @param indexKey 32 bytes each, base64 */
  constructor(dataKey: string, indexKey: string) {
    this.key = Buffer.from(dataKey, 'base64');
    this.indexKey = Buffer.from(indexKey, 'base64');
    if (this.key.length !== KEY_BYTES) throw new Error('PERSONAL_DATA_KEY must be 32 bytes in base64');
    if (this.indexKey.length !== KEY_BYTES) throw new Error('BLIND_INDEX_KEY must be 32 bytes in base64');
    this.keyId = createHash('sha256').update(this.key).digest('hex').slice(0, KEY_ID_LENGTH);
  }

  /** `v1.<key id>.<base64url of iv, ciphertext and tag>` */
  seal(purpose: PersonalDataPurpose, text: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv).setAAD(Buffer.from(purpose));
    const body = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${FORM}.${this.keyId}.${body.toString('base64url')}`;
  }

  /** @throws Error when the value was sealed with another key, for another purpose, or was altered */
  open(purpose: PersonalDataPurpose, sealed: string): string {
    const [form, keyId, body] = sealed.split('.');
    if (form !== FORM || keyId !== this.keyId || !body) throw new Error('personal data sealed with another key');
    const bytes = Buffer.from(body, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    })
      .setAAD(Buffer.from(purpose))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8');
  }

  /** Blind index of a value that the caller has normalised: 43 characters of base64url. */
  index(purpose: PersonalDataPurpose, value: string): string {
    return createHmac('sha256', this.indexKey).update(`${purpose}\0${value}`).digest('base64url');
  }
}
