import type { EntityManager } from 'typeorm';
import { signingKeyOf, type KeyFact } from './signing-key.js';
import { keepSigningKey } from './signing-key.repository.js';

/** What the event does to the read model, when it is heard and when the model is made anew. */
export async function takeKeyChanged(tx: EntityManager, fact: KeyFact): Promise<void> {
  const key = signingKeyOf(fact);
  if (key) await keepSigningKey(tx, key);
}
