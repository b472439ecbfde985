import { wallSql } from '@app/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Print files of whole rolls, made in the background and kept for a day. */
export class IssuancePrint1763100400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE print_job (
        id uuid CONSTRAINT print_job_pk PRIMARY KEY,
        roll_id uuid NOT NULL CONSTRAINT print_job_roll_fk REFERENCES result_roll (id),
        organisation_id text NOT NULL,
        jurisdiction text NOT NULL,
        asked_by text NOT NULL,
        asked_at timestamptz NOT NULL,
        state text NOT NULL CONSTRAINT print_job_state_check
          CHECK (state IN ('queued', 'running', 'ready', 'cancelled', 'failed', 'expired')),
        total int NOT NULL,
        done int NOT NULL,
        last_certificate_id uuid,
        pieces int NOT NULL,
        objects int NOT NULL,
        bytes bigint NOT NULL,
        worker text,
        lease_until timestamptz,
        failure text,
        expires_at timestamptz
      );
      CREATE INDEX print_job_organisation ON print_job (organisation_id, id);
      CREATE INDEX print_job_jurisdiction ON print_job (jurisdiction, id);
      CREATE INDEX print_job_open ON print_job (id) WHERE state IN ('queued', 'running');
      CREATE TABLE print_piece (
        job_id uuid NOT NULL CONSTRAINT print_piece_job_fk REFERENCES print_job (id),
        piece int NOT NULL,
        bytes_sealed text NOT NULL,
        offsets bigint[] NOT NULL,
        pages int[] NOT NULL,
        CONSTRAINT print_piece_pk PRIMARY KEY (job_id, piece)
      );`);
    await runner.query(wallSql('print_job', 'may_reach(organisation_id, jurisdiction)'));
    await runner.query(wallSql('print_piece', 'EXISTS (SELECT 1 FROM print_job WHERE print_job.id = job_id)'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE print_piece; DROP TABLE print_job');
  }
}
