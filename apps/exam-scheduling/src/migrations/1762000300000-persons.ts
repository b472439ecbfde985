import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A certificate rests on who sat the exam and with what result; phone and registration go after the retention period. */
export class ExamPersons1762000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE candidate ALTER COLUMN phone_sealed DROP NOT NULL, ALTER COLUMN row_sealed DROP NOT NULL;
      CREATE INDEX candidate_document ON candidate (document_index);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // What was erased does not come back: NOT NULL holds again only where nothing was.
    await runner.query(`
      DROP INDEX candidate_document;
      ALTER TABLE candidate ALTER COLUMN phone_sealed SET NOT NULL, ALTER COLUMN row_sealed SET NOT NULL;`);
  }
}
