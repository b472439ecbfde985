import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events of many rows are large; compressing them took as long as writing the rows they tell of. */
export class OutboxStorage1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox ALTER COLUMN data SET STORAGE EXTERNAL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox ALTER COLUMN data SET STORAGE EXTENDED');
  }
}
