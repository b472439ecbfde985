import { DomainError } from '@app/kernel';
// Not the platform's: the day is no part of the request that reaches it first.
import { inTransaction } from '@app/messaging';
import { SERVICE } from '@app/platform';
import type { DataSource, EntityManager } from 'typeorm';

/**
 * Days of issue never run backwards: a clock that jumps back over New Year would draw numbers of a year that is over.
 * A new day is noted in a transaction of its own: the first issue of the day would else hold up all others.
 * @param today `YYYY-MM-DD`, China
 * @throws DomainError `number/clock-behind` with both days
 */
export async function reachIssueDay(dataSource: DataSource, tx: EntityManager, today: string): Promise<void> {
  const [row] = await tx.query<{ latest: string }[]>('SELECT latest::text FROM issue_day');
  const latest = row?.latest ?? today;
  if (today < latest) throw new DomainError('number/clock-behind', { today, latest });
  if (today === latest) return;
  await inTransaction(dataSource, SERVICE, (own) =>
    own.query('UPDATE issue_day SET latest = $1 WHERE latest < $1', [today]),
  );
}
