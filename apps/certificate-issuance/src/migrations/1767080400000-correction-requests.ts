import { wallSql } from '@app/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What holders say is wrong on their certificates, until the body that issued them has answered. */
const REQUESTS = `
  CREATE TABLE correction_request (
    id uuid CONSTRAINT correction_request_pk PRIMARY KEY,
    certificate_id uuid NOT NULL,
    organisation_id text NOT NULL,
    jurisdiction text NOT NULL,
    document_index text NOT NULL,
    field text NOT NULL,
    wish_sealed text NOT NULL,
    state text NOT NULL CONSTRAINT correction_request_state_check CHECK (state IN ('asked', 'accepted', 'refused')),
    change_id uuid,
    refusal text,
    asked_at timestamptz NOT NULL,
    decided_by text,
    decided_at timestamptz,
    CONSTRAINT correction_request_answer_check CHECK (
      (state <> 'accepted' OR change_id IS NOT NULL) AND (state <> 'refused' OR refusal IS NOT NULL))
  );
  CREATE INDEX correction_request_organisation ON correction_request (organisation_id, id);
  CREATE INDEX correction_request_jurisdiction ON correction_request (jurisdiction, id);
  CREATE INDEX correction_request_document ON correction_request (document_index);`;

export class CorrectionRequests1767080400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REQUESTS);
    await runner.query(wallSql('correction_request', 'may_reach(organisation_id, jurisdiction)'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE correction_request');
  }
}
