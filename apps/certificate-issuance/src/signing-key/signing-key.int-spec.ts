import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonalDataVault } from '@app/platform';
import { startTestService, type TestService } from '@app/testing';
import { service } from '../service-definition.js';
import { SigningKeyService } from './signing-key.service.js';

describe('signing keys on real parts', () => {
  let issuance: TestService;

  beforeAll(async () => {
    issuance = await startTestService(service);
  });
  afterAll(async () => {
    await issuance.stop();
  });

  it('eight-processes-make-the-same-body’s-key-at-once: they end with one, and another body has its own', async () => {
    const vault = issuance.get<PersonalDataVault>(PersonalDataVault);
    const processes = Array.from({ length: 8 }, () => new SigningKeyService(issuance.dataSource, vault));
    const signers = await Promise.all(processes.map((process) => process.signerFor('org-north')));
    expect(new Set(signers.map((signer) => signer.kid)).size).toBe(1);
    await processes[0]!.signerFor('org-craft');
    const { body } = await issuance.request('GET', '/keys');
    expect(body.keys.map((key: { issuer: string }) => key.issuer).sort()).toEqual([
      'urn:jiangzheng:organisation:org-craft',
      'urn:jiangzheng:organisation:org-north',
    ]);
  });

  it('the-private-key-is-sealed: no row and no answer has it in clear', async () => {
    const rows: { private_sealed: string; public_jwk: object }[] = await issuance.dataSource.query(
      'SELECT private_sealed, public_jwk FROM signing_key',
    );
    const vault = issuance.get<PersonalDataVault>(PersonalDataVault);
    for (const row of rows) {
      const { d } = JSON.parse(vault.open('answer', row.private_sealed)) as { d: string };
      expect(d).toMatch(/^[\w-]{43}$/);
      expect(JSON.stringify([rows, (await issuance.request('GET', '/keys')).body])).not.toContain(d);
    }
  });
});
