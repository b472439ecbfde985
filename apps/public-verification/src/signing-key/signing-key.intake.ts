import type { EntityManager } from 'typeorm';
import { keepKey } from './signing-key.repository.js';
import { knownKeyOf, type KeyFact } from './signing-key.js';

export async function takeKeyChanged(tx: EntityManager, fact: KeyFact, recordedAt: Date): Promise<void> {
  await keepKey(tx, knownKeyOf(fact), recordedAt);
}
