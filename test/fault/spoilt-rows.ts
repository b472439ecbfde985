import type { Client } from 'pg';

/** Lets an administrator spoil a table; afterwards it is as it was, whatever came of it: the next test starts clean. */
export async function withSpoilt(admin: Client, table: string, work: (honest: string) => Promise<void>): Promise<void> {
  const honest = `honest_${table}`;
  await admin.query(`CREATE TABLE ${honest} AS TABLE ${table}`);
  try {
    await work(honest);
  } finally {
    // Rows that others refer to go and come back: no foreign key may stand in the way of that.
    await admin.query('SET session_replication_role = replica');
    await admin.query(`DELETE FROM ${table}`);
    await admin.query(`INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM ${honest}`);
    await admin.query(`RESET session_replication_role; DROP TABLE ${honest}`);
  }
}
