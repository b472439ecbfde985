import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of bodies, and which body a site belongs to: with both, a document that is uploaded is checked by itself. */
export class Document1767070500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE signing_key (
        kid text CONSTRAINT signing_key_pk PRIMARY KEY,
        organisation_id text NOT NULL,
        state text NOT NULL CONSTRAINT signing_key_state_check CHECK (state IN ('next', 'active', 'retired', 'compromised')),
        x text NOT NULL,
        y text NOT NULL,
        compromised_from bigint,
        CONSTRAINT signing_key_compromised_check CHECK ((state = 'compromised') = (compromised_from IS NOT NULL))
      );
      ALTER TABLE filed_site ADD COLUMN organisation_id text NOT NULL DEFAULT '';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE filed_site DROP COLUMN organisation_id; DROP TABLE signing_key');
  }
}
