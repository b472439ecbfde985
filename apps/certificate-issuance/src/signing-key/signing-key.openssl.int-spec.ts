import { execFileSync, spawnSync } from 'node:child_process';
import { createPublicKey, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonalDataVault } from '@app/platform';
import { startTestService, type TestService } from '@app/testing';
import { Reporter } from '../../test/reporter.js';
import { service } from '../service-definition.js';
import { makeNationalKey, nationalSigner, verifyNational } from './signing-key.national.js';
import { derSignature } from '@app/pdf';
import { SigningKeyService } from './signing-key.service.js';

const SM2 = ['-rawin', '-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678'];
/** SubjectPublicKeyInfo of an SM2 key up to its coordinates. */
const SM2_SPKI_HEAD = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d03420004', 'hex');
const NORTH = '哈尔滨北方焊接装备有限公司';

/** Beside the openssl command line (OpenSSL 3): what it signs we verify, and the other way round. */
describe('signatures and certificates as OpenSSL sees them', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jz-openssl-'));
  const file = (name: string): string => path.join(folder, name);
  const openssl = (...args: string[]): string => execFileSync('openssl', args, { encoding: 'utf8', stdio: 'pipe' });
  const accepts = (...args: string[]): boolean => spawnSync('openssl', args).status === 0;
  const put = (name: string, bytes: Uint8Array | string): string => {
    writeFileSync(file(name), bytes);
    return file(name);
  };
  const pem = (name: string, label: string, der: Uint8Array): string =>
    put(
      name,
      `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`,
    );
  const clear = { seal: (text: string) => text, open: (sealed: string) => sealed };
  let issuance: TestService;

  beforeAll(async () => {
    issuance = await startTestService(service);
    issuance.setNow('2026-12-01T02:00:00Z');
    await Reporter.withFiling(issuance);
  });
  afterAll(async () => {
    await issuance.stop();
    rmSync(folder, { recursive: true });
  });

  it('SM2-of-ours: OpenSSL verifies it, and not over other bytes', () => {
    for (let round = 0; round < 8; round += 1) {
      const bytes = randomBytes(100);
      const { nationalJwk, nationalSealed } = makeNationalKey(clear);
      const { signature, alg, kid } = nationalSigner(nationalJwk, nationalSealed)(bytes);
      expect([alg, kid]).toEqual(['SM2-SM3', nationalJwk.kid]);
      const point = [nationalJwk.x, nationalJwk.y].map((each) => Buffer.from(each, 'base64url'));
      const key = pem('sm2.pem', 'PUBLIC KEY', Buffer.concat([SM2_SPKI_HEAD, ...point]));
      const signed = put('sm2.sig', derSignature(Buffer.from(signature, 'base64url')));
      const verifying = ['pkeyutl', '-verify', '-pubin', '-inkey', key, '-sigfile', signed, ...SM2, '-in'];
      expect(accepts(...verifying, put('bytes', bytes))).toBe(true);
      expect(accepts(...verifying, put('other', randomBytes(100)))).toBe(false);
    }
  });

  it('SM2-of-OpenSSL: we verify it, and not over other bytes, of another key, altered or out of range', () => {
    openssl('genpkey', '-algorithm', 'SM2', '-out', file('key.pem'));
    openssl('pkey', '-in', file('key.pem'), '-pubout', '-outform', 'DER', '-out', file('pub.der'));
    const point = readFileSync(file('pub.der')).subarray(SM2_SPKI_HEAD.length);
    const [x, y] = [point.subarray(0, 32), point.subarray(32)].map((half) => half.toString('base64url'));
    const jwk = { kty: 'EC', crv: 'SM2', x: x ?? '', y: y ?? '', kid: 'k' } as const;
    for (let round = 0; round < 8; round += 1) {
      const bytes = randomBytes(100);
      openssl('pkeyutl', '-sign', '-inkey', file('key.pem'), '-in', put('bytes', bytes), '-out', file('sig'), ...SM2);
      const raw = rawOf(readFileSync(file('sig')));
      const signature = { alg: 'SM2-SM3', kid: 'k', signature: raw.toString('base64url') } as const;
      const altered = Buffer.from(raw);
      altered[63] = (altered[63] ?? 0) ^ 1;
      const other = makeNationalKey(clear).nationalJwk;
      const answers = [
        verifyNational(jwk, bytes, signature),
        verifyNational(jwk, randomBytes(100), signature),
        verifyNational({ ...other, kid: 'k' }, bytes, signature),
        verifyNational(other, bytes, signature),
        verifyNational(jwk, bytes, { ...signature, signature: altered.toString('base64url') }),
        verifyNational(jwk, bytes, { ...signature, signature: Buffer.alloc(64).toString('base64url') }),
        verifyNational(jwk, bytes, { ...signature, signature: Buffer.alloc(64, 255).toString('base64url') }),
        verifyNational(jwk, bytes, { ...signature, signature: raw.subarray(1).toString('base64url') }),
      ];
      expect(answers).toEqual([true, ...Array<boolean>(7).fill(false)]);
    }
  });

  it('the-chain: OpenSSL verifies a body’s certificate by the published one, and a signature by the body’s', async () => {
    const keys = issuance.get<SigningKeyService>(SigningKeyService);
    const signer = await keys.documentSignerFor('org-north');
    const published = await issuance.request('GET', '/keys/ca');
    expect(published.headers.get('content-type')).toContain('application/pem-certificate-chain');
    const ca = put('ca.pem', published.body as Buffer);
    expect(new URL(`file://${ca}`).pathname).toBe(ca);
    const body = pem('body.pem', 'CERTIFICATE', signer.certificateDer);
    const at = String(Date.parse('2027-06-01T00:00:00Z') / 1000);
    const verifying = ['verify', '-x509_strict', '-check_ss_sig', '-attime'];
    expect(openssl(...verifying, at, '-CAfile', ca, body)).toContain('OK');
    expect(openssl(...verifying, at, '-CAfile', ca, ca)).toContain('OK');
    const late = String(Date.parse('2037-06-01T00:00:00Z') / 1000);
    expect(accepts(...verifying, late, '-CAfile', ca, body)).toBe(false);
    expect(pem('chain.pem', 'CERTIFICATE', signer.chainDer[0] ?? new Uint8Array())).toBeTruthy();
    expect(openssl('x509', '-in', file('chain.pem'), '-noout', '-fingerprint')).toBe(
      openssl('x509', '-in', ca, '-noout', '-fingerprint'),
    );

    const text = openssl(
      'x509',
      '-in',
      body,
      '-noout',
      '-text',
      '-nameopt',
      'utf8,sep_comma_plus,lname',
      '-certopt',
      'no_pubkey',
    );
    expect(text).toContain(`Subject: countryName=CN,organizationName=${NORTH},commonName=${NORTH}`);
    expect(text).toMatch(/X509v3 Key Usage: critical\s+Digital Signature, Non Repudiation\n/);
    expect(text).toMatch(/Basic Constraints: critical\s+CA:FALSE/);
    expect(text).toContain('Version: 3');
    const idOf = (kind: string, from: string) =>
      new RegExp(`${kind} Key Identifier:\\s+([0-9A-F:]{59})`).exec(from)?.[1];
    const caText = openssl('x509', '-in', ca, '-noout', '-text');
    expect(idOf('Authority', text)).toBe(idOf('Subject', caText));
    expect(idOf('Subject', text)).not.toBe(idOf('Subject', caText));
    expect(caText).toMatch(/Key Usage: critical\s+Certificate Sign, CRL Sign\n/);

    const { kid } = await keys.signerFor('org-north');
    const serial = openssl('x509', '-in', body, '-noout', '-serial').trim().replace('serial=', '');
    expect(BigInt(`0x${serial}`)).toBe(BigInt(`0x${Buffer.from(kid, 'base64url').subarray(0, 16).toString('hex')}`));
    const bytes = Buffer.from('一页 PDF');
    put('body.pub', openssl('x509', '-in', body, '-noout', '-pubkey'));
    put('document.sig', await signer.sign(bytes));
    expect(
      openssl('dgst', '-sha256', '-verify', file('body.pub'), '-signature', file('document.sig'), put('bytes', bytes)),
    ).toContain('OK');
  });

  it('the-certificate-is-made-once, fits the published key, and a body without a filing has none yet', async () => {
    const keys = issuance.get<SigningKeyService>(SigningKeyService);
    const signers = await Promise.all(Array.from({ length: 4 }, () => keys.documentSignerFor('org-north')));
    expect(new Set(signers.map(({ certificateDer }) => Buffer.from(certificateDer).toString('hex'))).size).toBe(1);
    const spki = openssl('x509', '-in', pem('one.pem', 'CERTIFICATE', signers[0]!.certificateDer), '-noout', '-pubkey');
    const { x, y } = createPublicKey(spki).export({ format: 'jwk' });
    const { kid } = await keys.signerFor('org-north');
    const shown = (await issuance.request('GET', '/keys')).body.keys.find((key: { kid: string }) => key.kid === kid);
    expect([x, y]).toEqual([shown.x, shown.y]);
    await expect(keys.documentSignerFor('org-unheard')).rejects.toMatchObject({ code: 'signing-key/no-filing' });
    const [ca] = await issuance.dataSource.query('SELECT private_sealed FROM registry_ca');
    const vault = issuance.get<PersonalDataVault>(PersonalDataVault);
    expect(JSON.parse(vault.open('answer', ca.private_sealed)).d).toMatch(/^[\w-]{43}$/);
  });
});

/** R‖S of a DER signature: two INTEGERs, each with a sign byte when its first bit is set. */
function rawOf(der: Buffer): Buffer {
  const r = der.subarray(4, 4 + (der[3] ?? 0));
  const s = der.subarray(6 + r.length);
  const padded = [r, s].map((each) => Buffer.concat([Buffer.alloc(32), each]).subarray(-32));
  return Buffer.concat(padded);
}
