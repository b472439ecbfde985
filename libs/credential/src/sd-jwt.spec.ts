import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  bindSdJwt,
  certificateClaims,
  CERTIFICATE_VCT,
  decodeBase64Url,
  encodeBase64Url,
  encodeCompactJws,
  issueSdJwt,
  issueSdJwtVc,
  presentSdJwt,
  verifySdJwt,
  verifySdJwtVc,
  type CertificateFacts,
  type PublicJwk,
  type Sign,
} from './index.js';
import published from './vectors/sd-jwt.json' with { type: 'json' };

const ES256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const RFC_KEY = published.issuerKey as PublicJwk;

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'taken',
    (error: { code: string }) => error.code,
  );
const base64Json = (value: unknown): string => encodeBase64Url(new TextEncoder().encode(JSON.stringify(value)));
const jsonOf = (text = ''): unknown => JSON.parse(new TextDecoder().decode(decodeBase64Url(text)));
const digestOf = async (text: string): Promise<string> =>
  encodeBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));

async function newKey(): Promise<{ jwk: PublicJwk; sign: Sign }> {
  const pair = await crypto.subtle.generateKey(ES256, true, ['sign', 'verify']);
  const { kty, crv, x, y } = (await crypto.subtle.exportKey('jwk', pair.publicKey)) as unknown as PublicJwk;
  const sign: Sign = async (bytes) =>
    new Uint8Array(await crypto.subtle.sign(ES256, pair.privateKey, new Uint8Array(bytes)));
  return { jwk: { kty, crv, x, y }, sign };
}

const FACTS: CertificateFacts = {
  certificateId: '019ac000-0000-7000-8000-000000000001',
  certificateNumber: 'S000023000123263000001',
  organisationId: 'org-north',
  agencyName: '哈尔滨北方焊接装备有限公司',
  holderName: '王𬭩',
  occupationCode: '6-18-02-04',
  occupationEdition: '2015',
  occupationName: '焊工',
  specialty: '',
  levelDigit: '3',
  levelName: '三级/高级工',
  issuedOn: '2026-12-01',
};
const NOW = 1_796_083_200;
const HEADER = { alg: 'ES256', typ: 'example+sd-jwt' };

describe('SD-JWT as published', () => {
  const binding = { audience: published.audience, nonce: published.nonce, maxAgeSeconds: 60 };

  it('verifies the SD-JWT VC of RFC 9901 A.3, nested disclosures and key binding included', async () => {
    const { text, issuer, vct, boundAt } = published.a3;
    const verified = await verifySdJwtVc(text, RFC_KEY, { issuer, vct, now: boundAt + 5, binding });
    expect(verified.claims['nationalities']).toEqual(['DE']);
    expect(verified.claims['age_equal_or_over']).toEqual({ 18: true });
    expect(verified.disclosed).toEqual(expect.arrayContaining(['nationalities', 'age_equal_or_over']));
    expect(Object.keys(verified.claims).some((name) => name.startsWith('_sd'))).toBe(false);
    expect([verified.bound, verified.status]).toEqual([true, undefined]);
    const late = { issuer, vct, now: boundAt + 61, binding };
    expect(await codeOf(verifySdJwtVc(text, RFC_KEY, late))).toBe('credential/key-binding');
    const expired = { issuer, vct, now: 1_883_000_000, binding: { ...binding, maxAgeSeconds: 1e9 } };
    expect(await codeOf(verifySdJwtVc(text, RFC_KEY, expired))).toBe('credential/expired');
  });

  it('verifies the SD-JWT with key binding of section 5, an array element disclosed', async () => {
    const { text, boundAt } = published.section5;
    const { claims, disclosed } = await verifySdJwt(text, RFC_KEY, { ...binding, now: boundAt });
    expect(claims).toMatchObject({ given_name: 'John', family_name: 'Doe', nationalities: ['US'], sub: 'user_42' });
    expect([...disclosed].sort()).toEqual(['address', 'family_name', 'given_name']);
  });

  it('refuses it for another reader, another nonce, without what was bound, and unbound', async () => {
    const { text, boundAt } = published.section5;
    const code = (changed: string, expected = {}): Promise<string> =>
      codeOf(verifySdJwt(changed, RFC_KEY, { ...binding, now: boundAt, ...expected }));
    expect(await code(text, { audience: 'https://other.example' })).toBe('credential/key-binding');
    expect(await code(text, { nonce: '1' })).toBe('credential/key-binding');
    expect(await code(text, { now: boundAt - 120 })).toBe('credential/key-binding');
    const [jwt, , ...rest] = text.split('~');
    expect(await code([jwt, ...rest].join('~'))).toBe('credential/key-binding');
    expect(await code(`${text.split('~').slice(0, -1).join('~')}~`)).toBe('credential/key-binding');
    expect(await codeOf(verifySdJwt(text, RFC_KEY))).toBe('credential/key-binding');
  });
});

describe('a certificate as SD-JWT VC', () => {
  let issuer: Awaited<ReturnType<typeof newKey>>;
  let holder: Awaited<ReturnType<typeof newKey>>;
  let issued: string;
  const reader = { issuer: 'urn:jiangzheng:organisation:org-north', vct: CERTIFICATE_VCT, now: NOW };
  const options = { kid: 'k1', issuedAt: NOW, status: { uri: 'https://zj.example/status/3', index: 7 } };

  beforeAll(async () => {
    [issuer, holder] = [await newKey(), await newKey()];
    issued = await issueSdJwtVc(FACTS, { ...options, holderKey: holder.jwk }, issuer.sign);
  });

  it('shows level and occupation and nothing else', async () => {
    const shown = presentSdJwt(issued, ['level', 'occupation']);
    const { claims, disclosed, status } = await verifySdJwtVc(shown, issuer.jwk, reader);
    expect([...disclosed].sort()).toEqual(['level', 'occupation']);
    expect(claims).toEqual({
      iss: reader.issuer,
      iat: NOW,
      vct: CERTIFICATE_VCT,
      status: { status_list: { idx: 7, uri: 'https://zj.example/status/3' } },
      cnf: { jwk: holder.jwk },
      level: { digit: '3', name: '三级/高级工' },
      occupation: { code: '6-18-02-04', edition: '2015', name: '焊工' },
    });
    expect(status).toEqual({ uri: 'https://zj.example/status/3', index: 7 });
    expect(shown.split('~')).toHaveLength(4);
  });

  it('shows everything when the holder wants, with fresh salts each time and the same number of digests', async () => {
    const { claims } = await verifySdJwtVc(issued, issuer.jwk, reader);
    expect(claims).toMatchObject(certificateClaims(FACTS));
    const again = await issueSdJwtVc({ ...FACTS, specialty: '钎焊' }, options, issuer.sign);
    const digests = [issued, again].map((text) => (jsonOf(text.split('.')[1]) as { _sd: string[] })['_sd']);
    expect(digests.map((list) => list.length)).toEqual([12, 12]);
    expect(new Set(digests.flat()).size).toBe(24);
    expect(digests.map((list) => [...list].sort())).toEqual(digests);
  });

  it('is bound to a reader by the holder’s key and by no other', async () => {
    const shown = presentSdJwt(issued, ['level']);
    const binding = { audience: 'https://employer.example', nonce: 'n-1' };
    const asked = { ...reader, binding: { ...binding, maxAgeSeconds: 300 } };
    const bound = await bindSdJwt(shown, { ...binding, issuedAt: NOW }, holder.sign);
    expect((await verifySdJwtVc(bound, issuer.jwk, asked)).bound).toBe(true);
    const thief = await bindSdJwt(shown, { ...binding, issuedAt: NOW }, issuer.sign);
    expect(await codeOf(verifySdJwtVc(thief, issuer.jwk, asked))).toBe('credential/signature');
    const nowhere = { ...holder.jwk, y: holder.jwk.x };
    const offCurve = await issueSdJwtVc(FACTS, { ...options, holderKey: nowhere }, issuer.sign);
    const lost = await bindSdJwt(offCurve, { ...binding, issuedAt: NOW }, holder.sign);
    expect(await codeOf(verifySdJwtVc(lost, issuer.jwk, asked))).toBe('credential/key');
    const unbound = await issueSdJwtVc(FACTS, options, issuer.sign);
    const keyless = await bindSdJwt(unbound, { ...binding, issuedAt: NOW }, holder.sign);
    expect(await codeOf(verifySdJwtVc(keyless, issuer.jwk, asked))).toBe('credential/key-binding');
  });

  it('refuses another issuer, type and key, and a claim that may not be withheld', async () => {
    expect(await codeOf(verifySdJwtVc(issued, issuer.jwk, { ...reader, issuer: 'x' }))).toBe('credential/issuer');
    expect(await codeOf(verifySdJwtVc(issued, issuer.jwk, { ...reader, vct: 'x' }))).toBe('credential/malformed');
    expect(await codeOf(verifySdJwtVc(issued, holder.jwk, reader))).toBe('credential/signature');
    const plain = { iss: reader.issuer, vct: CERTIFICATE_VCT };
    const header = { alg: 'ES256', typ: 'dc+sd-jwt' };
    const hidden = await issueSdJwt({ header, plain, disclosable: { exp: NOW + 9 } }, issuer.sign);
    expect(await codeOf(verifySdJwtVc(hidden, issuer.jwk, reader))).toBe('credential/malformed');
    const early = await issueSdJwt({ header, plain: { ...plain, nbf: NOW + 1 }, disclosable: {} }, issuer.sign);
    expect(await codeOf(verifySdJwtVc(early, issuer.jwk, reader))).toBe('credential/expired');
    const index = { status_list: { idx: '7', uri: 'u' } };
    const vague = await issueSdJwt({ header, plain: { ...plain, status: index }, disclosable: {} }, issuer.sign);
    expect(await codeOf(verifySdJwtVc(vague, issuer.jwk, reader))).toBe('credential/malformed');
  });

  it('refuses disclosures that do not belong: strange, doubled, reserved, in the wrong place', async () => {
    const verify = (text: string): Promise<string> => codeOf(verifySdJwt(text, issuer.jwk));
    const signed = async (payload: object, ...disclosures: string[]): Promise<string> =>
      [await encodeCompactJws(HEADER, payload, issuer.sign), ...disclosures, ''].join('~');
    const name = base64Json(['salt', 'name', '王']);
    const [digest, element] = [await digestOf(name), base64Json(['salt', 'x'])];
    const elementDigest = await digestOf(element);
    expect(await verify(await signed({ _sd: [digest] }, name))).toBe('taken');
    expect(await verify(await signed({ list: [{ '...': elementDigest }] }, element))).toBe('taken');
    const nested = base64Json(['salt', 'outer', { _sd: [digest] }]);
    expect(await verify(await signed({ _sd: [await digestOf(nested)] }, nested, name))).toBe('taken');
    const reserved = await Promise.all(
      ['_sd', '...'].map(async (word) => {
        const disclosure = base64Json(['salt', word, 1]);
        return signed({ _sd: [await digestOf(disclosure)] }, disclosure);
      }),
    );
    const refused = [
      await signed({ _sd: [] }, name),
      await signed({ _sd: [digest, digest] }, name),
      await signed({ _sd: [digest], inner: { _sd: [digest] } }, name),
      await signed({ _sd: [digest], name: '李' }, name),
      await signed({ _sd: digest }, name),
      await signed({ _sd: [1] }),
      await signed({ _sd: [elementDigest] }, element),
      await signed({ list: [{ '...': digest }] }, name),
      await signed({ list: [{ '...': elementDigest, more: 1 }] }, element),
      await signed({ '...': elementDigest }, element),
      await signed({ _sd: [await digestOf(nested)] }, name),
      ...reserved,
      await signed(JSON.parse(`${'{"a":'.repeat(12)}1${'}'.repeat(12)}`) as object),
    ];
    for (const text of refused) expect([text, await verify(text)]).toEqual([text, 'credential/disclosure']);
    expect(await verify(await signed({ _sd: [digest], _sd_alg: 'md5' }, name))).toBe('credential/algorithm');
    for (const broken of [`${issued}~`, issued.slice(0, -1), `${issued.split('~')[0] ?? ''}~!~`, '~'.repeat(80)]) {
      expect(await verify(broken)).toMatch(/^credential\//);
    }
  });

  it('issues no reserved and no doubled name, and presents no claim that is not there', async () => {
    const issue = (plain: object, disclosable: object): Promise<string> =>
      codeOf(issueSdJwt({ header: HEADER, plain: { ...plain }, disclosable: { ...disclosable } }, issuer.sign));
    expect(await issue({}, { _sd: 1 })).toBe('credential/malformed');
    expect(await issue({ '...': 1 }, {})).toBe('credential/malformed');
    expect(await issue({ a: 1 }, { a: 2 })).toBe('credential/malformed');
    expect(() => presentSdJwt(issued, ['specialty'])).toThrow('credential/disclosure');
  });

  it('takes a claim called __proto__ for a claim', async () => {
    const disclosable = JSON.parse('{"__proto__": {"admin": true}}') as object;
    const text = await issueSdJwt({ header: HEADER, plain: {}, disclosable: { ...disclosable } }, issuer.sign);
    const { claims } = await verifySdJwt(text, issuer.jwk);
    expect(Object.hasOwn(claims, '__proto__')).toBe(true);
    expect((claims as { admin?: boolean }).admin).toBeUndefined();
  });
});
