import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '@app/kernel';
import { knownKeyOf, type KeyFact } from './signing-key.js';

const fact: KeyFact = {
  kid: 'k1',
  organisationId: 'org-north',
  state: 'compromised',
  compromisedFrom: '120',
  x: 'x'.repeat(43),
  y: 'y'.repeat(43),
};
const fieldOf = (change: Partial<KeyFact>): unknown => {
  try {
    return knownKeyOf({ ...fact, ...change }).compromisedFrom;
  } catch (error) {
    return (error as DomainError).params['field'];
  }
};

describe('signing key', () => {
  it('keeps a key with the leaf from which it proves nothing', () => {
    expect(knownKeyOf(fact)).toMatchObject({ state: 'compromised', compromisedFrom: 120, publicJwk: { kid: 'k1' } });
    expect(fieldOf({ state: 'active', compromisedFrom: '' })).toBeNull();
    expect(knownKeyOf({ ...fact, x: '', y: '' }).publicJwk).toBeNull();
  });

  it('names what an event lacks: a stolen key without its place in the log above all', () => {
    expect(fieldOf({ kid: '' })).toBe('kid');
    expect(fieldOf({ organisationId: '' })).toBe('organisationId');
    expect(fieldOf({ state: 'lost' })).toBe('state');
    expect(fieldOf({ compromisedFrom: '' })).toBe('compromisedFrom');
    expect(fieldOf({ compromisedFrom: '-1' })).toBe('compromisedFrom');
    expect(fieldOf({ state: 'active' })).toBe('compromisedFrom');
    expect(fieldOf({ y: '' })).toBe('y');
    expect(fieldOf({ x: '短' })).toBe('x');
  });
});
