import type { EntityManager } from 'typeorm';
import { takeStatusBlocks, type StatusBlock } from './status-order.js';

/** A number that stands for "give out entries" among PostgreSQL's advisory locks. */
const GIVING_OUT = 7_361_001;

/** Takes entries for `count` certificates. To be called in a transaction of its own, for it holds up all others. */
export async function takeStatusEntries(tx: EntityManager, count: number): Promise<StatusBlock[]> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [GIVING_OUT]);
  const [newest] = await tx.query<{ list: number; taken: number }[]>(
    'SELECT list, taken FROM status_list ORDER BY list DESC LIMIT 1',
  );
  const blocks = takeStatusBlocks(newest ?? { list: 1, taken: 0 }, count);
  await tx.query(
    `INSERT INTO status_list (list, taken, epoch, dirty) SELECT l, t, 0, true FROM unnest($1::int[], $2::int[]) AS x(l, t)
     ON CONFLICT ON CONSTRAINT status_list_pk DO UPDATE SET taken = excluded.taken`,
    [blocks.map((block) => block.list), blocks.map((block) => block.first + block.count)],
  );
  return blocks;
}
