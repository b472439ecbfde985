import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A number is looked up together with the second fact, as one key of a hash: where the pair has no entry nothing of the
 * number's own row is touched, so an existing number with a wrong name takes the same work as an unknown one.
 */
export class VerificationGuard1767020500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX certificate_number_and_name ON certificate USING hash ((certificate_number || name_index));
      CREATE INDEX certificate_number_and_document ON certificate USING hash ((certificate_number || document_index));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX certificate_number_and_name, certificate_number_and_document');
  }
}
