import type { MigrationInterface, QueryRunner } from 'typeorm';

export class QuestionBank1760000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE element_table (
        id uuid CONSTRAINT element_table_pk PRIMARY KEY,
        state text NOT NULL CONSTRAINT element_table_state_check CHECK (state IN ('draft', 'approved', 'retired')),
        occupation_code text NOT NULL,
        occupation_edition text NOT NULL,
        occupation_name text NOT NULL,
        specialty text NOT NULL,
        level_digit text NOT NULL CONSTRAINT element_table_level_check CHECK (level_digit IN ('1', '2', '3', '4', '5')),
        method text NOT NULL,
        point_count int NOT NULL,
        ranges jsonb NOT NULL,
        points jsonb NOT NULL,
        repairs jsonb NOT NULL,
        warnings jsonb NOT NULL,
        imported_by text NOT NULL,
        imported_at timestamptz NOT NULL,
        approved_by text,
        approved_at timestamptz,
        retired_at timestamptz,
        CONSTRAINT element_table_two_persons_check CHECK (approved_by <> imported_by)
      );
      CREATE UNIQUE INDEX element_table_one_approved ON element_table (occupation_code, specialty, level_digit)
        WHERE state = 'approved';

      CREATE TABLE item_import (
        id uuid CONSTRAINT item_import_pk PRIMARY KEY,
        element_table_id uuid NOT NULL CONSTRAINT item_import_element_table_fk REFERENCES element_table (id),
        imported_by text NOT NULL,
        imported_at timestamptz NOT NULL,
        counts jsonb NOT NULL,
        file_sealed text NOT NULL
      );

      CREATE TABLE item (
        id uuid CONSTRAINT item_pk PRIMARY KEY,
        element_table_id uuid NOT NULL CONSTRAINT item_element_table_fk REFERENCES element_table (id),
        import_id uuid NOT NULL CONSTRAINT item_import_fk REFERENCES item_import (id) DEFERRABLE INITIALLY DEFERRED,
        point_path text NOT NULL,
        type text NOT NULL CONSTRAINT item_type_check CHECK (type IN ('single', 'multiple', 'judgement')),
        difficulty smallint NOT NULL CONSTRAINT item_difficulty_check CHECK (difficulty BETWEEN 1 AND 5),
        source text NOT NULL CONSTRAINT item_source_check CHECK (source IN ('national', 'province', 'agency')),
        stem_index text NOT NULL,
        content_sealed text NOT NULL,
        CONSTRAINT item_stem_unique UNIQUE (element_table_id, stem_index)
      );

      CREATE TABLE blueprint (
        element_table_id uuid CONSTRAINT blueprint_pk PRIMARY KEY
          CONSTRAINT blueprint_element_table_fk REFERENCES element_table (id),
        duration_minutes int NOT NULL CONSTRAINT blueprint_duration_check CHECK (duration_minutes >= 90),
        sections jsonb NOT NULL,
        set_by text NOT NULL,
        set_at timestamptz NOT NULL
      );

      CREATE TABLE paper_order (
        id uuid CONSTRAINT paper_order_pk PRIMARY KEY,
        state text NOT NULL CONSTRAINT paper_order_state_check CHECK (state IN ('ordered', 'assembled', 'sealed')),
        occupation_code text NOT NULL,
        occupation_edition text NOT NULL,
        occupation_name text NOT NULL,
        specialty text NOT NULL,
        level_digit text NOT NULL CONSTRAINT paper_order_level_check CHECK (level_digit IN ('1', '2', '3', '4', '5')),
        exam_on date NOT NULL,
        revision int NOT NULL,
        paper_id uuid CONSTRAINT paper_order_paper_unique UNIQUE,
        element_table_id uuid CONSTRAINT paper_order_element_table_fk REFERENCES element_table (id),
        item_count int NOT NULL,
        composition jsonb,
        content_sealed text,
        content_sha256 text,
        assembled_by text,
        assembled_at timestamptz,
        sealed_by text,
        sealed_at timestamptz,
        CONSTRAINT paper_order_two_persons_check CHECK (sealed_by <> assembled_by),
        CONSTRAINT paper_order_sealed_check CHECK (state <> 'sealed' OR (content_sha256 IS NOT NULL AND sealed_by IS NOT NULL))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE paper_order; DROP TABLE blueprint; DROP TABLE item; DROP TABLE item_import; DROP TABLE element_table',
    );
  }
}
