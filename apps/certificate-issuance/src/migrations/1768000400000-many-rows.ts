import { onceWallSql } from '@app/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGULATED = 'may_reach(organisation_id, jurisdiction)';
const OF_A_ROLL = 'EXISTS (SELECT 1 FROM result_roll WHERE result_roll.id = roll_id)';

/**
 * Tables that get tens of thousands of rows at once. Their walls stay the same, but what does not depend on the row is
 * asked once a statement. A look at the roll for each row cost as much as the row: whoever writes one holds its roll
 * locked in the same transaction, and rolls are never removed.
 *
 * `result_row.certificate_id` and `certificate_number` are not written any more (an issued row is told by its
 * certificate); a later migration drops them, when no older process is left that writes them.
 */
export class ManyRows1768000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(onceWallSql('certificate', REGULATED) + onceWallSql('result_row', OF_A_ROLL));
    await runner.query(`
      ALTER POLICY look ON holding
        USING ((SELECT NOT standing_is('public') AND current_setting('jz.roles', true) <> ''));
      ALTER POLICY change ON holding
        USING ((SELECT may_change() AND standing_is('province-officer', 'service')));
      ALTER TABLE certificate DROP CONSTRAINT certificate_roll_fk;
      ALTER TABLE result_row DROP CONSTRAINT result_row_roll_fk`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE result_row ADD CONSTRAINT result_row_roll_fk FOREIGN KEY (roll_id) REFERENCES result_roll (id);
      ALTER TABLE certificate ADD CONSTRAINT certificate_roll_fk FOREIGN KEY (roll_id) REFERENCES result_roll (id)`);
  }
}
