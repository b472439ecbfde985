import { DomainError } from '@app/kernel';
import type { EntityManager } from 'typeorm';

/**
 * Days of issue never run backwards: a clock that jumps back over New Year would draw numbers of a year that is over.
 * @param today `YYYY-MM-DD`, China
 * @throws DomainError `number/clock-behind` with both days
 */
export async function reachIssueDay(tx: EntityManager, today: string): Promise<void> {
  const [row] = await tx.query<{ latest: string }[]>('SELECT latest::text FROM issue_day');
  const latest = row?.latest ?? today;
  if (today < latest) throw new DomainError('number/clock-behind', { today, latest });
  // Once a day: on all others nobody waits for this row.
  if (today > latest) await tx.query('UPDATE issue_day SET latest = $1 WHERE latest < $1', [today]);
}
