import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wallSql } from './wall-sql.js';

/** Who asked for which file, who agreed, and how often it was fetched. The files themselves are kept nowhere. */
export class Exports1762000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE export_request (
        id uuid CONSTRAINT export_request_pk PRIMARY KEY,
        kind text NOT NULL,
        filter jsonb NOT NULL,
        format text NOT NULL CONSTRAINT export_request_format_check CHECK (format IN ('xlsx', 'pdf')),
        full_documents boolean NOT NULL,
        purpose text NOT NULL,
        side text NOT NULL CONSTRAINT export_request_side_check CHECK (side IN ('agency', 'authority')),
        organisation_id text NOT NULL,
        jurisdiction text NOT NULL,
        asked_by text NOT NULL,
        asked_at timestamptz NOT NULL,
        state text NOT NULL CONSTRAINT export_request_state_check
          CHECK (state IN ('prepared', 'ready', 'awaiting-approval', 'refused', 'expired')),
        rows int NOT NULL,
        rows_max int NOT NULL,
        downloads_max int NOT NULL,
        downloads int NOT NULL,
        expiry_hours int NOT NULL,
        expires_at timestamptz NOT NULL,
        decided_by text,
        decided_at timestamptz,
        refusal_reason text,
        CONSTRAINT export_request_second_person_check CHECK (decided_by <> asked_by),
        CONSTRAINT export_request_downloads_check CHECK (downloads <= downloads_max)
      );
      CREATE INDEX export_request_organisation ON export_request (organisation_id, id);
      CREATE INDEX export_request_jurisdiction ON export_request (jurisdiction, id);
    `);
    await runner.query(wallSql('export_request', 'may_reach(organisation_id, jurisdiction)'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE export_request');
  }
}
