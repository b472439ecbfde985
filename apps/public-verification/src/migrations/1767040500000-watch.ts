import { wallSql } from '@app/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Only the organisation itself and the service: nobody supervises what an employer wants to be told of. */
const OWN = `standing_is('service') OR (organisation_id <> '' AND organisation_id = current_setting('jz.organisation', true))`;

export class VerificationWatch1767040500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE watch (
        id uuid CONSTRAINT watch_pk PRIMARY KEY,
        organisation_id text NOT NULL,
        certificate_id uuid NOT NULL,
        purpose text NOT NULL,
        asked_by text NOT NULL,
        asked_at timestamptz NOT NULL,
        expires_on date NOT NULL,
        known_as_of timestamptz NOT NULL,
        CONSTRAINT watch_once UNIQUE (organisation_id, certificate_id)
      );
      CREATE INDEX watch_certificate ON watch (certificate_id);
      CREATE INDEX watch_expiry ON watch (expires_on);

      CREATE TABLE webhook (
        id uuid CONSTRAINT webhook_pk PRIMARY KEY,
        organisation_id text NOT NULL CONSTRAINT webhook_organisation_unique UNIQUE,
        url text NOT NULL,
        secret_sealed text NOT NULL,
        set_by text NOT NULL,
        set_at timestamptz NOT NULL
      );

      CREATE TABLE webhook_delivery (
        id uuid CONSTRAINT webhook_delivery_pk PRIMARY KEY,
        watch_id uuid NOT NULL CONSTRAINT webhook_delivery_watch_fk REFERENCES watch (id) ON DELETE CASCADE,
        organisation_id text NOT NULL,
        certificate_id uuid NOT NULL,
        verdict text NOT NULL,
        changed_on date NOT NULL,
        state text NOT NULL CONSTRAINT webhook_delivery_state_check CHECK (state IN ('waiting', 'delivered', 'failed')),
        attempts int NOT NULL,
        next_attempt_at timestamptz NOT NULL,
        last_failure text NOT NULL,
        made_at timestamptz NOT NULL,
        settled_at timestamptz
      );
      CREATE INDEX webhook_delivery_due ON webhook_delivery (next_attempt_at) WHERE state = 'waiting';
      CREATE INDEX webhook_delivery_organisation ON webhook_delivery (organisation_id, id);
      CREATE INDEX webhook_delivery_watch ON webhook_delivery (watch_id);
      ${['watch', 'webhook', 'webhook_delivery'].map((table) => wallSql(table, OWN)).join('\n')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE webhook_delivery; DROP TABLE webhook; DROP TABLE watch');
  }
}
