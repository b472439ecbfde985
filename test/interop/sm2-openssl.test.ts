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

test('neither takes a signature made under another identity', { skip }, () => {
  const signature = sm2.doSignature(Buffer.from('m'), privateHex, { ...OPTIONS, userId: 'somebody else' });
  assert.equal(opensslVerifies(signature, 'm'), false);
  assert.equal(sm2.doVerifySignature(Buffer.from('m'), signature, publicHex, OPTIONS), false);
});
