import { wallSql } from '@app/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const OF_PLAN = 'EXISTS (SELECT 1 FROM plan WHERE plan.id = plan_id)';
/** What strangers may read is decided once more by date in the use case; masked there. */
const IN_PUBLICITY = `standing_is('public') AND publicity_from IS NOT NULL`;

const WALLS = [
  wallSql('filed_site', 'may_reach(organisation_id, jurisdiction)', `standing_is('service')`),
  wallSql(
    'scope_line',
    'EXISTS (SELECT 1 FROM filed_site WHERE filed_site.site_code = scope_line.site_code)',
    `standing_is('service')`,
  ),
  wallSql(
    'plan',
    `may_reach(organisation_id, jurisdiction) OR (${IN_PUBLICITY})`,
    'may_reach(organisation_id, jurisdiction)',
  ),
  wallSql('candidate', OF_PLAN),
  wallSql('roster_import', OF_PLAN),
  wallSql('roster_row', 'EXISTS (SELECT 1 FROM roster_import WHERE roster_import.id = import_id)'),
  wallSql('score', 'EXISTS (SELECT 1 FROM candidate WHERE candidate.id = candidate_id)'),
  wallSql(
    'admission_counter',
    'EXISTS (SELECT 1 FROM filed_site WHERE filed_site.site_code = admission_counter.site_code)',
  ),
];
const TABLES = [
  'filed_site',
  'scope_line',
  'plan',
  'candidate',
  'roster_import',
  'roster_row',
  'score',
  'admission_counter',
];

export class ExamWalls1761000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const wall of WALLS) await runner.query(wall);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`DROP POLICY look ON ${table}; DROP POLICY change ON ${table};
        ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
  }
}
