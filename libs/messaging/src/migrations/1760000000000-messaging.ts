import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables every service needs to tell and to hear facts. Run in each service's own schema. */
export class Messaging1760000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox (
        position bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT outbox_pk PRIMARY KEY,
        event_id uuid NOT NULL CONSTRAINT outbox_event_id_unique UNIQUE,
        subject text NOT NULL,
        aggregate_type text NOT NULL,
        aggregate_id text NOT NULL,
        aggregate_version int NOT NULL,
        data jsonb NOT NULL,
        trace jsonb NOT NULL,
        occurred_at timestamptz NOT NULL DEFAULT now(),
        published_at timestamptz,
        stream_sequence bigint,
        CONSTRAINT outbox_version_unique UNIQUE (aggregate_type, aggregate_id, aggregate_version)
      );
      CREATE INDEX outbox_unpublished ON outbox (position) WHERE published_at IS NULL;
      CREATE INDEX outbox_stream_sequence ON outbox (stream_sequence);

      CREATE TABLE outbox_head (
        aggregate_type text NOT NULL,
        aggregate_id text NOT NULL,
        version int NOT NULL,
        CONSTRAINT outbox_head_pk PRIMARY KEY (aggregate_type, aggregate_id)
      );

      CREATE TABLE inbox (
        publisher text NOT NULL,
        aggregate_type text NOT NULL,
        aggregate_id text NOT NULL,
        aggregate_version int NOT NULL,
        event_id uuid NOT NULL,
        subject text NOT NULL,
        handled_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT inbox_pk PRIMARY KEY (publisher, aggregate_type, aggregate_id, aggregate_version)
      );

      CREATE TABLE event_failure (
        event_id uuid NOT NULL CONSTRAINT event_failure_pk PRIMARY KEY,
        publisher text NOT NULL,
        subject text NOT NULL,
        aggregate_type text NOT NULL,
        aggregate_id text NOT NULL,
        aggregate_version int NOT NULL,
        envelope jsonb NOT NULL,
        state text NOT NULL CONSTRAINT event_failure_state_check CHECK (state IN ('retrying', 'dead')),
        attempts int NOT NULL,
        reason text NOT NULL,
        first_failed_at timestamptz NOT NULL DEFAULT now(),
        last_failed_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX event_failure_aggregate ON event_failure (publisher, aggregate_type, aggregate_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('the outbox is the record: it is not dropped by a migration');
  }
}
