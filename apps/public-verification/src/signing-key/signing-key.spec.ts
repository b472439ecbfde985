import type { DomainError } from '@app/kernel';
import { describe, expect, it } from '@jest/globals';
import { signingKeyOf, snapshotKeyOf, type KeyFact } from './signing-key.js';

const fact: KeyFact = {
  kid: 'kid',
  organisationId: 'org-north',
  state: 'active',
  compromisedFrom: '',
  x: 'x'.repeat(43),
  y: 'y'.repeat(43),
};
const fieldOf = (change: Partial<KeyFact>): unknown => {
  try {
    return signingKeyOf({ ...fact, ...change })?.compromisedFrom;
  } catch (error) {
    return (error as DomainError).params['field'];
  }
};

describe('a signing key', () => {
  it('is kept with the index from which it proves nothing, and only when it is compromised', () => {
    expect(fieldOf({})).toBe(null);
    expect(fieldOf({ state: 'compromised', compromisedFrom: '0' })).toBe(0);
    expect(fieldOf({ state: 'compromised' })).toBe('compromisedFrom');
    const key = signingKeyOf({ ...fact, state: 'compromised', compromisedFrom: '40' });
    expect(key && snapshotKeyOf(key)).toMatchObject({
      issuer: 'urn:jiangzheng:organisation:org-north',
      compromisedFrom: 40,
    });
  });

  it('of before coordinates were told is passed over; one with wrong ones is put before an operator', () => {
    expect(signingKeyOf({ ...fact, x: '', y: '' })).toBe(null);
    expect(fieldOf({ y: '' })).toBe('x');
    expect(fieldOf({ state: 'lost' })).toBe('state');
  });
});
