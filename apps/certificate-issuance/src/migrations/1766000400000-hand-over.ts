import { wallSql } from '@app/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who a number belongs to, so that the wall can tell; and that an imported one was voided. */
const NUMBERS = `
  ALTER TABLE number_void
    ADD COLUMN organisation_id text NOT NULL DEFAULT '',
    ADD COLUMN supervised_in text[] NOT NULL DEFAULT '{}',
    ADD COLUMN note text NOT NULL DEFAULT '';
  CREATE INDEX number_void_series ON number_void (site_code, year, level, serial);
  ALTER TABLE imported_number
    ADD COLUMN organisation_id text NOT NULL DEFAULT '',
    ADD COLUMN supervised_in text[] NOT NULL DEFAULT '{}',
    ADD COLUMN voided_at timestamptz,
    ADD CONSTRAINT imported_number_outcome_check CHECK (certificate_id IS NULL OR voided_at IS NULL);
  CREATE INDEX imported_number_series ON imported_number (site_code, year, level, serial);
  DROP INDEX imported_number_free;
  CREATE INDEX imported_number_free ON imported_number (site_code, year, level, serial)
    WHERE certificate_id IS NULL AND voided_at IS NULL;
  CREATE INDEX certificate_issued_on ON certificate USING brin (issued_on);`;

const BLANKS = `
  CREATE TABLE blank_request (
    id uuid CONSTRAINT blank_request_pk PRIMARY KEY,
    organisation_id text NOT NULL,
    agency_name text NOT NULL,
    jurisdiction text NOT NULL,
    quantity int NOT NULL CONSTRAINT blank_request_quantity_check CHECK (quantity > 0),
    state text NOT NULL
      CONSTRAINT blank_request_state_check CHECK (state IN ('requested', 'granted', 'received', 'refused')),
    asked_by text NOT NULL,
    asked_at timestamptz NOT NULL,
    decided_by text,
    decided_at timestamptz,
    refusal_reason text,
    first_serial text,
    last_serial text,
    received_by text,
    received_at timestamptz,
    CONSTRAINT blank_request_second_person_check CHECK (decided_by <> asked_by),
    CONSTRAINT blank_request_range_check
      CHECK ((state IN ('granted', 'received')) = (first_serial IS NOT NULL AND last_serial IS NOT NULL))
  );
  CREATE INDEX blank_request_organisation ON blank_request (organisation_id, id);
  CREATE TABLE blank_destruction (
    id uuid CONSTRAINT blank_destruction_pk PRIMARY KEY,
    organisation_id text NOT NULL,
    jurisdiction text NOT NULL,
    quantity int NOT NULL CONSTRAINT blank_destruction_quantity_check CHECK (quantity > 0),
    state text NOT NULL CONSTRAINT blank_destruction_state_check CHECK (state IN ('proposed', 'done', 'refused')),
    proposed_by text NOT NULL,
    proposed_at timestamptz NOT NULL,
    decided_by text,
    decided_at timestamptz,
    refusal_reason text,
    CONSTRAINT blank_destruction_second_person_check CHECK (decided_by <> proposed_by),
    CONSTRAINT blank_destruction_decided_check CHECK (state = 'proposed' OR decided_by IS NOT NULL)
  );
  CREATE INDEX blank_destruction_organisation ON blank_destruction (organisation_id, id);
  CREATE TABLE blank (
    id uuid CONSTRAINT blank_pk PRIMARY KEY,
    serial text NOT NULL CONSTRAINT blank_serial_unique UNIQUE,
    request_id uuid NOT NULL CONSTRAINT blank_request_fk REFERENCES blank_request (id),
    organisation_id text NOT NULL,
    jurisdiction text NOT NULL,
    state text NOT NULL,
    certificate_id uuid,
    used_by text,
    used_at timestamptz,
    spoil_reason text,
    spoil_note text NOT NULL DEFAULT '',
    spoiled_by text,
    spoiled_at timestamptz,
    destruction_id uuid CONSTRAINT blank_destruction_fk REFERENCES blank_destruction (id),
    CONSTRAINT blank_state_check CHECK (state IN ('granted', 'on-hand', 'used', 'spoiled', 'destroyed')),
    -- A certificate number has 22 characters, an old one 16: neither is ever a blank's serial.
    CONSTRAINT blank_serial_check CHECK (length(serial) BETWEEN 4 AND 15),
    CONSTRAINT blank_used_check CHECK ((state = 'used' AND certificate_id IS NOT NULL AND used_by IS NOT NULL)
      OR (state IN ('granted', 'on-hand') AND certificate_id IS NULL) OR state IN ('spoiled', 'destroyed')),
    CONSTRAINT blank_spoiled_check CHECK (state <> 'spoiled' OR (spoil_reason IS NOT NULL AND spoiled_by IS NOT NULL)),
    CONSTRAINT blank_destroyed_check CHECK (state <> 'destroyed' OR destruction_id IS NOT NULL)
  );
  CREATE UNIQUE INDEX blank_one_per_certificate ON blank (certificate_id) WHERE state = 'used';
  CREATE INDEX blank_certificate ON blank (certificate_id) WHERE certificate_id IS NOT NULL;
  CREATE INDEX blank_organisation ON blank (organisation_id, state, serial);
  CREATE INDEX blank_jurisdiction ON blank (jurisdiction, id);
  CREATE INDEX blank_of_request ON blank (request_id);
  CREATE INDEX blank_of_destruction ON blank (destruction_id) WHERE destruction_id IS NOT NULL;`;

/** The balance is written by triggers alone, and no statement leaves it wrong: its check fails first. */
const BALANCE = `
  CREATE TABLE blank_balance (
    organisation_id text CONSTRAINT blank_balance_pk PRIMARY KEY,
    jurisdiction text NOT NULL,
    granted int NOT NULL,
    received int NOT NULL,
    on_hand int NOT NULL,
    used int NOT NULL,
    spoiled int NOT NULL,
    destroyed int NOT NULL,
    CONSTRAINT blank_balance_adds_up_check CHECK (received = on_hand + used + spoiled + destroyed),
    CONSTRAINT blank_balance_sign_check CHECK (least(granted, on_hand, used, spoiled, destroyed) >= 0)
  );

  CREATE FUNCTION blank_moves() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a blank is never forgotten' USING ERRCODE = 'check_violation'; END IF;
      IF TG_OP = 'INSERT' THEN
        IF NEW.state = 'granted' THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'a blank begins as granted' USING ERRCODE = 'check_violation';
      END IF;
      IF (NEW.serial, NEW.organisation_id, NEW.jurisdiction, NEW.request_id)
          IS DISTINCT FROM (OLD.serial, OLD.organisation_id, OLD.jurisdiction, OLD.request_id)
        OR (NEW.state <> OLD.state AND OLD.state || '>' || NEW.state NOT IN ('granted>on-hand', 'on-hand>used',
          'on-hand>spoiled', 'used>spoiled', 'spoiled>destroyed', 'on-hand>destroyed'))
      THEN RAISE EXCEPTION 'a blank cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER blank_moves BEFORE INSERT OR UPDATE OR DELETE ON blank FOR EACH ROW EXECUTE FUNCTION blank_moves();

  CREATE FUNCTION blank_granted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    BEGIN
      INSERT INTO blank_balance AS b
        SELECT organisation_id, min(jurisdiction), count(*), 0, 0, 0, 0, 0 FROM fresh GROUP BY 1 ORDER BY 1
      ON CONFLICT ON CONSTRAINT blank_balance_pk DO UPDATE SET granted = b.granted + excluded.granted;
      RETURN NULL;
    END $$;
  CREATE TRIGGER blank_granted AFTER INSERT ON blank REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION blank_granted();

  CREATE FUNCTION blank_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    BEGIN
      UPDATE blank_balance AS b SET granted = b.granted + m.granted, received = b.received + m.received,
        on_hand = b.on_hand + m.on_hand, used = b.used + m.used, spoiled = b.spoiled + m.spoiled,
        destroyed = b.destroyed + m.destroyed
      FROM (
        SELECT organisation_id, coalesce(sum(n) FILTER (WHERE state = 'granted'), 0) AS granted,
          coalesce(sum(n) FILTER (WHERE state <> 'granted'), 0) AS received,
          coalesce(sum(n) FILTER (WHERE state = 'on-hand'), 0) AS on_hand,
          coalesce(sum(n) FILTER (WHERE state = 'used'), 0) AS used,
          coalesce(sum(n) FILTER (WHERE state = 'spoiled'), 0) AS spoiled,
          coalesce(sum(n) FILTER (WHERE state = 'destroyed'), 0) AS destroyed
        FROM (SELECT organisation_id, state, 1 AS n FROM fresh UNION ALL SELECT organisation_id, state, -1 FROM stale) AS x
        GROUP BY 1) AS m
      WHERE b.organisation_id = m.organisation_id;
      RETURN NULL;
    END $$;
  CREATE TRIGGER blank_moved AFTER UPDATE ON blank REFERENCING OLD TABLE AS stale NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION blank_moved();`;

const HAND_OVER = `
  CREATE TABLE hand_over_package (
    id uuid CONSTRAINT hand_over_package_pk PRIMARY KEY,
    jurisdiction text NOT NULL,
    state text NOT NULL CONSTRAINT hand_over_package_state_check
      CHECK (state IN ('drafted', 'sent', 'partly-acknowledged', 'acknowledged')),
    issued_from date NOT NULL,
    issued_until date NOT NULL,
    organisation_id text NOT NULL,
    map_version text NOT NULL,
    quantity int NOT NULL CONSTRAINT hand_over_package_quantity_check CHECK (quantity > 0),
    drafted_by text NOT NULL,
    drafted_at timestamptz NOT NULL,
    sent_by text,
    sent_at timestamptz,
    sent_sha256 text,
    CONSTRAINT hand_over_package_sent_check CHECK ((state = 'drafted') = (sent_sha256 IS NULL))
  );
  CREATE TABLE hand_over_file (
    package_id uuid NOT NULL CONSTRAINT hand_over_file_package_fk REFERENCES hand_over_package (id),
    sha256 text NOT NULL,
    export_id uuid NOT NULL,
    rows int NOT NULL,
    made_by text NOT NULL,
    made_at timestamptz NOT NULL,
    CONSTRAINT hand_over_file_pk PRIMARY KEY (package_id, sha256)
  );
  CREATE TABLE hand_over_line (
    package_id uuid NOT NULL CONSTRAINT hand_over_line_package_fk REFERENCES hand_over_package (id),
    certificate_id uuid NOT NULL CONSTRAINT hand_over_line_certificate_fk REFERENCES certificate (id),
    position int NOT NULL,
    number text NOT NULL,
    organisation_id text NOT NULL,
    jurisdiction text NOT NULL,
    answer text CONSTRAINT hand_over_line_answer_check CHECK (answer IN ('accepted', 'refused')),
    reason_sealed text,
    answered_by text,
    answered_at timestamptz,
    CONSTRAINT hand_over_line_pk PRIMARY KEY (package_id, certificate_id),
    CONSTRAINT hand_over_line_number_unique UNIQUE (package_id, number),
    CONSTRAINT hand_over_line_reason_check CHECK ((coalesce(answer, '') = 'refused') = (reason_sealed IS NOT NULL))
  );
  CREATE UNIQUE INDEX hand_over_line_once ON hand_over_line (certificate_id) WHERE answer IS NULL OR answer = 'accepted';
  CREATE INDEX hand_over_line_refused ON hand_over_line (certificate_id) WHERE answer = 'refused';`;

const AUTHORITY = `standing_is('service') OR (standing_is('province-officer') AND supervises('230000'))`;
/** The province is asked first: issuing never pays for the look at the filings. */
const OF_THE_SITE = `standing_is('service') OR supervises('230000') OR EXISTS (SELECT 1 FROM filed_scope
  WHERE filed_scope.sites @> jsonb_build_array(jsonb_build_object('siteCode', site_code)))`;
const SUPERVISED = 'may_reach(organisation_id, VARIADIC supervised_in)';
const OWN = 'may_reach(organisation_id, jurisdiction)';
const OF_THE_PROVINCE = `standing_is('service') OR supervises(jurisdiction)`;

const WALLS_AGAIN: readonly [table: string, look: string, change?: string][] = [
  ['number_series', OF_THE_SITE, AUTHORITY],
  ['number_void', SUPERVISED, AUTHORITY],
  ['imported_number', SUPERVISED],
];
const WALLS: readonly [table: string, look: string, change?: string][] = [
  ['blank_request', OWN],
  ['blank_destruction', OWN],
  ['blank', OWN],
  ['blank_balance', OWN, 'false'],
  ['hand_over_package', OF_THE_PROVINCE, AUTHORITY],
  ['hand_over_file', 'EXISTS (SELECT 1 FROM hand_over_package AS p WHERE p.id = package_id)', AUTHORITY],
  ['hand_over_line', OWN, AUTHORITY],
];

export class HandOver1766000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [NUMBERS, BLANKS, BALANCE, HAND_OVER]) await runner.query(part);
    for (const wall of WALLS_AGAIN) {
      await runner.query(`DROP POLICY look ON ${wall[0]}; DROP POLICY change ON ${wall[0]};`);
      await runner.query(wallSql(...wall));
    }
    for (const wall of WALLS) await runner.query(wallSql(...wall));
  }

  async down(): Promise<void> {
    throw new Error('what was printed, destroyed and handed over is not forgotten by a migration');
  }
}
