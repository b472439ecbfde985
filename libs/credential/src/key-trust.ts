import type { SigningKeyEntry } from './log-entry.js';

/** What is known of a signing key: from the published key set, or, with the indexes of its leaves, from the log. */
export interface KeyStanding {
  state: SigningKeyEntry['state'];
  /** Leaves from this index on prove nothing; there is one as soon as the key is compromised. */
  compromisedFrom?: number | null;
  /** Index of the leaf that made it active, where the log was read. */
  activeFrom?: number;
  /** Index of the leaf that retired it, where the log was read. */
  retiredFrom?: number;
}

export type KeyTrust = 'trusted' | 'not-in-use' | 'compromised';

/**
 * Whether a good signature of the key says anything, for a certificate whose leaf stands at `leafIndex`. A thief has
 * the key but not the log: he cannot put a leaf below the index at which the registry gave the key up. So what was
 * logged below it stays valid, and everything else that the key signed does not, whatever date it bears.
 * @param leafIndex undefined when the certificate is not proven to be in the log
 */
export function keyTrustAt(key: KeyStanding, leafIndex: number | undefined): KeyTrust {
  if (key.state === 'compromised') {
    const from = key.compromisedFrom ?? 0;
    // Written so that whatever is no index is refused as well.
    if (!(leafIndex !== undefined && leafIndex >= 0 && leafIndex < from)) return 'compromised';
  } else if (key.state === 'next') {
    return 'not-in-use';
  }
  if (leafIndex === undefined) return 'trusted';
  if (key.activeFrom !== undefined && leafIndex < key.activeFrom) return 'not-in-use';
  if (key.retiredFrom !== undefined && leafIndex >= key.retiredFrom) return 'not-in-use';
  return 'trusted';
}
