import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as QRCode from 'qrcode';
import {
  assembleCoseSign1,
  decodeCbor,
  decodePaperPayload,
  encodeCbor,
  encodePaperPayload,
  fitPaperClaims,
  jwkThumbprint,
  PAPER_MAX_CHARS,
  PAPER_MAX_PAYLOAD_BYTES,
  paperKeySet,
  paperMessage,
  paperText,
  prepareCoseSign1,
  preparePaperCredential,
  verifyPaperText,
  type CborValue,
  type PaperClaims,
  type PaperKey,
  type PublicJwk,
} from './index.js';

const CLAIMS: PaperClaims = {
  certificateNumber: 'S000023000123263000001',
  certificateId: '019ac000-0000-7000-8000-000000000001',
  holderName: '王𬭩',
  documentTail: '021X',
  occupationCode: '6-18-02-04',
  occupationEdition: '2015',
  specialty: '',
  levelDigit: '3',
  issuedOn: '2026-12-01',
  statusList: 3,
  statusIndex: 131_071,
  salt: new Uint8Array(16).fill(9),
};
/** The largest of everything that is not a name. */
const WIDE: PaperClaims = { ...CLAIMS, statusList: 65_535, statusIndex: 1_048_575, reissue: 3 };

const codeOf = async (work: () => unknown): Promise<string> =>
  Promise.resolve()
    .then(work)
    .then(
      () => 'taken',
      (error: { code: string }) => error.code,
    );

function newKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { privateKey, jwk: publicKey.export({ format: 'jwk' }) as unknown as PublicJwk };
}

async function print(claims: PaperClaims, { privateKey, jwk }: { privateKey: KeyObject; jwk: PublicJwk }) {
  const unsigned = preparePaperCredential(claims, await jwkThumbprint(jwk));
  const signature = sign('sha256', unsigned.toBeSigned, { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return paperText(assembleCoseSign1(unsigned, signature));
}

/** Modules on a side of the smallest symbol at level Q in alphanumeric mode. */
const modulesOf = (text: string): number =>
  QRCode.create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: 'Q' }).modules.size;

describe('the printed code', () => {
  const key = newKey();
  const other = newKey();
  const paperKey: PaperKey = {
    jwk: key.jwk,
    issuer: { organisationId: 'org-north', name: '北方焊接' },
    numberPrefixes: ['S000023000123'],
    firstDay: '2026-01-01',
    lastDay: '2026-12-31',
  };
  let text: string;

  beforeAll(async () => {
    text = await print(CLAIMS, key);
  });

  it('gives back what was signed, and who signed it', async () => {
    const { claims, key: found } = await verifyPaperText(text, await paperKeySet([paperKey]));
    expect(claims).toEqual(CLAIMS);
    expect(found.issuer.organisationId).toBe('org-north');
    expect(text.startsWith('JZ1:')).toBe(true);
  });

  it('fits version 13 at level Q: 352 characters in 69 modules and not one more', async () => {
    expect(modulesOf('A'.repeat(PAPER_MAX_CHARS))).toBe(69);
    expect(modulesOf('A'.repeat(PAPER_MAX_CHARS + 1))).toBe(73);
    expect(modulesOf(text)).toBeLessThanOrEqual(69);
  });

  it.each([
    ['20 Chinese characters and a specialty of 10', { holderName: '阿'.repeat(20), specialty: '钎'.repeat(10) }],
    [
      '50 Latin letters and a specialty of 5',
      { holderName: 'Muhammad '.repeat(6).slice(0, 50), specialty: '电子商务师' },
    ],
    [
      'a common name and a specialty of 24',
      { holderName: '欧阳娜娜', specialty: '工业机器人系统操作员数字化装调与运维方向焊接专门' },
    ],
  ])('holds uncut: %s', async (_what, texts) => {
    const claims = { ...WIDE, ...texts };
    expect(fitPaperClaims(claims)).toEqual(claims);
    const printed = await print(claims, key);
    expect(modulesOf(printed)).toBeLessThanOrEqual(69);
    expect((await verifyPaperText(printed, await paperKeySet([paperKey]))).claims).toEqual(claims);
  });

  it('cuts longer texts by the rule, specialty first, whole characters, and says so', async () => {
    const long = { ...WIDE, holderName: '𬭩'.repeat(12), specialty: '焊'.repeat(60) };
    const fitted = fitPaperClaims(long);
    expect(fitted.cut).toEqual(['specialty']);
    expect(fitted.holderName).toBe(long.holderName);
    expect(long.specialty.startsWith(fitted.specialty)).toBe(true);
    expect(encodePaperPayload(long).length).toBeGreaterThan(PAPER_MAX_PAYLOAD_BYTES - 2);
    const longest = fitPaperClaims({ ...WIDE, holderName: '葛󠄀'.repeat(60), specialty: '焊' });
    expect(longest.cut).toEqual(['holderName', 'specialty']);
    expect(longest.holderName).toMatch(/^(葛󠄀)+$/u);
    expect(longest.specialty).toBe('');
    expect(modulesOf(await print(long, key))).toBe(69);
    expect(decodePaperPayload(encodePaperPayload(long)).cut).toEqual(['specialty']);
  });

  it('fits and comes back whatever the texts are', () => {
    const name = fc.string({ unit: fc.constantFrom('王', '𬭩', 'a', 'é', '·', ' '), minLength: 1, maxLength: 90 });
    fc.assert(
      fc.property(name, fc.option(name, { nil: '' }), (holderName, specialty) => {
        const payload = encodePaperPayload({ ...WIDE, holderName, specialty });
        expect(payload.length).toBeLessThanOrEqual(PAPER_MAX_PAYLOAD_BYTES);
        expect(encodePaperPayload(decodePaperPayload(payload))).toEqual(payload);
      }),
    );
  });

  it('packs every number, whatever its form', () => {
    const numbers = fc.stringMatching(/^[A-Z]\d{14}[0-9A-Z]\d{6}$/);
    const read = (certificateNumber: string): string =>
      decodePaperPayload(encodePaperPayload({ ...CLAIMS, certificateNumber })).certificateNumber;
    fc.assert(fc.property(numbers, (number) => expect(read(number)).toBe(number)));
    expect(read('ST00023000123260000001')).toBe('ST00023000123260000001');
  });

  it('refuses a flipped character anywhere', async () => {
    const keys = await paperKeySet([paperKey]);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), async (at) => {
        const flipped = text.slice(0, at) + (text.charAt(at) === '7' ? '8' : '7') + text.slice(at + 1);
        expect(await codeOf(() => verifyPaperText(flipped, keys))).toMatch(/^credential\//);
      }),
    );
  });

  it('trusts no key for the sake of its id, and no issuer for another one’s number or day', async () => {
    const code = async (keys: PaperKey[], printed = text): Promise<string> => {
      const set = await paperKeySet(keys);
      return codeOf(() => verifyPaperText(printed, set));
    };
    expect(await code([])).toBe('credential/key');
    expect(await code([{ ...paperKey, jwk: other.jwk }])).toBe('credential/key');
    expect(await code([{ ...paperKey, numberPrefixes: ['S000023000124'] }])).toBe('credential/issuer');
    expect(await code([{ ...paperKey, numberPrefixes: [''] }])).toBe('credential/issuer');
    expect(await code([{ ...paperKey, lastDay: '2026-11-30' }])).toBe('credential/issuer');
    const unsigned = preparePaperCredential(CLAIMS, await jwkThumbprint(key.jwk));
    const stolen = sign('sha256', unsigned.toBeSigned, { key: other.privateKey, dsaEncoding: 'ieee-p1363' });
    expect(await code([paperKey], paperText(assembleCoseSign1(unsigned, stolen)))).toBe('credential/signature');
  });

  it('tries every key that shares the beginning of a thumbprint', async () => {
    const [[name, keys] = ['', []]] = [...(await paperKeySet([paperKey]))];
    const set = new Map([[name, [{ ...paperKey, jwk: other.jwk }, ...keys]]]);
    expect((await verifyPaperText(text, set)).key).toBe(paperKey);
  });

  it('refuses what a certificate cannot say', async () => {
    const faults: Partial<PaperClaims>[] = [
      { certificateNumber: 'S00002300012326300000' },
      { certificateId: '019AC000-0000-7000-8000-000000000001' },
      { holderName: '' },
      { holderName: '王\u0000' },
      { holderName: '王\u202e五' },
      { holderName: '王\ud800' },
      { documentTail: '21X' },
      { occupationCode: '6-18-2-4' },
      { occupationEdition: '99' },
      { levelDigit: '12' },
      { issuedOn: '2026-02-30' },
      { statusIndex: -1 },
      { salt: new Uint8Array(15) },
      { reissue: 0 },
    ];
    for (const fault of faults) {
      expect([fault, await codeOf(() => encodePaperPayload({ ...CLAIMS, ...fault }))]).toEqual([
        fault,
        'credential/malformed',
      ]);
    }
  });

  it('reads one form only: no unknown key, no newer version, no longer spelling', async () => {
    const map = decodeCbor(encodePaperPayload(CLAIMS), { maxBytes: 512, maxDepth: 2 }) as Map<number, CborValue>;
    const changed = (key: number, value: CborValue): Promise<string> =>
      codeOf(() => decodePaperPayload(encodeCbor(new Map([...map, [key, value]]))));
    expect(await changed(14, 1)).toBe('credential/malformed');
    expect(await changed(1, 2)).toBe('credential/version');
    expect(await changed(2, CLAIMS.certificateNumber)).toBe('credential/malformed');
    expect(await changed(4, new Uint8Array([0, 0x61]))).toBe('credential/malformed');
    expect(await changed(8, '3')).toBe('credential/malformed');
    expect(await changed(13, 0)).toBe('credential/malformed');
    expect(await codeOf(() => paperMessage(text.slice(4)))).toBe('credential/malformed');
    expect(await codeOf(() => paperMessage(`JZ1:${'A'.repeat(PAPER_MAX_CHARS)}`))).toBe('credential/malformed');
    expect(await codeOf(() => paperText(new Uint8Array(300)))).toBe('credential/too-long');
  });

  it('keeps the key id inside the signature', async () => {
    const unsigned = prepareCoseSign1(encodePaperPayload(CLAIMS), new Uint8Array(4));
    const message = assembleCoseSign1(unsigned, new Uint8Array(64));
    const set = await paperKeySet([paperKey]);
    expect(await codeOf(() => verifyPaperText(paperText(message), set))).toBe('credential/malformed');
  });
});
