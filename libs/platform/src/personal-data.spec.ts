import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { PersonalDataVault, type PersonalDataPurpose } from './personal-data.js';

const key = (): string => randomBytes(32).toString('base64');
const vault = new PersonalDataVault(key(), key());
const PURPOSES: PersonalDataPurpose[] = ['person', 'name', 'document', 'phone', 'answer', 'paper', 'secret'];
const purpose = fc.constantFrom(...PURPOSES);
const text = fc.string({ unit: 'binary' });

describe('sealed personal data', () => {
  it('opens to what was sealed, whatever the text', () => {
    fc.assert(
      fc.property(purpose, text, (about, value) => {
        expect(vault.open(about, vault.seal(about, value))).toBe(value);
      }),
    );
  });

  it('shows nothing of the text and its own form only', () => {
    const sealed = vault.seal('document', '230103199001011234');
    expect(sealed).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]+$/);
    expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('230103');
  });

  it('is never the same twice, so that equal values do not show', () => {
    const seals = Array.from({ length: 100 }, () => vault.seal('name', '张三'));
    expect(new Set(seals).size).toBe(100);
  });

  it('does not open for another purpose', () => {
    for (const sealedFor of PURPOSES) {
      const sealed = vault.seal(sealedFor, 'x');
      for (const other of PURPOSES.filter((each) => each !== sealedFor)) {
        expect(() => vault.open(other, sealed)).toThrow();
      }
    }
  });

  it('does not open when any byte of it was altered or cut off', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 1, max: 255 }), (value, at, flip) => {
        const [form, keyId, body] = vault.seal('person', value).split('.');
        const bytes = Buffer.from(body ?? '', 'base64url');
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ flip;
        expect(() => vault.open('person', `${form}.${keyId}.${bytes.toString('base64url')}`)).toThrow();
        const cut = bytes.subarray(0, index).toString('base64url');
        expect(() => vault.open('person', `${form}.${keyId}.${cut}`)).toThrow();
      }),
    );
  });

  it('does not open with a tag shorter than 16 bytes, which could be guessed', () => {
    const [form, keyId, body] = vault.seal('name', '').split('.');
    for (const bytes of [4, 8, 12, 15]) {
      const cut = Buffer.from(body ?? '', 'base64url')
        .subarray(0, bytes)
        .toString('base64url');
      expect(() => vault.open('name', `${form}.${keyId}.${cut}`)).toThrow(/tag/);
    }
  });

  it('does not open with another key, and says so without the text', () => {
    const other = new PersonalDataVault(key(), key());
    const sealed = vault.seal('name', '张三');
    expect(() => other.open('name', sealed)).toThrow('personal data sealed with another key');
    const [, keyId] = other.seal('name', '李四').split('.');
    const [form, , body] = sealed.split('.');
    expect(() => other.open('name', `${form}.${keyId}.${body}`)).toThrow();
  });

  it('does not open what was never sealed', () => {
    for (const value of ['', '张三', 'v1', 'v1..', 'v2.00000000.AAAA']) {
      expect(() => vault.open('name', value)).toThrow();
    }
  });

  it('needs keys of 32 bytes and names the one that is not', () => {
    const short = randomBytes(31).toString('base64');
    expect(() => new PersonalDataVault(short, key())).toThrow(/^PERSONAL_DATA_KEY must be 32 bytes in base64$/);
    expect(() => new PersonalDataVault(key(), short)).toThrow(/^BLIND_INDEX_KEY must be 32 bytes in base64$/);
  });
});

describe('a blind index', () => {
  it('is the same for the same value, in every process with the same key', () => {
    const indexKey = key();
    const [here, there] = [new PersonalDataVault(key(), indexKey), new PersonalDataVault(key(), indexKey)];
    fc.assert(
      fc.property(purpose, text, (about, value) => {
        expect(here.index(about, value)).toMatch(/^[\w-]{43}$/);
        expect(there.index(about, value)).toBe(here.index(about, value));
      }),
    );
  });

  it('differs by value, by purpose and by key', () => {
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 2 }), (values) => {
        const indexes = values.flatMap((value) => PURPOSES.map((about) => vault.index(about, value)));
        expect(new Set(indexes).size).toBe(values.length * PURPOSES.length);
      }),
    );
    expect(new PersonalDataVault(key(), key()).index('name', '张三')).not.toBe(vault.index('name', '张三'));
  });
});
