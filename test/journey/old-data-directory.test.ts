import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { buildServices } from '../../deploy/local/build.ts';
import { prepareKeyring } from '../../deploy/local/keyring.ts';
import { loadSecrets } from '../../deploy/local/secrets.ts';
import { ROOT, SERVICES } from '../../deploy/local/settings.ts';
import type { openVault } from '../../libs/platform/src/index.ts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'jz-old-'));
const secretsFile = path.join(dataDir, 'secrets.json');
const OLD = {
  personalDataKey: Buffer.alloc(32, 7).toString('base64'),
  blindIndexKey: Buffer.alloc(32, 8).toString('base64'),
};
/** 张三, sealed by the code of before there were keyrings. */
const SEALED = 'v1.4bb06f8e.GhrLfrfaH2HJRO1prxjjIl74LjIcMeQbonE-zBGGfmmvRA';

const prepare = () => prepareKeyring({ root: ROOT, dataDir, env: process.env, secrets: loadSecrets(dataDir) });

before(async () => {
  await buildServices({ root: ROOT, dataDir, env: process.env }, SERVICES);
});
after(() => rmSync(dataDir, { recursive: true }));

test('a data directory from before there were keyrings: its keys move into one, its name stays, its values open', async () => {
  writeFileSync(secretsFile, JSON.stringify(OLD));
  const keys = await prepare();
  const secrets = loadSecrets(dataDir);
  const name = createHash('sha256').update(`installation ${OLD.personalDataKey}`).digest('hex').slice(0, 16);
  assert.equal(secrets.installation, name);
  for (const key of Object.values(OLD)) assert.ok(!readFileSync(secretsFile, 'utf8').includes(key));
  const built = path.join(ROOT, 'dist/libs/platform/src/personal-data/vault.js');
  const vault = ((await import(built)) as { openVault: typeof openVault }).openVault(keys);
  assert.equal(vault.open('name', SEALED), '张三');
});

test('a second start changes nothing', async () => {
  const [secrets, keyring] = [
    readFileSync(secretsFile, 'utf8'),
    readFileSync(path.join(dataDir, 'keyring.json'), 'utf8'),
  ];
  await prepare();
  assert.equal(readFileSync(secretsFile, 'utf8'), secrets);
  assert.equal(readFileSync(path.join(dataDir, 'keyring.json'), 'utf8'), keyring);
});

test('old keys beside a keyring that does not hold them: nothing is wiped', async () => {
  const secrets = loadSecrets(dataDir);
  const stranger = { ...OLD, personalDataKey: Buffer.alloc(32, 9).toString('base64') };
  writeFileSync(secretsFile, JSON.stringify({ ...secrets, ...stranger }));
  await assert.rejects(prepare(), /不是一套/);
  assert.equal(loadSecrets(dataDir).personalDataKey, stranger.personalDataKey);
  writeFileSync(secretsFile, JSON.stringify(secrets));
});

test('a keyring that was there and is gone is not made anew', async () => {
  rmSync(path.join(dataDir, 'keyring.json'));
  await assert.rejects(prepare(), /不见了/);
});
