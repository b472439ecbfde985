import { wallSql } from '@app/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Expand: certificates of before keep their `credential_sealed`, `credential_sha256` and `token_sealed`. */
const CERTIFICATES = `
  ALTER TABLE certificate
    ALTER COLUMN roll_id DROP NOT NULL,
    ALTER COLUMN plan_id DROP NOT NULL,
    ALTER COLUMN credential_sealed DROP NOT NULL,
    ALTER COLUMN credential_sha256 DROP NOT NULL,
    ALTER COLUMN token_sealed DROP NOT NULL,
    ADD COLUMN IF NOT EXISTS basis text NOT NULL DEFAULT 'assessment',
    ADD COLUMN IF NOT EXISTS award_id uuid,
    ADD COLUMN version int NOT NULL DEFAULT 1,
    ADD COLUMN replaces uuid,
    ADD COLUMN replaced_by uuid,
    ADD COLUMN status text NOT NULL DEFAULT 'valid'
      CONSTRAINT certificate_status_check CHECK (status IN ('valid', 'revoked', 'cancelled', 'replaced')),
    ADD COLUMN status_reason text NOT NULL DEFAULT '',
    ADD COLUMN status_on date,
    ADD COLUMN status_list int NOT NULL DEFAULT 0,
    ADD COLUMN status_index int NOT NULL DEFAULT 0,
    ADD COLUMN signing_kid text NOT NULL DEFAULT '',
    ADD COLUMN paper_sealed text,
    ADD COLUMN batch_id uuid,
    ADD COLUMN batch_offset int NOT NULL DEFAULT 0,
    DROP CONSTRAINT certificate_number_unique,
    ADD CONSTRAINT certificate_number_unique UNIQUE (number, version),
    DROP CONSTRAINT certificate_token_unique;
  -- Every row is changed once, when its roll is issued: the new version finds room beside the old one, and no index is touched.
  ALTER TABLE result_row SET (fillfactor = 45);`;

const NUMBERS = `
  CREATE TABLE number_void (
    number text CONSTRAINT number_void_pk PRIMARY KEY,
    site_code text NOT NULL,
    year int NOT NULL,
    level text NOT NULL,
    serial int NOT NULL,
    reason text NOT NULL,
    voided_by text NOT NULL,
    voided_at timestamptz NOT NULL
  );
  CREATE TABLE imported_number (
    number text CONSTRAINT imported_number_pk PRIMARY KEY,
    site_code text NOT NULL,
    year int NOT NULL,
    level text NOT NULL,
    serial int NOT NULL,
    imported_by text NOT NULL,
    imported_at timestamptz NOT NULL,
    certificate_id uuid
  );
  CREATE INDEX imported_number_free ON imported_number (site_code, year, level, serial) WHERE certificate_id IS NULL;
  CREATE TABLE issue_day (
    single boolean CONSTRAINT issue_day_pk PRIMARY KEY CONSTRAINT issue_day_single_check CHECK (single),
    latest date NOT NULL
  );
  INSERT INTO issue_day SELECT true, coalesce(max(issued_on), '2019-01-01') FROM certificate;`;

const LOG = `
  CREATE TABLE log_batch (
    id uuid CONSTRAINT log_batch_pk PRIMARY KEY,
    position bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT log_batch_position_unique UNIQUE,
    leaves int NOT NULL CONSTRAINT log_batch_leaves_check CHECK (leaves > 0),
    entries bytea NOT NULL,
    first_index bigint CONSTRAINT log_batch_first_index_unique UNIQUE
  );
  CREATE INDEX log_batch_unsequenced ON log_batch (position) WHERE first_index IS NULL;
  CREATE TABLE log_head (
    single boolean CONSTRAINT log_head_pk PRIMARY KEY CONSTRAINT log_head_single_check CHECK (single),
    sequenced bigint NOT NULL,
    published bigint NOT NULL,
    checkpoint text NOT NULL
  );
  -- Digests do not shrink; trying to would cost more than the row.
  ALTER TABLE log_batch ALTER COLUMN entries SET STORAGE EXTERNAL;
  INSERT INTO log_head VALUES (true, 0, 0, '');
  CREATE TABLE log_key (
    name text CONSTRAINT log_key_pk PRIMARY KEY,
    public_key bytea NOT NULL,
    private_sealed text NOT NULL
  );`;

const STATUS = `
  CREATE TABLE status_list (
    list int CONSTRAINT status_list_pk PRIMARY KEY,
    taken int NOT NULL,
    epoch int NOT NULL,
    dirty boolean NOT NULL
  );
  CREATE INDEX certificate_not_valid ON certificate (status_list) WHERE status <> 'valid';`;

const KEYS = `
  ALTER TABLE signing_key
    DROP CONSTRAINT signing_key_state_check,
    ADD CONSTRAINT signing_key_state_check CHECK (state IN ('next', 'active', 'retired', 'compromised')),
    ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN compromised_from bigint;
  CREATE UNIQUE INDEX signing_key_one_next ON signing_key (organisation_id) WHERE state = 'next';`;

const AUTHORITY = `standing_is('province-officer', 'service')`;
const OFFICERS = `standing_is('city-officer', 'province-officer', 'auditor', 'service')`;
const ANYONE = 'true';

const WALLS: readonly [table: string, look: string, change?: string][] = [
  ['number_void', OFFICERS, AUTHORITY],
  ['imported_number', OFFICERS, AUTHORITY],
  ['issue_day', AUTHORITY],
  ['log_batch', ANYONE, AUTHORITY],
  ['log_head', ANYONE, `standing_is('service')`],
  ['log_key', `standing_is('service')`],
  ['status_list', ANYONE, AUTHORITY],
];

export class Issuing1764000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CERTIFICATES, NUMBERS, LOG, STATUS, KEYS]) await runner.query(part);
    for (const wall of WALLS) await runner.query(wallSql(...wall));
  }

  async down(): Promise<void> {
    throw new Error('a transparency log is not dropped by a migration');
  }
}
