import { wallSql } from '@app/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWN = 'may_reach(organisation_id, jurisdiction)';
const AUTHORITY = `standing_is('province-officer', 'service')`;
/** A preview says that someone already holds a certificate; the rows hold blind indexes only. */
const STAFF = `NOT standing_is('public') AND current_setting('jz.roles', true) <> ''`;

const WALLS: readonly [table: string, look: string, change?: string][] = [
  ['filed_scope', 'may_reach(organisation_id, VARIADIC supervised_in)', `standing_is('service')`],
  [
    'approved_plan',
    'EXISTS (SELECT 1 FROM filed_scope WHERE filed_scope.filing_id = approved_plan.filing_id)',
    `standing_is('service')`,
  ],
  ['result_roll', OWN],
  ['result_row', 'EXISTS (SELECT 1 FROM result_roll WHERE result_roll.id = roll_id)'],
  ['certificate', OWN],
  ['holding', STAFF, AUTHORITY],
  ['number_series', AUTHORITY],
  ['signing_key', `standing_is('public', 'province-officer', 'service')`, AUTHORITY],
];

export class IssuanceWalls1761000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE filed_scope ADD COLUMN supervised_in text[] NOT NULL DEFAULT '{}';
      UPDATE filed_scope SET supervised_in = ARRAY[jurisdiction]`);
    for (const wall of WALLS) await runner.query(wallSql(...wall));
    // A plan event may come before its filing's: the service itself sees it all the same.
    await runner.query(`CREATE POLICY service_looks ON approved_plan FOR SELECT USING (standing_is('service'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY service_looks ON approved_plan');
    for (const [table] of WALLS) {
      await runner.query(`DROP POLICY look ON ${table}; DROP POLICY change ON ${table};
        ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
    await runner.query('ALTER TABLE filed_scope DROP COLUMN supervised_in');
  }
}
