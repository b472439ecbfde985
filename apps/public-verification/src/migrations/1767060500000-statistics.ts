import type { MigrationInterface, QueryRunner } from 'typeorm';

const KIND = `CHECK (kind IN ('issued', 'revoked', 'cancelled', 'replaced'))`;

/** Facts are counted from the rows that are there; days that are over before are published with the next that closes. */
export class Statistics1767060500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE daily_count (
        day date NOT NULL,
        kind text NOT NULL CONSTRAINT daily_count_kind_check ${KIND},
        site_code text NOT NULL,
        occupation_code text NOT NULL,
        occupation_edition text NOT NULL,
        level_digit text NOT NULL,
        count int NOT NULL CONSTRAINT daily_count_count_check CHECK (count >= 0),
        published int NOT NULL DEFAULT 0,
        CONSTRAINT daily_count_pk PRIMARY KEY (day, kind, site_code, occupation_code, occupation_edition, level_digit)
      );
      CREATE INDEX daily_count_open ON daily_count (day) WHERE count <> published;
      CREATE TABLE statistics_day (
        day date CONSTRAINT statistics_day_pk PRIMARY KEY,
        log_size bigint NOT NULL,
        root_hash text NOT NULL,
        checkpoint text NOT NULL,
        counts_sha256 text NOT NULL,
        carried jsonb NOT NULL,
        closed_at timestamptz NOT NULL
      );
      CREATE TABLE published_count (
        day date NOT NULL CONSTRAINT published_count_day_fk REFERENCES statistics_day (day),
        position int NOT NULL,
        kind text NOT NULL CONSTRAINT published_count_kind_check ${KIND},
        site_code text NOT NULL,
        occupation_code text NOT NULL,
        occupation_edition text NOT NULL,
        level_digit text NOT NULL,
        count int NOT NULL CONSTRAINT published_count_min_check CHECK (count >= 5),
        CONSTRAINT published_count_pk PRIMARY KEY (day, position)
      );
      CREATE INDEX published_count_site ON published_count (site_code, day);
      CREATE INDEX published_count_occupation ON published_count (occupation_code, day);
      CREATE TABLE appointment (
        appointment_id uuid CONSTRAINT appointment_pk PRIMARY KEY,
        level text NOT NULL,
        term_from date NOT NULL,
        term_until date NOT NULL,
        ended boolean NOT NULL
      );
      INSERT INTO daily_count (day, kind, site_code, occupation_code, occupation_edition, level_digit, count)
      SELECT day, kind, site_code, occupation_code, occupation_edition, level_digit, count(*) FROM (
        SELECT issued_on AS day, 'issued' AS kind, site_code, occupation_code, occupation_edition, level_digit
        FROM certificate WHERE batch_id IS NOT NULL AND version = 1
        UNION ALL
        SELECT status_on, status, site_code, occupation_code, occupation_edition, level_digit
        FROM certificate WHERE batch_id IS NOT NULL AND status <> 'valid') AS fact
      GROUP BY 1, 2, 3, 4, 5, 6;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE appointment, published_count, statistics_day, daily_count');
  }
}
