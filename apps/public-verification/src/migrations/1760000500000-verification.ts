import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Verification1760000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE filed_site (
        site_code text CONSTRAINT filed_site_pk PRIMARY KEY,
        filing_id uuid NOT NULL,
        agency_name text NOT NULL,
        site_name text NOT NULL,
        region_code text NOT NULL,
        filed_on date NOT NULL,
        valid_until date NOT NULL,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX filed_site_filing ON filed_site (filing_id);
      CREATE INDEX filed_site_recorded ON filed_site (recorded_at);

      CREATE TABLE filed_scope_line (
        site_code text NOT NULL CONSTRAINT filed_scope_line_site_fk REFERENCES filed_site (site_code) ON DELETE CASCADE,
        occupation_code text NOT NULL,
        occupation_edition text NOT NULL,
        specialty text NOT NULL,
        level_digit text NOT NULL CONSTRAINT filed_scope_line_level_check CHECK (level_digit IN ('5', '4', '3', '2', '1')),
        occupation_name text NOT NULL,
        filed_on date NOT NULL,
        valid_until date NOT NULL,
        CONSTRAINT filed_scope_line_pk PRIMARY KEY (site_code, occupation_code, occupation_edition, specialty, level_digit)
      );

      CREATE TABLE certificate (
        certificate_id uuid CONSTRAINT certificate_pk PRIMARY KEY,
        certificate_number text NOT NULL CONSTRAINT certificate_number_unique UNIQUE,
        name_index text NOT NULL,
        document_index text NOT NULL,
        token_sha256 bytea NOT NULL CONSTRAINT certificate_token_unique UNIQUE,
        name_masked text NOT NULL,
        document_masked text NOT NULL,
        occupation_code text NOT NULL,
        occupation_edition text NOT NULL,
        occupation_name text NOT NULL,
        specialty text NOT NULL,
        level_digit text NOT NULL CONSTRAINT certificate_level_check CHECK (level_digit IN ('5', '4', '3', '2', '1')),
        agency_name text NOT NULL,
        site_code text NOT NULL,
        issued_on date NOT NULL,
        status text NOT NULL CONSTRAINT certificate_status_check CHECK (status IN ('valid')),
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX certificate_person ON certificate (document_index, name_index);
      CREATE INDEX certificate_recorded ON certificate (recorded_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE certificate; DROP TABLE filed_scope_line; DROP TABLE filed_site');
  }
}
