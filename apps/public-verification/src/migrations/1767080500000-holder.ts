import { wallSql } from '@app/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One account holds one document, and one document one account, until it is given up. */
const BINDINGS = `
  CREATE TABLE holder_binding (
    id uuid CONSTRAINT holder_binding_pk PRIMARY KEY,
    subject text NOT NULL CONSTRAINT holder_binding_subject_check CHECK (subject <> ''),
    certificate_id uuid NOT NULL,
    document_index text NOT NULL,
    name_index text NOT NULL,
    name_sealed text NOT NULL,
    bound_at timestamptz NOT NULL,
    released_at timestamptz
  );
  CREATE UNIQUE INDEX holder_binding_subject_unique ON holder_binding (subject) WHERE released_at IS NULL;
  CREATE UNIQUE INDEX holder_binding_document_unique ON holder_binding (document_index) WHERE released_at IS NULL;
  CREATE INDEX holder_binding_document ON holder_binding (document_index);

  CREATE TABLE holder_attempt (
    kind text NOT NULL,
    key text NOT NULL,
    day date NOT NULL,
    taken int NOT NULL,
    CONSTRAINT holder_attempt_pk PRIMARY KEY (kind, key, day)
  );
  CREATE INDEX holder_attempt_day ON holder_attempt (day);`;

const EXTRACTS = `
  CREATE TABLE holder_extract (
    id uuid CONSTRAINT holder_extract_pk PRIMARY KEY,
    subject text NOT NULL,
    document_index text NOT NULL,
    token_sha256 bytea NOT NULL CONSTRAINT holder_extract_token_unique UNIQUE,
    token_sealed text NOT NULL,
    certificate_ids uuid[] NOT NULL,
    fields text[] NOT NULL,
    name_sealed text,
    note_sealed text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    views int NOT NULL,
    last_viewed_at timestamptz
  );
  CREATE INDEX holder_extract_subject ON holder_extract (subject, id);
  CREATE INDEX holder_extract_document ON holder_extract (document_index);`;

const CORRECTIONS = `
  CREATE TABLE correction_request (
    id uuid CONSTRAINT correction_request_pk PRIMARY KEY,
    subject text NOT NULL,
    document_index text NOT NULL,
    certificate_id uuid NOT NULL,
    field text NOT NULL,
    wish_sealed text NOT NULL,
    state text NOT NULL CONSTRAINT correction_request_state_check CHECK (state IN ('asked', 'accepted', 'refused')),
    refusal text,
    asked_at timestamptz NOT NULL,
    decided_at timestamptz
  );
  CREATE UNIQUE INDEX correction_request_open_unique ON correction_request (certificate_id) WHERE state = 'asked';
  CREATE INDEX correction_request_subject ON correction_request (subject, id);
  CREATE INDEX correction_request_document ON correction_request (document_index);`;

/** Names of organisations that asked, as their tokens said them last: the trail has their ids alone. */
const ASKERS = `
  CREATE TABLE asking_organisation (
    organisation_id text CONSTRAINT asking_organisation_pk PRIMARY KEY,
    name text NOT NULL
  );`;

/** Nobody but the person, whatever other role they have. */
const OWN = `standing_is('service')
  OR (standing_is('candidate') AND subject <> '' AND subject = current_setting('jz.subject', true))`;

export class Holder1767080500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [BINDINGS, EXTRACTS, CORRECTIONS, ASKERS]) await runner.query(part);
    for (const table of ['holder_binding', 'holder_extract', 'correction_request']) {
      await runner.query(wallSql(table, OWN));
    }
    for (const table of ['holder_attempt', 'asking_organisation']) {
      await runner.query(wallSql(table, `standing_is('service')`));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE asking_organisation, correction_request, holder_extract, holder_attempt, holder_binding',
    );
  }
}
