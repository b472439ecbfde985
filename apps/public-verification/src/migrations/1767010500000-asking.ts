import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a body was filed for is kept when the filing changes; whom to ask about a number; the version before a
 * certificate. A line outlives its site, so it is not bound to it any more.
 */
export class VerificationAsking1767010500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE filed_site
        ADD COLUMN public_phone text NOT NULL DEFAULT '',
        ADD COLUMN public_address text NOT NULL DEFAULT '';
      ALTER TABLE filed_scope_line
        ADD COLUMN is_past boolean NOT NULL DEFAULT false,
        DROP CONSTRAINT filed_scope_line_site_fk,
        DROP CONSTRAINT filed_scope_line_pk,
        ADD CONSTRAINT filed_scope_line_pk
          PRIMARY KEY (site_code, occupation_code, occupation_edition, specialty, level_digit, filed_on);
      CREATE INDEX certificate_replaced_by ON certificate (replaced_by) WHERE replaced_by IS NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX certificate_replaced_by;
      DELETE FROM filed_scope_line WHERE is_past;
      ALTER TABLE filed_scope_line
        DROP CONSTRAINT filed_scope_line_pk,
        ADD CONSTRAINT filed_scope_line_pk
          PRIMARY KEY (site_code, occupation_code, occupation_edition, specialty, level_digit),
        ADD CONSTRAINT filed_scope_line_site_fk FOREIGN KEY (site_code) REFERENCES filed_site (site_code) ON DELETE CASCADE,
        DROP COLUMN is_past;
      ALTER TABLE filed_site DROP COLUMN public_phone, DROP COLUMN public_address`);
  }
}
