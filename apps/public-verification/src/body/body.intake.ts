import { chinaDate } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import { filedSitesOf, type FiledFact } from './body.js';
import { replaceFiling } from './body.repository.js';

/** A change that does not say from when it counts does so from the day on which it was recorded. */
export async function takeFilingFiled(tx: EntityManager, fact: FiledFact, recordedAt: Date): Promise<void> {
  const from = fact.effectiveOn || chinaDate(recordedAt);
  await replaceFiling(tx, fact.filingId, filedSitesOf(fact), { from, recordedAt });
}
