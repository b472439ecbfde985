import { describe, expect, it } from '@jest/globals';
import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { sm3, sm4 } from 'sm-crypto-v2';
import { national } from './suite-national.js';
import { SUITES } from './suites.js';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

describe('the algorithms of node:crypto give the published values', () => {
  it('AES-256-GCM: test case 16 of McGrew and Viega, in the NIST submission of GCM', () => {
    const key = hex('feffe9928665731c6d6a8f9467308308'.repeat(2));
    const cipher = createCipheriv('aes-256-gcm', key, hex('cafebabefacedbaddecaf888'));
    cipher.setAAD(hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'));
    const plain =
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39';
    expect(cipher.update(plain, 'hex', 'hex') + cipher.final('hex')).toBe(
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662',
    );
    expect(cipher.getAuthTag().toString('hex')).toBe('76fc6ece0f4e1768cddf8853bb2d551b');
  });

  it.each([
    ['0b'.repeat(20), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
    ['4a656665', 'what do ya want for nothing?', '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
  ])('HMAC-SHA-256: RFC 4231, key %s', (key, text, mac) => {
    expect(createHmac('sha256', hex(key)).update(text).digest('hex')).toBe(mac);
  });

  it('SM4: GB/T 32907-2016, example 1', () => {
    const block = '0123456789abcdeffedcba9876543210';
    const cipher = createCipheriv('sm4-ecb', hex(block), null).setAutoPadding(false);
    expect(cipher.update(block, 'hex', 'hex') + cipher.final('hex')).toBe('681edf34d206965e86b3e94f536e4246');
  });

  it('SM4-CTR: draft-ribose-cfrg-sm4-10, A.2.5.1', () => {
    const key = hex('0123456789abcdeffedcba9876543210');
    const cipher = createCipheriv('sm4-ctr', key, hex('000102030405060708090a0b0c0d0e0f'));
    const plain = ['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'aa', 'bb'].map((byte) => byte.repeat(8)).join('');
    expect(cipher.update(plain, 'hex', 'hex') + cipher.final('hex')).toBe(
      'ac3236cb970cc20791364c395a1342d1a3cbc1878c6f30cd074cce385cdd70c7' +
        'f234bc0e24c11980fd1286310ce37b926e02fcd0faa0baf38b2933851d824514',
    );
  });

  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('SM3: GB/T 32905-2016, %s', (text, digest) => {
    expect(createHash('sm3').update(text).digest('hex')).toBe(digest);
  });

  it.each([
    [
      '0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20',
      Buffer.from('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2)).toString('hex'),
      'ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a',
    ],
    [
      '0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425',
      'cd'.repeat(50),
      '220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae',
    ],
  ])('HMAC-SM3: GM/T 0042-2015, D.3, key %s', (key, text, mac) => {
    expect(createHmac('sm3', hex(key)).update(hex(text)).digest('hex')).toBe(mac);
  });
});

describe('the national suite, read by another implementation of SM3 and SM4', () => {
  const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
  const hmac = (key: Uint8Array, message: Uint8Array): string =>
    sm3(message, { mode: 'hmac', key: Buffer.from(key).toString('hex') });
  const long = (length: number): Buffer => {
    const buffer = Buffer.alloc(8);
    buffer.writeBigUInt64BE(BigInt(length));
    return buffer;
  };
  /** Counter mode, built from single blocks. */
  const keystream = (key: string, iv: Buffer, length: number): Buffer => {
    const first = BigInt(`0x${iv.toString('hex')}`);
    const blocks = Array.from({ length: Math.ceil(length / 16) }, (_, at) => {
      const counter = BigInt.asUintN(128, first + BigInt(at))
        .toString(16)
        .padStart(32, '0');
      return hex(sm4.encrypt(hex(counter), key, { padding: 'none' }));
    });
    return Buffer.concat(blocks);
  };

  it('is SM4-CTR under the derived key, then HMAC-SM3 over purpose, iv and ciphertext with their lengths', () => {
    fc.assert(
      fc.property(bytes, fc.string({ unit: 'binary', minLength: 1 }), (key, text) => {
        const body = national.sealerOf(Buffer.from(key)).seal('person', text);
        const [iv, ciphertext] = [body.subarray(0, 16), body.subarray(16, -32)];
        const macKey = hex(hmac(key, Buffer.from('jiangzheng national v1 authentication')));
        const parts = [Buffer.from('person'), iv, ciphertext].flatMap((part) => [long(part.length), part]);
        expect(body.subarray(-32).toString('hex')).toBe(hmac(macKey, Buffer.concat(parts)));
        const cipherKey = hmac(key, Buffer.from('jiangzheng national v1 encryption')).slice(0, 32);
        const stream = keystream(cipherKey, iv, ciphertext.length);
        expect(Buffer.from(ciphertext.map((byte, at) => byte ^ (stream[at] ?? 0))).toString('utf8')).toBe(
          Buffer.from(text, 'utf8').toString('utf8'),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('indexes with HMAC-SM3', () => {
    const key = randomBytes(32);
    expect(hex(hmac(key, Buffer.from('name\0张三'))).toString('base64url')).toBe(
      national.indexerOf(key)('name', '张三'),
    );
  });
});

describe('two suites', () => {
  it('never open each other’s values, even with the same key', () => {
    const key = randomBytes(32);
    const [one, other] = [SUITES.international.sealerOf(key), SUITES.national.sealerOf(key)];
    expect(() => other.open('name', one.seal('name', '张三'.repeat(20)))).toThrow();
    expect(() => one.open('name', other.seal('name', '张三'.repeat(20)))).toThrow();
  });
});
