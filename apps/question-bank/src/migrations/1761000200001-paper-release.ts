import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 启封 by two persons, after sealing. */
export class PaperRelease1761000200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE paper_order
        ADD COLUMN release_asked_by text,
        ADD COLUMN release_asked_at timestamptz,
        ADD COLUMN released_by text,
        ADD COLUMN released_at timestamptz,
        DROP CONSTRAINT paper_order_state_check,
        ADD CONSTRAINT paper_order_state_check CHECK (state IN ('ordered', 'assembled', 'sealed', 'released')),
        ADD CONSTRAINT paper_order_two_releasers_check CHECK (released_by <> release_asked_by),
        ADD CONSTRAINT paper_order_released_check
          CHECK (state <> 'released' OR (release_asked_by IS NOT NULL AND released_by IS NOT NULL))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE paper_order SET state = 'sealed' WHERE state = 'released';
      ALTER TABLE paper_order
        DROP CONSTRAINT paper_order_released_check,
        DROP CONSTRAINT paper_order_two_releasers_check,
        DROP CONSTRAINT paper_order_state_check,
        ADD CONSTRAINT paper_order_state_check CHECK (state IN ('ordered', 'assembled', 'sealed')),
        DROP COLUMN release_asked_by, DROP COLUMN release_asked_at, DROP COLUMN released_by, DROP COLUMN released_at
    `);
  }
}
