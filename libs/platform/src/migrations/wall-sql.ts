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

/** Who reaches every row: the service itself, and regulators of the whole province. Asked once a statement. */
const REACHES_ALL = `(SELECT standing_is('service') OR supervises('230000'))`;

/**
 * The same wall for a table that gets thousands of rows in one statement: only who does not reach all rows anyway has
 * `reach` asked for each. `reach` must be true for those who do.
 */
export function onceWallSql(table: string, reach: string): string {
  return `
    ALTER POLICY look ON ${table} USING (${REACHES_ALL} OR ${reach});
    ALTER POLICY change ON ${table} USING ((SELECT may_change()) AND (${REACHES_ALL} OR ${reach}));`;
}
