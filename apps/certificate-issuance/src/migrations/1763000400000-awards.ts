import { wallSql } from '@app/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A certificate may rest on something else than an exam. */
const BASES = `
  ALTER TABLE certificate ALTER COLUMN roll_id DROP NOT NULL;
  ALTER TABLE certificate ALTER COLUMN plan_id DROP NOT NULL;
  ALTER TABLE certificate ADD COLUMN IF NOT EXISTS basis text NOT NULL DEFAULT 'assessment';
  ALTER TABLE certificate ADD COLUMN IF NOT EXISTS award_id uuid;
  CREATE INDEX IF NOT EXISTS certificate_award ON certificate (award_id) WHERE award_id IS NOT NULL;`;

const AWARDS = `
  CREATE TABLE skill_norm (
    id uuid CONSTRAINT skill_norm_pk PRIMARY KEY,
    code text NOT NULL CONSTRAINT skill_norm_code_unique UNIQUE,
    name text NOT NULL,
    published_on date NOT NULL,
    valid_until date,
    document_number text NOT NULL,
    published_by text NOT NULL
  );
  CREATE TABLE award (
    id uuid CONSTRAINT award_pk PRIMARY KEY,
    organisation_id text NOT NULL,
    jurisdiction text NOT NULL,
    filing_id uuid NOT NULL,
    site_code text NOT NULL,
    agency_name text NOT NULL,
    basis text NOT NULL CONSTRAINT award_basis_check CHECK (basis IN ('direct-recognition', 'competition-promotion',
      'deemed-equivalent', 'title-bridging', 'specific-skill', 'apprentice')),
    subject jsonb NOT NULL,
    skill_norm_id uuid CONSTRAINT award_skill_norm_fk REFERENCES skill_norm (id),
    state text NOT NULL CONSTRAINT award_state_check CHECK (state IN ('draft', 'submitted', 'accepted', 'approved',
      'in-publicity', 'ready', 'issued', 'refused', 'withdrawn')),
    history jsonb NOT NULL,
    drafted_on date NOT NULL,
    accepted_by text,
    approved_by text,
    publicity_from date,
    publicity_until date,
    CONSTRAINT award_norm_check CHECK ((basis = 'specific-skill') = (skill_norm_id IS NOT NULL)),
    CONSTRAINT award_two_officers_check CHECK (approved_by IS NULL OR (accepted_by IS NOT NULL AND approved_by <> accepted_by)),
    CONSTRAINT award_approved_check CHECK (state NOT IN ('approved', 'in-publicity', 'ready', 'issued') OR approved_by IS NOT NULL),
    CONSTRAINT award_publicity_check CHECK (state NOT IN ('in-publicity', 'ready', 'issued') OR publicity_until IS NOT NULL)
  );
  CREATE INDEX award_organisation ON award (organisation_id, id);
  CREATE INDEX award_jurisdiction ON award (jurisdiction, id);
  CREATE TABLE award_row (
    id uuid CONSTRAINT award_row_pk PRIMARY KEY,
    award_id uuid NOT NULL CONSTRAINT award_row_award_fk REFERENCES award (id),
    position int NOT NULL,
    person_sealed text NOT NULL,
    evidence_sealed text NOT NULL,
    name_index text NOT NULL,
    document_index text NOT NULL,
    name_masked text NOT NULL,
    document_masked text NOT NULL,
    promotion_year text,
    state text NOT NULL CONSTRAINT award_row_state_check CHECK (state IN ('listed', 'objected', 'refused', 'issued', 'kept')),
    refusal jsonb,
    objection_ground text,
    objection_reference text,
    objected_by text,
    objection_decided_by text,
    certificate_id uuid,
    certificate_number text,
    CONSTRAINT award_row_position_unique UNIQUE (award_id, position),
    CONSTRAINT award_row_person_unique UNIQUE (award_id, document_index),
    CONSTRAINT award_row_refusal_check CHECK ((state = 'refused') = (refusal IS NOT NULL)),
    CONSTRAINT award_row_certificate_check CHECK ((state = 'issued') = (certificate_id IS NOT NULL)),
    CONSTRAINT award_row_two_persons_check CHECK (objection_decided_by IS NULL OR objection_decided_by <> objected_by)
  );
  CREATE INDEX award_row_document ON award_row (document_index);
  CREATE UNIQUE INDEX award_row_number_unique ON award_row (certificate_number) WHERE certificate_number IS NOT NULL;
  CREATE TABLE award_claim (
    document_index text NOT NULL,
    kind text NOT NULL CONSTRAINT award_claim_kind_check CHECK (kind IN ('promotion-year', 'record')),
    key text NOT NULL,
    row_id uuid NOT NULL CONSTRAINT award_claim_row_fk REFERENCES award_row (id),
    CONSTRAINT award_claim_pk PRIMARY KEY (document_index, kind, key)
  );`;

const APPOINTMENTS = `
  CREATE TABLE post (
    id uuid CONSTRAINT post_pk PRIMARY KEY,
    organisation_id text NOT NULL,
    jurisdiction text NOT NULL,
    filing_id uuid NOT NULL,
    site_code text NOT NULL,
    agency_name text NOT NULL,
    level text NOT NULL CONSTRAINT post_level_check CHECK (level IN ('special-technician', 'chief-technician')),
    occupation_code text NOT NULL,
    occupation_edition text NOT NULL,
    occupation_name text NOT NULL,
    specialty text NOT NULL,
    quota int NOT NULL CONSTRAINT post_quota_check CHECK (quota BETWEEN 1 AND 1000),
    plan_number text NOT NULL,
    valid_from date NOT NULL,
    valid_until date NOT NULL,
    state text NOT NULL CONSTRAINT post_state_check CHECK (state IN ('proposed', 'confirmed', 'filed', 'refused')),
    proposed_by text NOT NULL,
    confirmed_by text,
    filed_by text,
    CONSTRAINT post_two_persons_check CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by),
    CONSTRAINT post_confirmed_check CHECK (state NOT IN ('confirmed', 'filed') OR confirmed_by IS NOT NULL)
  );
  CREATE INDEX post_organisation ON post (organisation_id, id);
  CREATE INDEX post_jurisdiction ON post (jurisdiction, id);
  CREATE TABLE appointment (
    id uuid CONSTRAINT appointment_pk PRIMARY KEY,
    post_id uuid NOT NULL CONSTRAINT appointment_post_fk REFERENCES post (id),
    organisation_id text NOT NULL,
    jurisdiction text NOT NULL,
    level text NOT NULL CONSTRAINT appointment_level_check CHECK (level IN ('special-technician', 'chief-technician')),
    person_sealed text NOT NULL,
    evidence_sealed text NOT NULL,
    name_index text NOT NULL,
    document_index text NOT NULL,
    name_masked text NOT NULL,
    document_masked text NOT NULL,
    state text NOT NULL CONSTRAINT appointment_state_check CHECK (state IN ('proposed', 'in-publicity', 'registered',
      're-assessment', 'ended', 'refused', 'withdrawn')),
    history jsonb NOT NULL,
    proposed_on date NOT NULL,
    proposed_by text NOT NULL,
    confirmed_by text,
    publicity_from date,
    publicity_until date,
    rests_on uuid CONSTRAINT appointment_rests_on_fk REFERENCES appointment (id),
    term_from date,
    term_until date,
    record_number text CONSTRAINT appointment_number_unique UNIQUE,
    CONSTRAINT appointment_two_persons_check CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by),
    CONSTRAINT appointment_term_check CHECK (state NOT IN ('registered', 're-assessment') OR (confirmed_by IS NOT NULL
      AND term_until >= term_from AND (level = 'chief-technician') = (rests_on IS NOT NULL)))
  );
  CREATE INDEX appointment_organisation ON appointment (organisation_id, id);
  CREATE INDEX appointment_jurisdiction ON appointment (jurisdiction, id);
  CREATE INDEX appointment_post ON appointment (post_id);
  CREATE INDEX appointment_document ON appointment (document_index);
  CREATE TABLE honour (
    id uuid CONSTRAINT honour_pk PRIMARY KEY,
    kind text NOT NULL CONSTRAINT honour_kind_check CHECK (kind IN ('provincial-honour', 'city-honour', 'enterprise-scheme')),
    organisation_id text NOT NULL,
    jurisdiction text NOT NULL,
    person_sealed text NOT NULL,
    name_index text NOT NULL,
    document_index text NOT NULL,
    name_masked text NOT NULL,
    document_masked text NOT NULL,
    given_on date NOT NULL,
    document_number text NOT NULL,
    recorded_by text NOT NULL,
    CONSTRAINT honour_enterprise_check CHECK (kind = 'enterprise-scheme' OR organisation_id = ''),
    CONSTRAINT honour_once_unique UNIQUE (kind, document_index, organisation_id, given_on)
  );
  CREATE INDEX honour_document ON honour (document_index);`;

const OWN = 'may_reach(organisation_id, jurisdiction)';
const AUTHORITY = `standing_is('province-officer', 'service')`;
/** What strangers may read is decided once more by date in the use case; masked there. */
const inPublicity = (table: string): string => `${OWN} OR (standing_is('public') AND ${table}.state = 'in-publicity')`;

const WALLS: readonly [table: string, look: string, change?: string][] = [
  ['skill_norm', `coalesce(current_setting('jz.roles', true), '') <> ''`, `${AUTHORITY} AND supervises('230000')`],
  ['award', inPublicity('award'), OWN],
  ['award_row', 'EXISTS (SELECT 1 FROM award WHERE award.id = award_id)'],
  ['award_claim', AUTHORITY],
  [
    'post',
    `${OWN} OR (standing_is('public') AND EXISTS (SELECT 1 FROM appointment WHERE appointment.post_id = post.id))`,
    OWN,
  ],
  ['appointment', inPublicity('appointment'), OWN],
  ['honour', OWN],
];

export class Awards1763000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [BASES, AWARDS, APPOINTMENTS]) await runner.query(part);
    for (const wall of WALLS) await runner.query(wallSql(...wall));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE honour; DROP TABLE appointment; DROP TABLE post;
      DROP TABLE award_claim; DROP TABLE award_row; DROP TABLE award; DROP TABLE skill_norm;
      DROP INDEX IF EXISTS certificate_award`);
  }
}
