import { wallSql } from '@app/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const BATCHES = `
  CREATE TABLE batch (
    id uuid CONSTRAINT batch_pk PRIMARY KEY,
    organisation_id text NOT NULL,
    organisation_name text NOT NULL,
    jurisdiction text NOT NULL,
    state text NOT NULL CONSTRAINT batch_state_check
      CHECK (state IN ('running', 'waiting', 'stopped', 'answered', 'finished', 'cancelled')),
    purpose text NOT NULL,
    purpose_text text NOT NULL,
    consent_edition text NOT NULL,
    watch boolean NOT NULL,
    rows int NOT NULL CONSTRAINT batch_rows_check CHECK (rows > 0),
    skipped_sheets int[] NOT NULL,
    input_sha256 text NOT NULL,
    asked_by text NOT NULL,
    asked_by_name text NOT NULL,
    asked_at timestamptz NOT NULL,
    waits_until date,
    finished_at timestamptz,
    output_sha256 text,
    proof_code text CONSTRAINT batch_proof_unique UNIQUE,
    log_position jsonb,
    facts_until date NOT NULL,
    erased_at timestamptz,
    CONSTRAINT batch_waits_check CHECK ((state = 'waiting') = (waits_until IS NOT NULL)),
    CONSTRAINT batch_finished_check CHECK ((state = 'finished') = (finished_at IS NOT NULL AND proof_code IS NOT NULL))
  );
  CREATE INDEX batch_organisation ON batch (organisation_id, id);
  CREATE INDEX batch_open ON batch (id) WHERE state IN ('running', 'waiting', 'answered');
  CREATE INDEX batch_kept ON batch (facts_until) WHERE erased_at IS NULL;

  CREATE TABLE batch_sheet (
    batch_id uuid NOT NULL CONSTRAINT batch_sheet_batch_fk REFERENCES batch (id),
    sheet int NOT NULL,
    head_sealed text NOT NULL,
    CONSTRAINT batch_sheet_pk PRIMARY KEY (batch_id, sheet)
  );
  CREATE TABLE batch_row (
    batch_id uuid NOT NULL CONSTRAINT batch_row_batch_fk REFERENCES batch (id),
    position int NOT NULL,
    sheet int NOT NULL,
    row int NOT NULL,
    content_sealed text,
    name_masked text NOT NULL,
    document_masked text NOT NULL,
    document_index text,
    verdict text,
    answer jsonb,
    answered_at timestamptz,
    charged_on date,
    proof_code text CONSTRAINT batch_row_proof_unique UNIQUE,
    CONSTRAINT batch_row_pk PRIMARY KEY (batch_id, position),
    CONSTRAINT batch_row_answered_check
      CHECK ((verdict IS NULL) = (answer IS NULL) AND (verdict IS NULL) = (answered_at IS NULL)
        AND (verdict IS NULL) = (proof_code IS NULL) AND (verdict IS NOT NULL OR charged_on IS NULL))
  );
  CREATE INDEX batch_row_open ON batch_row (batch_id, position) WHERE verdict IS NULL;
  CREATE INDEX batch_row_document ON batch_row (document_index) WHERE document_index IS NOT NULL;

  CREATE TABLE batch_file (
    batch_id uuid CONSTRAINT batch_file_pk PRIMARY KEY CONSTRAINT batch_file_batch_fk REFERENCES batch (id),
    bytes_sealed text NOT NULL
  );`;

/** One entry per chunk that was answered, in the transaction that answers it; no entry is ever changed. */
const LEDGER = `
  CREATE TABLE quota_entry (
    id uuid CONSTRAINT quota_entry_pk PRIMARY KEY,
    organisation_id text NOT NULL,
    batch_id uuid NOT NULL CONSTRAINT quota_entry_batch_fk REFERENCES batch (id),
    charged_on date NOT NULL,
    rows int NOT NULL CONSTRAINT quota_entry_rows_check CHECK (rows > 0)
  );
  CREATE INDEX quota_entry_organisation ON quota_entry (organisation_id, charged_on);
  CREATE INDEX quota_entry_batch ON quota_entry (batch_id);
  CREATE FUNCTION quota_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'an entry of the ledger is not changed' USING ERRCODE = 'check_violation'; END $$;
  CREATE TRIGGER quota_entry_stays BEFORE UPDATE OR DELETE ON quota_entry
    FOR EACH ROW EXECUTE FUNCTION quota_entry_stays();
  CREATE FUNCTION batch_row_answered_once() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'a row is answered and charged once' USING ERRCODE = 'check_violation'; END $$;
  CREATE TRIGGER batch_row_answered_once BEFORE UPDATE OF verdict, answer, answered_at, charged_on, proof_code ON batch_row
    FOR EACH ROW WHEN (OLD.verdict IS NOT NULL) EXECUTE FUNCTION batch_row_answered_once();`;

const PROOF_KEY = `
  CREATE TABLE proof_key (
    kid text CONSTRAINT proof_key_pk PRIMARY KEY,
    private_sealed text NOT NULL,
    public_jwk jsonb NOT NULL,
    certificate_der bytea NOT NULL,
    made_at timestamptz NOT NULL,
    single boolean NOT NULL DEFAULT true CONSTRAINT proof_key_single_unique UNIQUE CONSTRAINT proof_key_single_check CHECK (single)
  );`;

const OWN = 'may_reach(organisation_id, jurisdiction)';
const OF_BATCH = `standing_is('service') OR EXISTS (SELECT 1 FROM batch AS b WHERE b.id = batch_id)`;
const SERVICE = `standing_is('service')`;
const WALLS: readonly [table: string, look: string, change?: string][] = [
  ['batch', OWN],
  ['batch_sheet', OF_BATCH],
  ['batch_row', OF_BATCH],
  ['batch_file', OF_BATCH],
  ['quota_entry', `standing_is('service') OR organisation_id = current_setting('jz.organisation', true)`, SERVICE],
  ['proof_key', SERVICE],
];

export class Batch1767030500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [BATCHES, LEDGER, PROOF_KEY]) await runner.query(part);
    for (const wall of WALLS) await runner.query(wallSql(...wall));
  }

  async down(): Promise<void> {
    throw new Error('what an organisation asked and was answered is evidence, and not dropped by a migration');
  }
}
