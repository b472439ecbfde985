import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Filing1760000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE filing (
        id uuid CONSTRAINT filing_pk PRIMARY KEY,
        organisation_id text NOT NULL,
        agency_name text NOT NULL,
        credit_code text NOT NULL,
        kind text NOT NULL CONSTRAINT filing_kind_check CHECK (kind IN ('employer', 'social-organisation', 'technical-school')),
        jurisdiction text NOT NULL,
        state text NOT NULL CONSTRAINT filing_state_check CHECK (state IN
          ('draft', 'submitted', 'correction-required', 'city-passed', 'in-publicity', 'filed', 'refused', 'withdrawn')),
        sites jsonb NOT NULL,
        scope jsonb NOT NULL,
        history jsonb NOT NULL,
        publicity_from date,
        publicity_until date,
        filed_on date,
        valid_until date
      );
      CREATE INDEX filing_organisation ON filing (organisation_id);
      CREATE INDEX filing_jurisdiction ON filing (jurisdiction);
      CREATE UNIQUE INDEX filing_one_open_per_body ON filing (credit_code) WHERE state NOT IN ('refused', 'withdrawn');

      CREATE TABLE site (
        site_code text CONSTRAINT site_pk PRIMARY KEY,
        filing_id uuid NOT NULL CONSTRAINT site_filing_fk REFERENCES filing (id),
        site_id text NOT NULL,
        CONSTRAINT site_filing_unique UNIQUE (filing_id, site_id)
      );

      CREATE TABLE site_counter (
        kind_letter text CONSTRAINT site_counter_pk PRIMARY KEY,
        last int NOT NULL CONSTRAINT site_counter_range_check CHECK (last BETWEEN 1 AND 999999)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE site_counter; DROP TABLE site; DROP TABLE filing');
  }
}
