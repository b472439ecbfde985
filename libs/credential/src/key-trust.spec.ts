import { describe, expect, it } from '@jest/globals';
import { keyTrustAt } from './key-trust.js';

describe('what a signature is worth by the state of its key and the place of its leaf', () => {
  it('a-key-in-use-or-retired: trusted in the log and, offline, without a place in it', () => {
    for (const state of ['active', 'retired'] as const) {
      expect([keyTrustAt({ state }, 7), keyTrustAt({ state }, undefined)]).toEqual(['trusted', 'trusted']);
    }
  });

  it('a-key-that-is-not-yet-used signs nothing', () => {
    expect([keyTrustAt({ state: 'next' }, 7), keyTrustAt({ state: 'next' }, undefined)]).toEqual([
      'not-in-use',
      'not-in-use',
    ]);
  });

  it('a-stolen-key: what was logged below the index stays valid, everything else does not', () => {
    const stolen = { state: 'compromised', compromisedFrom: 100 } as const;
    expect([0, 99, 100, 101, undefined, Number.NaN, -1].map((index) => keyTrustAt(stolen, index))).toEqual([
      'trusted',
      'trusted',
      'compromised',
      'compromised',
      'compromised',
      'compromised',
      'compromised',
    ]);
  });

  it('a-stolen-key-without-an-index is trusted nowhere', () => {
    expect([
      keyTrustAt({ state: 'compromised' }, 0),
      keyTrustAt({ state: 'compromised', compromisedFrom: null }, 0),
    ]).toEqual(['compromised', 'compromised']);
  });

  it('with-the-key’s-own-leaves: nothing before it was active and nothing after it was retired', () => {
    const retired = { state: 'retired', activeFrom: 10, retiredFrom: 20 } as const;
    expect([9, 10, 19, 20].map((index) => keyTrustAt(retired, index))).toEqual([
      'not-in-use',
      'trusted',
      'trusted',
      'not-in-use',
    ]);
    const stolenLater = { ...retired, state: 'compromised', compromisedFrom: 50 } as const;
    expect([19, 20, 49, 50].map((index) => keyTrustAt(stolenLater, index))).toEqual([
      'trusted',
      'not-in-use',
      'not-in-use',
      'compromised',
    ]);
  });
});
