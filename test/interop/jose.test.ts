import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { before, test } from 'node:test';
import { calculateJwkThumbprint, jwtVerify, SignJWT, type JWTVerifyResult } from 'jose';
import type * as credential from '../../libs/credential/src/index.ts';

const {
  bindSdJwt,
  certificateCredential,
  encodeTokenStatusList,
  encodeVcJwt,
  issueSdJwtVc,
  jwkThumbprint,
  presentSdJwt,
  statusLists,
  MIN_STATUS_ENTRIES,
  verifyCompactJws,
} = (await import(new URL('../../dist/libs/credential/src/index.js', import.meta.url).href)) as typeof credential;

const FACTS = {
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
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwk = publicKey.export({ format: 'jwk' }) as unknown as credential.PublicJwk;
const signer = (bytes: Uint8Array): Promise<Uint8Array> =>
  Promise.resolve(sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }));
const verifiedByJose = (jwt: string, typ: string): Promise<JWTVerifyResult> =>
  jwtVerify(jwt, publicKey, { typ, algorithms: ['ES256'], currentDate: new Date(NOW * 1000) });

let kid: string;

before(async () => {
  kid = await jwkThumbprint(jwk);
});

test('the jose package names a key as we do', async () => {
  assert.equal(await calculateJwkThumbprint({ ...jwk }), kid);
});

test('the jose package verifies our vc+jwt, status list token, SD-JWT and key binding', async () => {
  const vc = await encodeVcJwt(certificateCredential(FACTS), { kid }, signer);
  assert.equal((await verifiedByJose(vc, 'vc+jwt')).payload['name'], '职业技能等级证书');
  const facts = { uri: 'https://zj/s/3', issuer: 'urn:zj', kid, issuedAt: NOW, expiresAt: NOW + 60, ttl: 30 };
  const { token } = statusLists(MIN_STATUS_ENTRIES, []);
  const list = await verifiedByJose(await encodeTokenStatusList(facts, token, signer), 'statuslist+jwt');
  assert.equal(list.payload.sub, 'https://zj/s/3');
  const options = { kid, issuedAt: NOW, status: { uri: 'https://zj/s/3', index: 7 }, holderKey: jwk };
  const shown = presentSdJwt(await issueSdJwtVc(FACTS, options, signer), ['level']);
  const bound = await bindSdJwt(shown, { audience: 'employer', nonce: 'n', issuedAt: NOW }, signer);
  const [issued = '', , binding = ''] = bound.split('~');
  assert.equal((await verifiedByJose(issued, 'dc+sd-jwt')).payload['_sd_alg'], 'sha-256');
  assert.equal((await verifiedByJose(binding, 'kb+jwt')).payload.aud, 'employer');
});

test('we verify what the jose package signed', async () => {
  const jwt = await new SignJWT({ a: 1 }).setProtectedHeader({ alg: 'ES256', typ: 'x', kid }).sign(privateKey);
  assert.deepEqual((await verifyCompactJws(jwt, { ...jwk, kid })).payload, { a: 1 });
});
