import { verify } from 'node:crypto';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inPkcs11Session, PersonalDataVault, type Pkcs11Token } from '@app/platform';
import { makeTestToken, startTestService, type TestService } from '@app/testing';
import { province, province2, Reporter } from '../../test/reporter.js';
import { IssuanceConfig } from '../issuance.config.js';
import { service } from '../service-definition.js';
import { KeyHoldersService } from './key-holders.service.js';
import { pkcs11Holder } from './signing-key.pkcs11.js';
import { SigningKeyService } from './signing-key.service.js';

const MODULES = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/local/lib/softhsm/libsofthsm2.so',
  '/opt/homebrew/lib/softhsm/libsofthsm2.so',
];
const module = MODULES.find((path) => existsSync(path));
if (!module) {
  console.warn(
    '!! 跳过签名密钥的硬件密码机测试：未安装 softhsm2（apt-get install softhsm2）。\n' +
      '!! SKIPPED: signing keys in a token are not tested here, softhsm2 is not installed (apt-get install softhsm2).',
  );
}
const PIN = '70315';
const TOKEN = `signing-${process.pid}`;

(module ? describe : describe.skip)('signing keys in a security module, on SoftHSM', () => {
  const token: Pkcs11Token = { module: module ?? '', tokenLabel: TOKEN, slot: undefined, pin: PIN, pinFile: undefined };
  const bytes = new Uint8Array(Buffer.from('证书'));
  let issuance: TestService;
  let keys: SigningKeyService;

  beforeAll(async () => {
    makeTestToken(token.module, TOKEN, PIN);
    issuance = await startTestService(service, 'both', {
      SIGNING_KEY_HOLDER: 'pkcs11',
      PKCS11_MODULE: module,
      PKCS11_TOKEN_LABEL: TOKEN,
      PKCS11_PIN: PIN,
    });
    issuance.setNow('2026-12-01T02:00:00Z');
    keys = issuance.get<SigningKeyService>(SigningKeyService);
  });
  afterAll(async () => {
    await issuance.stop();
  });

  const keyOf = ({ kty, crv, x, y }: Record<string, string>) =>
    ({ key: { kty, crv, x, y }, format: 'jwk', dsaEncoding: 'ieee-p1363' }) as const;
  const shown = async (kid: string): Promise<Record<string, string>> =>
    (await issuance.request('GET', '/keys')).body.keys.find((key: { kid: string }) => key.kid === kid);
  const keysInToken = (): number =>
    inPkcs11Session(token, ({ library, cryptoki, handle }) => {
      cryptoki.C_FindObjectsInit(handle, [{ type: library.CKA_CLASS, value: library.CKO_PRIVATE_KEY }]);
      const found = cryptoki.C_FindObjects(handle, 100);
      cryptoki.C_FindObjectsFinal(handle);
      return found.length;
    });

  it('the-token-signs: ES256 by the published key, at once, and the database has no private key', async () => {
    const signer = await keys.signerFor('org-north');
    const key = keyOf(await shown(signer.kid));
    for (let round = 0; round < 50; round += 1) {
      const signature = signer.signNow(bytes);
      expect([signature.length, verify('sha256', bytes, key, signature)]).toEqual([64, true]);
    }
    expect(verify('sha256', Buffer.from('其他'), key, signer.signNow(bytes))).toBe(false);
    const rows = await issuance.dataSource.query('SELECT holder, private_sealed, token_key FROM signing_key');
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(row).toEqual({
        holder: 'pkcs11',
        private_sealed: null,
        token_key: expect.stringMatching(/^[0-9a-f]{32}$/),
      });
    }
  });

  it('the-key-cannot-be-read-out: it is sensitive and not extractable', async () => {
    const [row] = await issuance.dataSource.query(`SELECT token_key FROM signing_key LIMIT 1`);
    const read = () =>
      inPkcs11Session(token, ({ library, cryptoki, handle }) => {
        cryptoki.C_FindObjectsInit(handle, [
          { type: library.CKA_CLASS, value: library.CKO_PRIVATE_KEY },
          { type: library.CKA_ID, value: Buffer.from(row.token_key, 'hex') },
        ]);
        const [key] = cryptoki.C_FindObjects(handle, 1);
        cryptoki.C_FindObjectsFinal(handle);
        const CKA_VALUE = 0x11;
        return cryptoki.C_GetAttributeValue(handle, key!, [{ type: CKA_VALUE }]);
      });
    expect(read).toThrow(/CKR_ATTRIBUTE_SENSITIVE/);
  });

  it('a-roll-is-issued-and-the-key-rotated in the token, which keeps no key that nobody uses', async () => {
    const reporter = await Reporter.withFiling(issuance);
    const roll = await reporter.plannedRoll();
    await reporter.report(roll, 1, reporter.people(20));
    const issued = await issuance.request('POST', `/rolls/${roll.rollId}/issue`, { as: province, json: {} });
    expect([issued.status, issued.body.counts]).toEqual([200, { rows: 20, issued: 20, refused: 0 }]);
    issuance.setNow('2026-12-01T03:00:00Z');
    const old = await keys.signerFor('org-north');
    const reason = { reason: '年度轮换' };
    const proposed = await issuance.request('POST', '/keys/org-north/rotate', { as: province, json: reason });
    const path = `/key-changes/${proposed.body.id}/confirm`;
    expect((await issuance.request('POST', path, { as: province, json: {} })).status).toBe(403);
    expect(keysInToken()).toBe(2);
    expect((await issuance.request('POST', path, { as: province2, json: {} })).status).toBe(200);
    expect(keysInToken()).toBe(3);
    const signer = await keys.signerFor('org-north');
    expect(signer.kid).not.toBe(old.kid);
    expect(verify('sha256', bytes, keyOf(await shown(signer.kid)), signer.signNow(bytes))).toBe(true);
    const document = await keys.documentSignerFor('org-north');
    expect(
      verify('sha256', bytes, { ...keyOf(await shown(signer.kid)), dsaEncoding: 'der' }, await document.sign(bytes)),
    ).toBe(true);
  });

  it('another-process, a-session-that-broke: the same key signs on', () => {
    const holder = pkcs11Holder(token);
    const made = holder.make();
    const { signNow } = pkcs11Holder(token).open(made);
    expect(verify('sha256', bytes, keyOf({ ...made.publicJwk }), signNow(bytes))).toBe(true);
    inPkcs11Session(token, ({ cryptoki }) => {
      // As a module does it that was restarted: every session of the process is gone.
      const [slot] = cryptoki
        .C_GetSlotList(true)
        .filter((each) => cryptoki.C_GetTokenInfo(each).label.trim() === TOKEN);
      (cryptoki as unknown as { C_CloseAllSessions(slot: Buffer | undefined): void }).C_CloseAllSessions(slot);
      cryptoki.C_CloseSession = () => undefined;
    });
    expect(verify('sha256', bytes, keyOf({ ...made.publicJwk }), signNow(bytes))).toBe(true);
    holder.discard(made);
    expect(() => pkcs11Holder(token).open(made).signNow(bytes)).toThrow(/没有完成操作.*no signing key/s);
  });

  it('settings-that-name-no-token: the service does not start, and says why', () => {
    const vault = issuance.get<PersonalDataVault>(PersonalDataVault);
    const config = Object.assign(new IssuanceConfig(), { SIGNING_KEY_HOLDER: 'pkcs11' });
    expect(() => new KeyHoldersService(vault, config)).toThrow(/PKCS11_MODULE.*PKCS11_TOKEN_LABEL.*PKCS11_PIN/s);
  });
});
