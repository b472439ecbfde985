import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { encode, rfc8949EncodeOptions } from 'cborg';
import fc from 'fast-check';
import {
  assembleCoseSign1,
  decodeCbor,
  decodeCoseSign1,
  encodeCbor,
  encodeCoseSign1,
  prepareCoseSign1,
  verifyCoseSign1,
  type CborValue,
  type PublicJwk,
} from './index.js';

const fromHex = (hex: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(hex, 'hex'));
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();
const codeOf = async (work: () => unknown): Promise<string> =>
  Promise.resolve()
    .then(work)
    .then(
      () => 'taken',
      (error: { code: string }) => error.code,
    );

/** The key "11" of RFC 9052 Appendix C.7.1 and of github.com/cose-wg/Examples. */
const KEY_11: PublicJwk = {
  kty: 'EC',
  crv: 'P-256',
  x: 'usWxHK2PmfnHKwXPS54m0kTcGJ90UiglWiGahtagnv8',
  y: 'IBOL-C3BttVivg-lSreASjpkttcsz-1rb7btKLv8EX4',
};
const CONTENT = '546869732069732074686520636F6E74656E742E';
/** RFC 9052 Appendix C.2.1. */
const RFC9052_C21 =
  'D28443A10126A10442313154546869732069732074686520636F6E74656E742E58408EB33E4CA31D1C465AB05AAC34CC6B23D58FEF5C083106C4D25A91AEF0B0117E2AF9A291AA32E14AB834DC56ED2A223444547E01F11D3B0916E5A4C345CACB36';
/** github.com/cose-wg/Examples, ecdsa-examples/ecdsa-sig-01.json. */
const ECDSA_SIG_01 =
  'D28445A201260300A10442313154546869732069732074686520636F6E74656E742E5840EAE868ECC176883766C5DC5BA5B8DCA25DAB3C2E56A551CE5705B793914348E172727F48461FABBBA2E343492DDECAC3983686250BC68E9F1A7A07D41225B59F';
const ECDSA_SIG_01_TBS = '846A5369676E61747572653145A2012603004054546869732069732074686520636F6E74656E742E';
/** The same repository, sign1-tests/sign-pass-02.json (external data) and sign-fail-02.json (content changed). */
const SIGN_PASS_02 =
  'D28443A10126A10442313154546869732069732074686520636F6E74656E742E5840EAE868ECC176883766C5DC5BA5B8DCA25DAB3C2E56A551CE5705B793914348E155388B10C4F1B59A6733EAB416870A945111A4B2FBDBEF33A77234B1DEFF2F9B';
const SIGN_FAIL_02 =
  'D28443A10126A10442313154546869732069732074686520636F6E74656E742F5840EAE868ECC176883766C5DC5BA5B8DCA25DAB3C2E56A551CE5705B793914348E19F43D6C6BA654472DA301B645B293C9BA939295B97C4BDB847782BFF384C5794';

describe('COSE_Sign1', () => {
  it('verifies RFC 9052 C.2.1 and the examples of the COSE working group', async () => {
    const { payload, kid, kidIsProtected } = await verifyCoseSign1(fromHex(RFC9052_C21), KEY_11);
    expect([toHex(payload), toHex(kid ?? payload), kidIsProtected]).toEqual([CONTENT, '3131', false]);
    const decoded = await verifyCoseSign1(fromHex(ECDSA_SIG_01), KEY_11);
    expect(toHex(decoded.toBeSigned)).toBe(ECDSA_SIG_01_TBS);
    const external = fromHex('11aa22bb33cc44dd55006699');
    await verifyCoseSign1(fromHex(SIGN_PASS_02), KEY_11, external);
    expect(await codeOf(() => verifyCoseSign1(fromHex(SIGN_PASS_02), KEY_11))).toBe('credential/signature');
    expect(await codeOf(() => verifyCoseSign1(fromHex(SIGN_FAIL_02), KEY_11))).toBe('credential/signature');
  });

  it('signs in the caller by node:crypto, synchronously, to the same form as by a promise', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwk = publicKey.export({ format: 'jwk' }) as unknown as PublicJwk;
    const signNow = (bytes: Uint8Array): Uint8Array =>
      sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' });
    const kid = new Uint8Array(8).fill(7);
    const payload = fromHex(CONTENT);
    const unsigned = prepareCoseSign1(payload, kid);
    const now = assembleCoseSign1(unsigned, signNow(unsigned.toBeSigned));
    const later = await encodeCoseSign1(payload, { kid }, (bytes) => Promise.resolve(signNow(bytes)));
    const head = 'D2844DA20126044807070707070707 07A054'.replace(' ', '');
    for (const message of [now, later]) {
      expect(toHex(message).startsWith(head + CONTENT + '5840')).toBe(true);
      expect((await verifyCoseSign1(message, jwk)).kidIsProtected).toBe(true);
    }
    expect(await codeOf(() => verifyCoseSign1(now, KEY_11))).toBe('credential/signature');
    expect(() => assembleCoseSign1(unsigned, new Uint8Array(63))).toThrow('64 bytes');
  });

  it('refuses every other form of the same message', async () => {
    const body = RFC9052_C21.slice(2);
    const messages = {
      untagged: body,
      'tag in two bytes': `D812${body}`,
      'another tag': `D1${body}`,
      'bytes after it': `${RFC9052_C21}00`,
      'cut short': RFC9052_C21.slice(0, -2),
      'indefinite array': `D29F${body.slice(2)}FF`,
      'long length': RFC9052_C21.replace('43A10126', '5803A10126'),
      'five members': `D285${body.slice(2)}00`,
      'key id twice': RFC9052_C21.replace('A104423131', 'A204423131044231 31'.replace(' ', '')),
      'a nest': `D28443A10126A1044231 3184${'81'.repeat(900)}00`.replaceAll(' ', ''),
      'too big': `D28443A10126A1044231315A00002000${'00'.repeat(8192)}5840${'00'.repeat(64)}`,
      empty: '',
    };
    for (const [what, hex] of Object.entries(messages)) {
      expect([what, await codeOf(() => decodeCoseSign1(fromHex(hex)))]).toEqual([what, 'credential/malformed']);
    }
  });

  it('takes no algorithm and no header it does not know', async () => {
    const message = (header: Map<number, CborValue>, outer = new Map<number, CborValue>()): Uint8Array => {
      const body = encodeCbor([encodeCbor(header), outer, fromHex(CONTENT), new Uint8Array(64)]);
      return Uint8Array.of(0xd2, ...body);
    };
    const cases: [Map<number, CborValue>, Map<number, CborValue>?][] = [
      [new Map<number, CborValue>([[1, -8]])],
      [new Map<number, CborValue>([[4, new Uint8Array(8)]])],
      [new Map<number, CborValue>([[1, -7], [2, [99]], [99, 1]])], // prettier-ignore
      [new Map<number, CborValue>([[1, -7]]), new Map<number, CborValue>([[1, -7]])],
      [new Map<number, CborValue>([[1, -7]]), new Map<number, CborValue>([[33, new Uint8Array(3)]])],
    ];
    for (const [header, outer] of cases) {
      expect(await codeOf(() => decodeCoseSign1(message(header, outer)))).toMatch(/credential\/(algorithm|malformed)/);
    }
    const twice = message(new Map<number, CborValue>([[1, -7], [4, new Uint8Array(8)]]), new Map<number, CborValue>([[4, new Uint8Array(8)]])); // prettier-ignore
    expect(await codeOf(() => decodeCoseSign1(twice))).toBe('credential/malformed');
  });

  it('answers noise with a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (noise) => {
        expect(await codeOf(() => decodeCoseSign1(Uint8Array.of(0xd2, ...noise)))).not.toBe('taken');
      }),
    );
  });
});

describe('strict CBOR', () => {
  const limits = { maxBytes: 64, maxDepth: 2 };

  it('refuses duplicate and unsorted keys, floats, tags, undefined, big integers and depth', async () => {
    const refused = [
      'A201000100',
      'A202000100',
      'FB3FF0000000000000',
      'F93C00',
      'C100',
      'F7',
      '1B7FFFFFFFFFFFFFFF',
      '81818100',
      '1800',
      'BF0100FF',
      '7F6161FF',
      '62C328',
      '00 00'.replace(' ', ''),
    ];
    for (const hex of refused) {
      expect([hex, await codeOf(() => decodeCbor(fromHex(hex), limits))]).toEqual([hex, 'credential/malformed']);
    }
    for (const hex of ['F6', 'F5', 'A1616100']) {
      expect([hex, await codeOf(() => decodeCbor(fromHex(hex), limits))]).toEqual([hex, 'credential/malformed']);
    }
    expect(decodeCbor(fromHex('818100'), limits)).toEqual([[0]]);
    expect(await codeOf(() => decodeCbor(encodeCbor(new Uint8Array(80)), limits))).toBe('credential/malformed');
  });

  it('is written as the cborg package writes it', () => {
    const { value } = fc.letrec<{ value: CborValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.maxSafeInteger(),
        fc.integer({ min: -70_000, max: 70_000 }),
        fc.string({ unit: fc.constantFrom('a', 'é', '王', '𬭩', '\u0000'), maxLength: 40 }),
        fc.uint8Array({ maxLength: 300 }),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.array(fc.tuple(fc.integer(), tie('value')), { maxLength: 4 }).map((members) => new Map(members)),
      ),
    }));
    fc.assert(
      fc.property(value, (item) =>
        expect(Buffer.compare(encodeCbor(item), encode(item, rfc8949EncodeOptions))).toBe(0),
      ),
    );
  });
});
