import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openVault, type PersonalDataVault } from '@app/platform';
import { makeTestKeys } from '@app/testing';
import { afterAll, expect, test } from '@jest/globals';
import { openTicket, sealTicket } from './ticket.js';

const folder = mkdtempSync(path.join(tmpdir(), 'jz-ticket-'));
afterAll(() => rmSync(folder, { recursive: true }));
function newVault(name: string): PersonalDataVault {
  mkdirSync(path.join(folder, name));
  return openVault(makeTestKeys(path.join(folder, name)));
}
const vault = newVault('here');
const CONTENT = { accountId: 'a' };
const NOW = Date.parse('2026-11-23T09:00:00Z');
const sealed = sealTicket(vault, 'sign-in', CONTENT, NOW);

test('a ticket is good for its own series of forms, for a quarter of an hour', () => {
  expect(openTicket(vault, 'sign-in', sealed, NOW + 899_000)).toEqual(CONTENT);
  expect(openTicket(vault, 'sign-in', sealed, NOW + 900_000)).toBeUndefined();
  expect(openTicket(vault, 'invitation', sealed, NOW)).toBeUndefined();
  expect(sealed).not.toContain('accountId');
});

test('a ticket that was altered, made elsewhere, or is something else that was sealed, is none', () => {
  const altered = `${sealed.slice(0, -8)}${sealed.endsWith('AAAAAAAA') ? 'BBBBBBBB' : 'AAAAAAAA'}`;
  const elsewhere = sealTicket(newVault('elsewhere'), 'sign-in', CONTENT, NOW);
  const other = vault.seal('secret', JSON.stringify({ ...CONTENT, expiresAt: NOW + 1000 }));
  for (const text of ['', 'x', altered, elsewhere, other, vault.seal('secret', 'null')]) {
    expect(openTicket(vault, 'sign-in', text, NOW)).toBeUndefined();
  }
});
