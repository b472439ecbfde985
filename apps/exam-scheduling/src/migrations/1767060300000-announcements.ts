import type { MigrationInterface, QueryRunner } from 'typeorm';

const ANNOUNCED = `('approved', 'seated', 'scored', 'verified', 'in-publicity', 'reported', 'audited')`;
const REACH = 'may_reach(organisation_id, jurisdiction)';
const BEFORE = `${REACH} OR (standing_is('public') AND publicity_from IS NOT NULL)`;
const OF_PLAN = 'EXISTS (SELECT 1 FROM plan WHERE plan.id = plan_id)';
/** An announced plan is open to everyone, its persons only from publicity on. */
const OF_PLAN_IN_PUBLICITY = `EXISTS (SELECT 1 FROM plan WHERE plan.id = plan_id
  AND (publicity_from IS NOT NULL OR NOT standing_is('public')))`;
const ROSTER_OF_PLAN = `${OF_PLAN} AND NOT standing_is('public')`;

export class Announcements1767060300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER POLICY look ON candidate USING (${OF_PLAN_IN_PUBLICITY});
      ALTER POLICY look ON roster_import USING (${ROSTER_OF_PLAN});
      ALTER POLICY look ON plan USING (${REACH} OR (standing_is('public') AND state IN ${ANNOUNCED}));
      CREATE INDEX plan_announced ON plan (exam_on, id) WHERE state IN ${ANNOUNCED};
      CREATE INDEX plan_in_publicity ON plan (id) WHERE state = 'in-publicity';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX plan_in_publicity;
      DROP INDEX plan_announced;
      ALTER POLICY look ON plan USING (${BEFORE});
      ALTER POLICY look ON roster_import USING (${OF_PLAN});
      ALTER POLICY look ON candidate USING (${OF_PLAN});`);
  }
}
