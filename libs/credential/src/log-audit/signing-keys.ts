import type { SigningKeyEntry } from '../log-entry.js';
import type { Say } from './audit-rules.js';

type KeyState = SigningKeyEntry['state'];

interface Key {
  organisation: string;
  state: KeyState;
  compromisedFrom: number;
  /** Head and last leaf of each block it signed: a compromise may be dated back to before some of them. */
  blocks: { index: number; last: number }[];
}

/** A state may be told again: a key from before the log, or one that got its second algorithm. */
const FOLLOWS: Record<KeyState, readonly KeyState[]> = {
  next: ['next', 'active', 'compromised'],
  active: ['active', 'retired', 'compromised'],
  retired: ['retired', 'compromised'],
  compromised: ['compromised'],
};

/** Which key each body signs with at the place of the log that has been reached. */
export class SigningKeys {
  readonly #keys = new Map<string, Key>();

  constructor(private readonly say: Say) {}

  take({ organisation, kid, state, compromisedFrom }: SigningKeyEntry, index: number): void {
    const known = this.#keys.get(kid);
    if (known && (known.organisation !== organisation || !FOLLOWS[known.state].includes(state))) {
      this.say('key-transition', index, `key ${kid}`, `${known.state} → ${state}`);
      return;
    }
    const from = state === 'compromised' ? (compromisedFrom ?? 0) : Number.POSITIVE_INFINITY;
    const key = known ?? { organisation, state, compromisedFrom: from, blocks: [] };
    Object.assign(key, { state, compromisedFrom: from });
    this.#keys.set(kid, key);
    for (const block of key.blocks) if (block.last >= from) this.#sayCompromised(kid, block.index, from);
  }

  takeBlock(kid: string, organisation: string | undefined, block: { index: number; last: number }): void {
    const key = this.#keys.get(kid);
    if (key?.state === 'compromised') {
      this.#sayCompromised(kid, block.index, key.compromisedFrom);
    } else if (key?.state !== 'active' || (organisation !== undefined && key.organisation !== organisation)) {
      this.say('key-not-active', block.index, `key ${kid}`, key ? `${key.organisation}: ${key.state}` : undefined);
    }
    key?.blocks.push(block);
  }

  #sayCompromised(kid: string, index: number, from: number): void {
    this.say('key-compromised', index, `key ${kid}`, `≥ ${from}`);
  }
}
