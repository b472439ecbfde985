import { verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeLogEntry, parseEntryBundle, type LogEntry } from '@app/credential';
import type { Clock } from '@app/kernel';
import { CLOCK, CONFIG, PersonalDataVault } from '@app/platform';
import { startTestService, type TestService } from '@app/testing';
import type { IssuanceConfig } from '../issuance.config.js';
import { service } from '../service-definition.js';
import { KeyHoldersService } from './key-holders.service.js';
import { RegistryCaService } from './registry-ca.service.js';
import { SigningKeyService } from './signing-key.service.js';

const CHANGED = 'certificate-issuance.signing-key.changed.v1';

describe('signing keys on real parts', () => {
  let issuance: TestService;

  beforeAll(async () => {
    issuance = await startTestService(service);
  });
  afterAll(async () => {
    await issuance.stop();
  });

  /** As another process of the service would have it. */
  const process = (): SigningKeyService => {
    const vault = issuance.get<PersonalDataVault>(PersonalDataVault);
    const clock = issuance.get<Clock>(CLOCK);
    const holders = new KeyHoldersService(vault, issuance.get<IssuanceConfig>(CONFIG));
    const ca = new RegistryCaService(issuance.dataSource, holders, clock);
    return new SigningKeyService(issuance.dataSource, holders, ca, clock);
  };
  const leaves = async (): Promise<LogEntry[]> => {
    const rows: { leaves: number; entries: Buffer }[] = await issuance.dataSource.query(
      'SELECT leaves, entries FROM log_batch ORDER BY position',
    );
    return rows.flatMap((row) => parseEntryBundle(row.entries, row.leaves)).map((bytes) => decodeLogEntry(bytes));
  };

  it('eight-processes-make-the-same-body’s-keys-at-once: they end with one chain, logged and told once', async () => {
    const processes = Array.from({ length: 8 }, process);
    const signers = await Promise.all(processes.map((each) => each.signerFor('org-north')));
    expect(new Set(signers.map((signer) => signer.kid)).size).toBe(1);
    await processes[0]!.signerFor('org-craft');
    const { body } = await issuance.request('GET', '/keys');
    const shown = body.keys.map(
      (key: { issuer: string; state: string }) => `${key.issuer.split(':').at(-1)} ${key.state}`,
    );
    expect(shown.sort()).toEqual(['org-craft active', 'org-craft next', 'org-north active', 'org-north next']);
    const logged = (await leaves()).map((entry) =>
      entry.type === 'signing-key' ? `${entry.organisation} ${entry.state}` : entry.type,
    );
    expect(logged.sort()).toEqual(shown.sort());
    const told = (await issuance.told(CHANGED)).map(
      ({ data }) => `${String(data['organisationId'])} ${String(data['state'])}`,
    );
    expect(told.sort()).toEqual(shown.sort());
  });

  it('the-signature-fits-the-published-key, and the key is opened once', async () => {
    const keys = issuance.get<SigningKeyService>(SigningKeyService);
    const signer = await keys.signerFor('org-north');
    expect(await keys.signerFor('org-north')).toBe(signer);
    const { body } = await issuance.request('GET', '/keys');
    const shown = body.keys.find((key: { kid: string }) => key.kid === signer.kid);
    expect(shown).toMatchObject({ alg: 'ES256', state: 'active', national: { crv: 'SM2', alg: 'SM2-SM3' } });
    const { kty, crv, x, y } = shown;
    const bytes = Buffer.from('证书');
    const key = { key: { kty, crv, x, y }, format: 'jwk', dsaEncoding: 'ieee-p1363' } as const;
    expect(verify('sha256', bytes, key, signer.signNow(bytes))).toBe(true);
    expect(await signer.sign(new Uint8Array(bytes))).toHaveLength(64);
  });

  it('the-private-keys-are-sealed: no row and no answer has them in clear', async () => {
    const rows: { private_sealed: string; national_sealed: string }[] = await issuance.dataSource.query(
      'SELECT private_sealed, national_sealed, public_jwk FROM signing_key',
    );
    expect(rows).toHaveLength(4);
    const vault = issuance.get<PersonalDataVault>(PersonalDataVault);
    const shown = JSON.stringify([rows, (await issuance.request('GET', '/keys')).body]);
    for (const row of rows) {
      const { d } = JSON.parse(vault.open('answer', row.private_sealed)) as { d: string };
      expect(d).toMatch(/^[\w-]{43}$/);
      const national = vault.open('answer', row.national_sealed);
      expect(national).toMatch(/^[0-9a-f]{64}$/);
      for (const secret of [d, national, Buffer.from(national, 'hex').toString('base64url')]) {
        expect(shown).not.toContain(secret);
      }
    }
  });

  it('the-same-set-again: who has it is told so, and is told of the new one', async () => {
    const first = await issuance.request('GET', '/keys');
    const etag = first.headers.get('etag') ?? '';
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'public, max-age=60']);
    const again = await fetch(`${issuance.url}/keys`, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await process().signerFor('org-third');
    const grown = await fetch(`${issuance.url}/keys`, { headers: { 'if-none-match': etag } });
    expect([grown.status, grown.headers.get('etag') === etag]).toEqual([200, false]);
  });

  it('a-key-from-before-there-were-chains: it stays, and gets an SM2 key and a next key', async () => {
    const maker = await process().signerFor('org-old');
    // As the first migration left it; what guards the history of keys has to be told to look away.
    await issuance.dataSource.query(`
      ALTER TABLE signing_key DISABLE TRIGGER signing_key_guard;
      DELETE FROM signing_key WHERE organisation_id = 'org-old' AND state = 'next';
      UPDATE signing_key SET national_jwk = NULL, national_sealed = NULL WHERE organisation_id = 'org-old';
      ALTER TABLE signing_key ENABLE TRIGGER signing_key_guard`);
    const signer = await process().signerFor('org-old');
    expect(signer.kid).toBe(maker.kid);
    expect(signer.signNational(Buffer.from('证书')).alg).toBe('SM2-SM3');
    const rows = await issuance.dataSource.query(
      `SELECT state FROM signing_key WHERE organisation_id = 'org-old' ORDER BY state`,
    );
    expect(rows).toEqual([{ state: 'active' }, { state: 'next' }]);
  });
});
