import { retentionPeriods, type RetentionLength, type RetentionOverrides } from '@app/standards';
import type { EntityManager } from 'typeorm';
import type { PersonPlace, RowKey } from './person-place.js';

const intervalOf = (length: Exclude<RetentionLength, null>): string =>
  'months' in length ? `interval '${length.months} months'` : `interval '${length.days} days'`;

/** SQL date: last day on which a row is kept, null where no day ends it; as `keptUntil` of libs/standards has it. */
export function untilSql({ rule, begins }: PersonPlace, overrides: RetentionOverrides): string {
  const [first, ...later] = retentionPeriods(rule, overrides);
  const end = (length: RetentionLength): string =>
    length ? `((${begins}) + ${intervalOf(length)})::date` : 'NULL::date';
  const cases = later.toReversed().map(({ from, length }) => `WHEN (${begins}) >= DATE '${from}' THEN ${end(length)}`);
  const otherwise = end(first?.length ?? null);
  return cases.length === 0 ? otherwise : `CASE ${cases.join(' ')} ELSE ${otherwise} END`;
}

/** SQL boolean: the row may go on the day in `$<parameter>`. */
export const dueSql = (place: PersonPlace, overrides: RetentionOverrides, parameter: number): string =>
  `coalesce(${untilSql(place, overrides)} < $${parameter}::date, false)`;

const keySql = ({ key }: PersonPlace): string => `ARRAY[${key.map(({ column }) => `t.${column}::text`).join(', ')}]`;

/** A row of a place as the queries here give it. */
export interface PlaceRow {
  key: RowKey;
  ref: string;
  begins: string | null;
  until: string | null;
  given: Record<string, unknown>;
  /** What has to be opened to know whose row it is. */
  opened: unknown;
}

export function rowSql(place: PersonPlace, overrides: RetentionOverrides): string {
  const opened = place.find.by === 'opening' ? `t.${place.find.column}` : 'NULL';
  return `SELECT ${keySql(place)} AS key, (${place.ref})::text AS ref, (${place.begins})::date::text AS begins,
      (${untilSql(place, overrides)})::text AS until, ${place.given ?? 'to_jsonb(t)'} AS given, ${opened} AS opened
    FROM ${place.rows}`;
}

export interface PlaceCount {
  goes: number;
  stays: number;
  /** When the next of those that stay may go; null when none ever does. */
  nextUntil: string | null;
}

export async function countPlace(
  tx: EntityManager,
  place: PersonPlace,
  today: string,
  overrides: RetentionOverrides,
): Promise<PlaceCount> {
  const due = dueSql(place, overrides, 1);
  const [row] = await tx.query<PlaceCount[]>(
    `SELECT count(*) FILTER (WHERE due)::int AS goes, count(*) FILTER (WHERE NOT due)::int AS stays,
       (min(until) FILTER (WHERE NOT due))::text AS "nextUntil"
     FROM (SELECT ${due} AS due, ${untilSql(place, overrides)} AS until FROM ${place.rows}) AS counted`,
    [today],
  );
  return row ?? { goes: 0, stays: 0, nextUntil: null };
}

/** Locks rows that may go: some of them, or those of the given keys that still may. */
export async function lockDue(
  tx: EntityManager,
  place: PersonPlace,
  today: string,
  overrides: RetentionOverrides,
  which: { limit: number } | { keys: readonly RowKey[] },
): Promise<Pick<PlaceRow, 'key' | 'ref'>[]> {
  const select = `SELECT ${keySql(place)} AS key, (${place.ref})::text AS ref FROM ${place.rows}
    AND ${dueSql(place, overrides, 1)}`;
  if ('limit' in which) {
    return tx.query(`${select} LIMIT ${which.limit} FOR UPDATE OF t SKIP LOCKED`, [today]);
  }
  const columns = place.key.map(({ column }) => `t.${column}`).join(', ');
  return tx.query(`${select} AND (${columns}) IN (${keysSql(place.key, 2)}) FOR UPDATE OF t`, [
    today,
    ...keyParameters(place.key, which.keys),
  ]);
}

/** Keys that were read as text, as rows of their own types; `first` is the number of the first parameter. */
export function keysSql(key: PersonPlace['key'], first = 1): string {
  const names = key.map((_, at) => `k${at}`);
  const arrays = key.map((_, at) => `$${first + at}::text[]`).join(', ');
  const typed = key.map(({ type }, at) => `k${at}::${type}`).join(', ');
  return `SELECT ${typed} FROM unnest(${arrays}) AS given(${names.join(', ')})`;
}

export const keyParameters = (key: PersonPlace['key'], keys: readonly RowKey[]): string[][] =>
  key.map((_, at) => keys.map((each) => each[at] ?? ''));

/** Erasing that needs no more than taking the rows away. */
export const deleteRows =
  (table: string, key: PersonPlace['key']) =>
  async (tx: EntityManager, keys: readonly RowKey[]): Promise<void> => {
    const columns = key.map(({ column }) => column).join(', ');
    await tx.query(`DELETE FROM ${table} WHERE (${columns}) IN (${keysSql(key)})`, keyParameters(key, keys));
  };
