import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person asks what is held about them: by document, over all rolls. */
export class IssuancePersons1762000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX result_row_document ON result_row (document_index);
      CREATE INDEX certificate_document ON certificate (document_index);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX result_row_document; DROP INDEX certificate_document');
  }
}
