import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { sm2 } from 'sm-crypto-v2';

/** GB/T 32918.2 signatures with SM3 and the default identity of GM/T 0009-2012 §10. */
const USER_ID = '1234567812345678';
const OPTIONS = { hash: true, der: true, userId: USER_ID };
/** GB/T 32918.5-2017 (GM/T 0003.5), example A.2: the message is `message digest`. */
const PUBLISHED = {
  private: '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8',
  x: '09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020',
  y: 'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  r: 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3',
  s: 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
};
const SCALAR = Buffer.from('0420', 'hex');
const POINT = Buffer.from('03420004', 'hex');

const curves = spawnSync('openssl', ['ecparam', '-list_curves'], { encoding: 'utf8' });
const skip = curves.stdout?.includes('SM2') ? false : 'NOT CHECKED against openssl: no openssl with SM2 here';
if (skip) console.error(`\n*** ${skip} ***\n`);

let folder: string;
let privateHex: string;
let publicHex: string;

const file = (name: string): string => path.join(folder, name);
const openssl = (...args: string[]): string => execFileSync('openssl', args, { encoding: 'utf8', stdio: 'pipe' });
/** `pkeyutl -rawin` hashes the message with SM3 and the identity, as SM2 asks. */
const pkeyutl = (...args: string[]): string =>
  openssl('pkeyutl', '-rawin', '-digest', 'sm3', '-pkeyopt', `distid:${USER_ID}`, '-in', file('message'), ...args);

function opensslVerifies(signature: string, message: string | Uint8Array): boolean {
  writeFileSync(file('message'), message);
  writeFileSync(file('signature'), Buffer.from(signature, 'hex'));
  try {
    return pkeyutl('-verify', '-pubin', '-inkey', file('public.pem'), '-sigfile', file('signature')).includes(
      'Success',
    );
  } catch {
    return false;
  }
}

function opensslSigns(message: string | Uint8Array): string {
  writeFileSync(file('message'), message);
  pkeyutl('-sign', '-inkey', file('private.pem'), '-out', file('signature'));
  return readFileSync(file('signature')).toString('hex');
}

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sm2-'));
  if (skip) return;
  openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:SM2', '-out', file('private.pem'));
  openssl('pkey', '-in', file('private.pem'), '-pubout', '-out', file('public.pem'));
  const der = createPrivateKey(readFileSync(file('private.pem'))).export({ type: 'pkcs8', format: 'der' });
  const [scalar, point] = [der.indexOf(SCALAR) + SCALAR.length, der.indexOf(POINT) + POINT.length - 1];
  privateHex = der.subarray(scalar, scalar + 32).toString('hex');
  publicHex = der.subarray(point, point + 65).toString('hex');
});
after(() => rmSync(folder, { recursive: true, force: true }));

const messages = ['', 'message digest', '职业技能等级证书 王𬭩', 'x'.repeat(1000)];

test('the key openssl made has the public point that sm-crypto-v2 derives', { skip }, () => {
  assert.equal(sm2.getPublicKeyFromPrivateKey(privateHex), publicHex);
});

for (const message of messages) {
  const named = `${message.length} characters`;
  test(`openssl verifies what sm-crypto-v2 signed: ${named}`, { skip }, () => {
    const signature = sm2.doSignature(Buffer.from(message), privateHex, OPTIONS);
    assert.equal(opensslVerifies(signature, message), true);
    assert.equal(opensslVerifies(signature, `${message}.`), false);
  });

  test(`sm-crypto-v2 verifies what openssl signed: ${named}`, { skip }, () => {
    const signature = opensslSigns(message);
    assert.equal(sm2.doVerifySignature(Buffer.from(message), signature, publicHex, OPTIONS), true);
    assert.equal(sm2.doVerifySignature(Buffer.from(`${message}.`), signature, publicHex, OPTIONS), false);
  });
}

test('both verify the published example: GB/T 32918.5-2017 A.2', { skip }, () => {
  const point = `04${PUBLISHED.x}${PUBLISHED.y}`;
  assert.equal(sm2.getPublicKeyFromPrivateKey(PUBLISHED.private), point);
  const spki = `3059301306072a8648ce3d020106082a811ccf5501822d034200${point}`;
  const derInteger = (hex: string): string =>
    Number.parseInt(hex.slice(0, 2), 16) > 0x7f ? `022100${hex}` : `0220${hex}`;
  const body = derInteger(PUBLISHED.r) + derInteger(PUBLISHED.s);
  const signature = `30${(body.length / 2).toString(16)}${body}`;
  assert.equal(sm2.doVerifySignature(Buffer.from('message digest'), signature, point, OPTIONS), true);
  const own = readFileSync(file('public.pem'));
  const pem = `-----BEGIN PUBLIC KEY-----\n${Buffer.from(spki, 'hex').toString('base64')}\n-----END PUBLIC KEY-----\n`;
  writeFileSync(file('public.pem'), pem);
  assert.equal(opensslVerifies(signature, 'message digest'), true);
  writeFileSync(file('public.pem'), own);
});

test('neither takes a signature made under another identity', { skip }, () => {
  const signature = sm2.doSignature(Buffer.from('m'), privateHex, { ...OPTIONS, userId: 'somebody else' });
  assert.equal(opensslVerifies(signature, 'm'), false);
  assert.equal(sm2.doVerifySignature(Buffer.from('m'), signature, publicHex, OPTIONS), false);
});
