import { PLATFORM_SEALED_COLUMNS, type SealedColumn, type SealedFields } from './sealed-columns.js';
import { sealedPrefix } from './vault.js';

/** A connection with the rights of the schemas' owner, as `pg` has it. */
export interface Sql {
  query<R extends object>(text: string, values?: unknown[]): Promise<{ rows: R[]; rowCount: number | null }>;
}

/** A table with everything in it that is sealed, so that a row is written once. */
export interface SealedTable {
  schema: string;
  table: string;
  key: readonly { name: string; type: string }[];
  columns: readonly SealedColumn[];
}

/** As in the registries; whatever is not a plain name never reaches SQL. */
const NAME_FORM = /^[a-zA-Z_]\w*$/;

export const isFields = (column: SealedColumn): column is SealedFields => 'fields' in column;

function named(name: string): string {
  if (!NAME_FORM.test(name)) throw new Error('a registry of sealed columns has a name that is none');
  return `"${name}"`;
}

export const nameOf = ({ schema, table }: SealedTable): string => `${named(schema)}.${named(table)}`;

/** The tables of one service's schema. @throws Error when one is not there or has another primary key */
export async function sealedTables(sql: Sql, schema: string, own: readonly SealedColumn[]): Promise<SealedTable[]> {
  const byTable = new Map<string, SealedColumn[]>();
  for (const column of [...own, ...PLATFORM_SEALED_COLUMNS]) {
    byTable.set(column.table, [...(byTable.get(column.table) ?? []), column]);
  }
  const tables: SealedTable[] = [];
  for (const [table, columns] of byTable) {
    const key = await primaryKey(sql, schema, table);
    const wanted = columns.map((column) => column.key.join());
    if (key.length === 0 || wanted.some((names) => names !== key.map(({ name }) => name).join())) {
      throw new Error(`the registry of sealed columns does not fit the primary key of ${schema}.${table}`);
    }
    tables.push({ schema, table, key, columns });
  }
  return tables;
}

async function primaryKey(sql: Sql, schema: string, table: string): Promise<SealedTable['key']> {
  const { rows } = await sql.query<{ name: string; type: string }>(
    `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type
       FROM pg_index i
       JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS k(attnum, place)
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
      WHERE n.nspname = $1 AND c.relname = $2 AND i.indisprimary ORDER BY k.place`,
    [schema, table],
  );
  return rows;
}

const fieldPath = (field: string): string => `strict $.**.${named(field)}`;

/** True for a row that has a value under a key other than the given one. */
function isOld(column: SealedColumn, keyId: string): string {
  const name = named(column.column);
  const prefix = sealedPrefix(keyId);
  // The beginning only: a long value is kept outside its row, and need not be fetched whole.
  if (!isFields(column)) return `left(${name}, ${prefix.length}) <> '${prefix}'`;
  const paths = Object.keys(column.fields).map(
    (field) => `jsonb_path_exists(${name}, '${fieldPath(field)} ? (!(@ starts with "${prefix}"))')`,
  );
  return `(${paths.join(' OR ')})`;
}

export const anyOld = (table: SealedTable, keyId: string): string =>
  table.columns.map((column) => isOld(column, keyId)).join(' OR ');

const columnsOf = (table: SealedTable, form: (name: string, at: number) => string): string[] =>
  table.columns.map(({ column }, at) => form(named(column), at));
const keysOf = (table: SealedTable, form: (name: string, at: number, type: string) => string): string[] =>
  table.key.map(({ name, type }, at) => form(named(name), at, type));

/**
 * One page in the order of the primary key, after the key in `$1…` unless it is the first: `k0…` and `o0…` as text. It
 * ends early where the values grow beyond `bytesMax`: a sealed workbook is a thousand times as long as a name.
 */
export function pageQuery(
  table: SealedTable,
  keyId: string,
  { isFirst, rowsMax, bytesMax }: { isFirst: boolean; rowsMax: number; bytesMax: number },
): string {
  const keys = keysOf(table, (name) => name).join(', ');
  const aliases = keysOf(table, (_, at) => `k${at}`).join(', ');
  const after = keysOf(table, (_, at, type) => `$${at + 1}::${type}`).join(', ');
  const bytes = columnsOf(table, (name) => `coalesce(octet_length(${name}::text), 0)`).join(' + ');
  const inner = [
    ...keysOf(table, (name, at) => `${name} AS k${at}`),
    ...columnsOf(table, (name, at) => `${name}::text AS o${at}`),
  ].join(', ');
  const outer = [...keysOf(table, (_, at) => `k${at}::text`), ...columnsOf(table, (_, at) => `o${at}`)].join(', ');
  return `SELECT ${outer} FROM (
      SELECT p.*, sum(bytes) OVER (ORDER BY ${aliases} ROWS UNBOUNDED PRECEDING) - bytes AS before FROM (
        SELECT ${inner}, ${bytes} AS bytes FROM ${nameOf(table)}
         WHERE ${isFirst ? 'true' : `(${keys}) > (${after})`} AND (${anyOld(table, keyId)})
         ORDER BY ${keys} LIMIT ${rowsMax}) p) q
     WHERE before < ${bytesMax} ORDER BY ${aliases}`;
}

/**
 * Writes new values where the old ones still stand, as seen once the row is locked. A row that somebody holds is passed over: a rotation that waits for
 * rows could close a circle of waiters, and the service in it would lose its transaction.
 */
export function updateStatement(table: SealedTable): string {
  const same = (column: SealedColumn, at: number): string =>
    `t.${named(column.column)} IS NOT DISTINCT FROM g.o${at}${isFields(column) ? '::jsonb' : ''}`;
  const unchanged = table.columns.map(same).join(' AND ');
  const match = keysOf(table, (name, at) => `t.${name} = g.k${at}`).join(' AND ');
  const arrays = [...keysOf(table, (_, __, type) => type), ...table.columns.flatMap(() => ['text', 'text'])];
  const names = [...keysOf(table, (_, at) => `k${at}`), ...table.columns.flatMap((_, at) => [`o${at}`, `n${at}`])];
  const set = table.columns.map(
    (column, at) => `${named(column.column)} = g.n${at}${isFields(column) ? '::jsonb' : ''}`,
  );
  return `WITH g AS MATERIALIZED (
      SELECT * FROM unnest(${arrays.map((type, at) => `$${at + 1}::${type}[]`).join(', ')}) AS g(${names.join(', ')})),
    free AS MATERIALIZED (
      SELECT ${keysOf(table, (_, at) => `g.k${at}`).join(', ')} FROM ${nameOf(table)} t JOIN g ON ${match}
       WHERE ${unchanged} FOR NO KEY UPDATE OF t SKIP LOCKED)
    UPDATE ${nameOf(table)} t SET ${set.join(', ')} FROM g
      JOIN free f ON ${keysOf(table, (_, at) => `f.k${at} = g.k${at}`).join(' AND ')}
     WHERE ${match}`;
}

/** Values of one column by the id of their key. */
export function countQuery(table: SealedTable, column: SealedColumn): string {
  const name = named(column.column);
  const [value, from] = isFields(column)
    ? [
        `v #>> '{}'`,
        `${nameOf(table)}, LATERAL (${Object.keys(column.fields)
          .map((field) => `SELECT jsonb_path_query(${name}, '${fieldPath(field)}') AS v`)
          .join(' UNION ALL ')}) x`,
      ]
    : [name, nameOf(table)];
  return `SELECT split_part(value, '.', 2) AS "keyId", count(*)::int AS count
            FROM (SELECT ${value} AS value FROM ${from}) s WHERE value IS NOT NULL GROUP BY 1 ORDER BY 1`;
}
