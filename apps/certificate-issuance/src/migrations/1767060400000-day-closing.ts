import { wallSql } from '@app/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days of the log that were told to readers. */
export class DayClosing1767060400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE day_closing (
        single boolean CONSTRAINT day_closing_pk PRIMARY KEY CONSTRAINT day_closing_single_check CHECK (single),
        until date NOT NULL
      );
      INSERT INTO day_closing VALUES (true, '2019-01-01');`);
    await runner.query(wallSql('day_closing', `standing_is('service')`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE day_closing');
  }
}
