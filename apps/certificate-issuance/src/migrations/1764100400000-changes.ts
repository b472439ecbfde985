import { wallSql } from '@app/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two persons: whoever writes the row, the second one is another. */
const CHANGES = `
  CREATE TABLE certificate_change (
    id uuid CONSTRAINT certificate_change_pk PRIMARY KEY,
    kind text NOT NULL CONSTRAINT certificate_change_kind_check CHECK (kind IN ('revoke', 'cancel', 'correct', 'reissue')),
    state text NOT NULL
      CONSTRAINT certificate_change_state_check CHECK (state IN ('proposed', 'done', 'refused', 'withdrawn')),
    organisation_id text NOT NULL,
    jurisdiction text NOT NULL,
    certificate_ids uuid[] NOT NULL,
    reason text NOT NULL,
    document jsonb NOT NULL,
    explanation_sealed text NOT NULL,
    correction_sealed text,
    proposed_by text NOT NULL,
    proposed_at timestamptz NOT NULL,
    decided_by text,
    decided_at timestamptz,
    changed int,
    CONSTRAINT certificate_change_two_persons_check CHECK (
      state NOT IN ('done', 'refused') OR (decided_by IS NOT NULL AND decided_by <> proposed_by))
  );
  CREATE INDEX certificate_change_organisation ON certificate_change (organisation_id, id);
  CREATE INDEX certificate_change_jurisdiction ON certificate_change (jurisdiction, id);`;

export class IssuanceChanges1764100400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHANGES);
    await runner.query(wallSql('certificate_change', 'may_reach(organisation_id, jurisdiction)'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE certificate_change');
  }
}
