import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  certificateCredential,
  decodeBase64Url,
  decodeVcJwt,
  encodeBase64Url,
  encodeVcJwt,
  jwkThumbprint,
  verifyCompactJws,
  verifyVcJwt,
  type PublicJwk,
  type Sign,
} from './index.js';

const ES256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** RFC 7515 Appendix A.3. */
const RFC7515_KEY: PublicJwk = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
};
const RFC7515_JWS =
  'eyJhbGciOiJFUzI1NiJ9' +
  '.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ' +
  '.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q';

const claims = certificateCredential({
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
});

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'taken',
    (error: { code: string }) => error.code,
  );
const reheaded = (jwt: string, header: object): string =>
  [encodeBase64Url(new TextEncoder().encode(JSON.stringify(header))), ...jwt.split('.').slice(1)].join('.');

describe('certificate credentials', () => {
  let sign: Sign;
  let publicJwk: PublicJwk;
  let jwt: string;

  beforeAll(async () => {
    const pair = await crypto.subtle.generateKey(ES256, true, ['sign', 'verify']);
    publicJwk = (await crypto.subtle.exportKey('jwk', pair.publicKey)) as unknown as PublicJwk;
    publicJwk.kid = await jwkThumbprint(publicJwk);
    sign = async (bytes) => new Uint8Array(await crypto.subtle.sign(ES256, pair.privateKey, new Uint8Array(bytes)));
    jwt = await encodeVcJwt(claims, { kid: publicJwk.kid }, sign);
  });

  it('verifies the ES256 vector of RFC 7515 A.3, and no byte of it may change', async () => {
    const { payload } = await verifyCompactJws(RFC7515_JWS, RFC7515_KEY);
    expect(payload).toEqual({ iss: 'joe', exp: 1300819380, 'http://example.com/is_root': true });
    const [head = '', body = '', signature = ''] = RFC7515_JWS.split('.');
    const flipped = `${signature.startsWith('D') ? 'E' : 'D'}${signature.slice(1)}`;
    expect(await codeOf(verifyCompactJws(`${head}.${body}.${flipped}`, RFC7515_KEY))).toBe('credential/signature');
    expect(await codeOf(verifyCompactJws(`${head}.${body}`, RFC7515_KEY))).toBe('credential/malformed');
    expect(await codeOf(verifyCompactJws(`${head}.${body}.`, RFC7515_KEY))).toBe('credential/signature');
  });

  it('names a key by its thumbprint: the P-256 key of RFC 9449 §4.2 and §6.1', async () => {
    const thumbprint = await jwkThumbprint({
      kty: 'EC',
      crv: 'P-256',
      x: 'l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs',
      y: '9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA',
    });
    expect(thumbprint).toBe('0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I');
  });

  it('gives back what was signed, rare characters included', async () => {
    const { header, claims: read } = await verifyVcJwt(jwt, publicJwk);
    expect(header).toEqual({ alg: 'ES256', typ: 'vc+jwt', cty: 'vc', kid: publicJwk.kid });
    expect(read).toEqual(claims);
    expect(decodeVcJwt(jwt).claims.credentialSubject.name).toBe('王𬭩');
  });

  it('refuses another key, another algorithm, another media type and unknown critical extensions', async () => {
    const { kid = '' } = publicJwk;
    const { kid: _kid, ...unnamed } = RFC7515_KEY;
    expect(await codeOf(verifyVcJwt(jwt, { ...RFC7515_KEY, kid: 'other' }))).toBe('credential/key');
    expect(await codeOf(verifyVcJwt(jwt, unnamed))).toBe('credential/signature');
    const none = `${reheaded(jwt, { alg: 'none', typ: 'vc+jwt', kid }).split('.').slice(0, 2).join('.')}.`;
    expect(await codeOf(verifyVcJwt(none, publicJwk))).toBe('credential/algorithm');
    const critical = reheaded(jwt, { alg: 'ES256', typ: 'vc+jwt', kid, crit: ['b64'], b64: false });
    expect(await codeOf(verifyVcJwt(critical, publicJwk))).toBe('credential/algorithm');
    expect(await codeOf(verifyVcJwt(RFC7515_JWS, RFC7515_KEY))).toBe('credential/malformed');
  });

  it('refuses a payload that was replaced under a good signature', async () => {
    const [head = '', , signature = ''] = jwt.split('.');
    const forged = { ...claims, issuer: { ...claims.issuer, name: '另一机构' } };
    const body = encodeBase64Url(new TextEncoder().encode(JSON.stringify(forged)));
    expect(await codeOf(verifyVcJwt(`${head}.${body}.${signature}`, publicJwk))).toBe('credential/signature');
  });

  it('reads base64url strictly: one text for one value', () => {
    expect(encodeBase64Url(new Uint8Array([0xfb, 0xff, 0xfe]))).toBe('-__-');
    expect([...decodeBase64Url('-__-')]).toEqual([0xfb, 0xff, 0xfe]);
    for (const text of ['A', '-_=', 'a+b/', 'AB', 'A A']) {
      expect([
        text,
        (() => {
          try {
            return decodeBase64Url(text).length;
          } catch {
            return 'refused';
          }
        })(),
      ]).toEqual([text, 'refused']);
    }
  });
});
