import type { MigrationInterface, QueryRunner } from 'typeorm';

const READ_COPIES = `
  CREATE TABLE filed_scope (
    filing_id uuid CONSTRAINT filed_scope_pk PRIMARY KEY,
    organisation_id text NOT NULL,
    agency_name text NOT NULL,
    jurisdiction text NOT NULL,
    filed_on date NOT NULL,
    valid_until date NOT NULL,
    sites jsonb NOT NULL,
    lines jsonb NOT NULL
  );
  CREATE TABLE approved_plan (
    plan_id uuid CONSTRAINT approved_plan_pk PRIMARY KEY,
    filing_id uuid NOT NULL,
    site_code text NOT NULL,
    subject jsonb NOT NULL,
    exam_on date NOT NULL
  );`;

const ROLLS = `
  CREATE TABLE result_roll (
    id uuid CONSTRAINT result_roll_pk PRIMARY KEY,
    plan_id uuid NOT NULL,
    filing_id uuid NOT NULL,
    organisation_id text NOT NULL,
    agency_name text NOT NULL,
    jurisdiction text NOT NULL,
    site_code text NOT NULL,
    subject jsonb NOT NULL,
    exam_on date NOT NULL,
    publicity_from date NOT NULL,
    publicity_until date NOT NULL,
    reported_at timestamptz NOT NULL,
    parts int NOT NULL,
    parts_received int[] NOT NULL,
    state text NOT NULL CONSTRAINT result_roll_state_check CHECK (state IN ('receiving', 'received', 'issued')),
    issued_by text,
    issued_at timestamptz
  );
  CREATE INDEX result_roll_organisation ON result_roll (organisation_id);
  CREATE INDEX result_roll_jurisdiction ON result_roll (jurisdiction);
  CREATE TABLE result_row (
    roll_id uuid NOT NULL CONSTRAINT result_row_roll_fk REFERENCES result_roll (id),
    part int NOT NULL,
    position int NOT NULL,
    candidate_id text NOT NULL,
    admission_number text NOT NULL,
    holder_sealed text NOT NULL,
    name_index text NOT NULL,
    document_index text NOT NULL,
    name_masked text NOT NULL,
    document_masked text NOT NULL,
    theory_points int NOT NULL,
    skill_points int NOT NULL,
    certificate_id uuid,
    certificate_number text,
    refusal_rule text,
    CONSTRAINT result_row_pk PRIMARY KEY (roll_id, part, position),
    CONSTRAINT result_row_outcome_check CHECK (certificate_id IS NULL OR refusal_rule IS NULL)
  );`;

const CERTIFICATES = `
  CREATE TABLE number_series (
    site_code text NOT NULL,
    year int NOT NULL,
    level text NOT NULL,
    last_serial int NOT NULL,
    CONSTRAINT number_series_pk PRIMARY KEY (site_code, year, level)
  );
  CREATE TABLE holding (
    document_index text NOT NULL,
    occupation_code text NOT NULL,
    occupation_edition text NOT NULL,
    level_digit text NOT NULL,
    certificate_id uuid NOT NULL,
    CONSTRAINT holding_pk PRIMARY KEY (document_index, occupation_code, occupation_edition, level_digit)
  );
  CREATE TABLE certificate (
    id uuid CONSTRAINT certificate_pk PRIMARY KEY,
    number text NOT NULL CONSTRAINT certificate_number_unique UNIQUE,
    roll_id uuid NOT NULL CONSTRAINT certificate_roll_fk REFERENCES result_roll (id),
    plan_id uuid NOT NULL,
    filing_id uuid NOT NULL,
    candidate_id text NOT NULL,
    organisation_id text NOT NULL,
    jurisdiction text NOT NULL,
    agency_name text NOT NULL,
    site_code text NOT NULL,
    occupation_code text NOT NULL,
    occupation_edition text NOT NULL,
    occupation_name text NOT NULL,
    specialty text NOT NULL,
    level_digit text NOT NULL,
    issued_on date NOT NULL,
    holder_sealed text NOT NULL,
    name_index text NOT NULL,
    document_index text NOT NULL,
    name_masked text NOT NULL,
    document_masked text NOT NULL,
    credential_sealed text NOT NULL,
    credential_sha256 text NOT NULL,
    token_sealed text NOT NULL,
    token_sha256 text NOT NULL CONSTRAINT certificate_token_unique UNIQUE
  );
  CREATE INDEX certificate_organisation ON certificate (organisation_id, id);
  CREATE INDEX certificate_jurisdiction ON certificate (jurisdiction, id);
  CREATE INDEX certificate_roll ON certificate (roll_id, id);
  CREATE TABLE signing_key (
    kid text CONSTRAINT signing_key_pk PRIMARY KEY,
    organisation_id text NOT NULL,
    state text NOT NULL CONSTRAINT signing_key_state_check CHECK (state IN ('active', 'retired')),
    public_jwk jsonb NOT NULL,
    private_sealed text NOT NULL
  );
  CREATE UNIQUE INDEX signing_key_one_active ON signing_key (organisation_id) WHERE state = 'active';`;

export class Issuance1760000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const tables of [READ_COPIES, ROLLS, CERTIFICATES]) await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE signing_key; DROP TABLE certificate; DROP TABLE holding; DROP TABLE number_series;
      DROP TABLE result_row; DROP TABLE result_roll; DROP TABLE approved_plan; DROP TABLE filed_scope`);
  }
}
