import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every service with data keeps for its HTTP edge. */
export class Platform1760000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_key (
        subject text NOT NULL,
        key text NOT NULL,
        request_sha256 text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        status int,
        answer_sealed text,
        CONSTRAINT idempotency_key_pk PRIMARY KEY (subject, key)
      );
      CREATE INDEX idempotency_key_created_at ON idempotency_key (created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_key');
  }
}
