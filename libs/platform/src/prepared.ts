import { hash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

const names = new Map<string, string>();

/** PostgreSQL knows a prepared statement by its name, at most 63 bytes, and the driver wants one text for a name. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) names.set(text, (name = `jz_${hash('sha256', text, 'hex').slice(0, 32)}`));
  return name;
}

/**
 * Runs a statement that PostgreSQL parses and plans once a connection. For the few that strangers make run thousands of
 * times a second: planning such a look-up takes ten times as long as looking. The text must be one of the program's own
 * constants, for every other text stays in the memory of every connection.
 * @throws the driver's error, with its SQLSTATE as `code`
 */
export async function prepared<Row>(tx: EntityManager, text: string, values: readonly unknown[]): Promise<Row[]> {
  const connection = tx.queryRunner
    ? ((await tx.queryRunner.connect()) as PoolClient)
    : ((tx.connection.driver as PostgresDriver).master as Pool);
  const { rows } = await connection.query<Row & object>({ name: nameOf(text), text, values: [...values] });
  return rows;
}
