/**
 * Closes a table: without a standing nobody sees a row of it. Auditors and the public change nothing anywhere.
 * @param look who sees a row, as SQL
 * @param change who makes, changes and removes one
 */
export function wallSql(table: string, look: string, change: string = look): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    CREATE POLICY look ON ${table} FOR SELECT USING (${look});
    CREATE POLICY change ON ${table} FOR ALL USING (may_change() AND (${change}));`;
}
