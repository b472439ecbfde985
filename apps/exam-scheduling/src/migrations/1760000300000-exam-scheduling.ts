import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ExamScheduling1760000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE filed_site (
        site_code text CONSTRAINT filed_site_pk PRIMARY KEY,
        filing_id text NOT NULL,
        organisation_id text NOT NULL,
        agency_name text NOT NULL,
        jurisdiction text NOT NULL,
        valid_from date NOT NULL,
        valid_until date NOT NULL
      );
      CREATE INDEX filed_site_organisation ON filed_site (organisation_id);

      CREATE TABLE scope_line (
        site_code text NOT NULL CONSTRAINT scope_line_site_fk REFERENCES filed_site (site_code),
        occupation_code text NOT NULL,
        occupation_edition text NOT NULL,
        occupation_name text NOT NULL,
        specialty text NOT NULL,
        level_digit text NOT NULL CONSTRAINT scope_line_level_check CHECK (level_digit IN ('1', '2', '3', '4', '5')),
        CONSTRAINT scope_line_pk PRIMARY KEY (site_code, occupation_code, specialty, level_digit)
      );

      CREATE TABLE plan (
        id uuid CONSTRAINT plan_pk PRIMARY KEY,
        organisation_id text NOT NULL,
        agency_name text NOT NULL,
        filing_id text NOT NULL,
        site_code text NOT NULL,
        jurisdiction text NOT NULL,
        occupation_code text NOT NULL,
        occupation_edition text NOT NULL,
        occupation_name text NOT NULL,
        specialty text NOT NULL,
        level_digit text NOT NULL CONSTRAINT plan_level_check CHECK (level_digit IN ('1', '2', '3', '4', '5')),
        exam_on date NOT NULL,
        rooms jsonb NOT NULL,
        state text NOT NULL CONSTRAINT plan_state_check CHECK (state IN ('draft', 'submitted', 'approved', 'seated',
          'scored', 'verified', 'in-publicity', 'reported', 'audited', 'refused', 'cancelled')),
        history jsonb NOT NULL,
        paper jsonb,
        seating_seed text,
        scored_by jsonb NOT NULL,
        publicity_from date,
        publicity_until date,
        roll jsonb
      );
      CREATE INDEX plan_organisation ON plan (organisation_id, id);
      CREATE INDEX plan_jurisdiction ON plan (jurisdiction, id);

      CREATE TABLE roster_import (
        id uuid CONSTRAINT roster_import_pk PRIMARY KEY,
        plan_id uuid NOT NULL CONSTRAINT roster_import_plan_fk REFERENCES plan (id),
        uploaded_by text NOT NULL,
        uploaded_at timestamptz NOT NULL
      );
      CREATE INDEX roster_import_plan ON roster_import (plan_id);

      CREATE TABLE roster_row (
        import_id uuid NOT NULL CONSTRAINT roster_row_import_fk REFERENCES roster_import (id),
        row_number int NOT NULL,
        verdict text NOT NULL CONSTRAINT roster_row_verdict_check
          CHECK (verdict IN ('accepted', 'accepted-repaired', 'refused')),
        repaired jsonb NOT NULL,
        faults jsonb NOT NULL,
        cells_sealed text NOT NULL,
        CONSTRAINT roster_row_pk PRIMARY KEY (import_id, row_number)
      );

      CREATE TABLE candidate (
        id uuid CONSTRAINT candidate_pk PRIMARY KEY,
        plan_id uuid NOT NULL CONSTRAINT candidate_plan_fk REFERENCES plan (id),
        import_id uuid NOT NULL CONSTRAINT candidate_import_fk REFERENCES roster_import (id),
        state text NOT NULL CONSTRAINT candidate_state_check
          CHECK (state IN ('registered', 'seated', 'reported', 'certified', 'refused')),
        document_index text NOT NULL,
        name_index text NOT NULL,
        person_sealed text NOT NULL,
        phone_sealed text NOT NULL,
        row_sealed text NOT NULL,
        admission_number text CONSTRAINT candidate_admission_number_unique UNIQUE,
        room text,
        seat int,
        certificate_number text,
        refusal_rule text,
        CONSTRAINT candidate_plan_document_unique UNIQUE (plan_id, document_index),
        CONSTRAINT candidate_plan_seat_unique UNIQUE (plan_id, room, seat)
      );
      CREATE INDEX candidate_plan ON candidate (plan_id, id);

      CREATE TABLE admission_counter (
        site_code text NOT NULL,
        exam_on date NOT NULL,
        last int NOT NULL CONSTRAINT admission_counter_range_check CHECK (last BETWEEN 1 AND 99999),
        CONSTRAINT admission_counter_pk PRIMARY KEY (site_code, exam_on)
      );

      CREATE TABLE score (
        candidate_id uuid CONSTRAINT score_pk PRIMARY KEY CONSTRAINT score_candidate_fk REFERENCES candidate (id),
        theory_points int CONSTRAINT score_theory_check CHECK (theory_points BETWEEN 0 AND 100),
        skill_points int CONSTRAINT score_skill_check CHECK (skill_points BETWEEN 0 AND 100),
        theory_absent boolean NOT NULL,
        skill_absent boolean NOT NULL,
        entered_by text NOT NULL,
        entered_at timestamptz NOT NULL,
        CONSTRAINT score_theory_absent_check CHECK (NOT (theory_absent AND theory_points IS NOT NULL)),
        CONSTRAINT score_skill_absent_check CHECK (NOT (skill_absent AND skill_points IS NOT NULL))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE score, admission_counter, candidate, roster_row, roster_import, plan, scope_line, filed_site',
    );
  }
}
