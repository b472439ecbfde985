import { wallSql } from '@app/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A filing is looked at where the body and where any of its sites stands, and decided where the body stands. */
const SUPERVISED_IN = `
  CREATE FUNCTION supervisors_of(jurisdiction text, sites jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE
    AS $$ SELECT array(
      SELECT jurisdiction UNION SELECT site ->> 'regionCode' FROM jsonb_array_elements(sites) AS site ORDER BY 1) $$;
  ALTER TABLE filing ADD COLUMN supervised_in text[] NOT NULL
    GENERATED ALWAYS AS (supervisors_of(jurisdiction, sites)) STORED;
  CREATE INDEX filing_supervised_in ON filing USING gin (supervised_in);`;

export class FilingWalls1761000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SUPERVISED_IN);
    await runner.query(
      wallSql(
        'filing',
        'may_reach(organisation_id, VARIADIC supervised_in)',
        'may_reach(organisation_id, jurisdiction)',
      ),
    );
    await runner.query(wallSql('site', 'EXISTS (SELECT 1 FROM filing WHERE filing.id = filing_id)'));
    await runner.query(wallSql('site_counter', `standing_is('province-officer', 'service')`));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['filing', 'site', 'site_counter']) {
      await runner.query(`DROP POLICY look ON ${table}; DROP POLICY change ON ${table};
        ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
    await runner.query('ALTER TABLE filing DROP COLUMN supervised_in; DROP FUNCTION supervisors_of');
  }
}
