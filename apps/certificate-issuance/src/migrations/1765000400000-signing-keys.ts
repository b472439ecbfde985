import { wallSql } from '@app/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Expand: keys of before stay, with their sealed private key and without SM2 key and certificate. */
const KEYS = `
  ALTER TABLE signing_key
    ALTER COLUMN private_sealed DROP NOT NULL,
    ADD COLUMN holder text NOT NULL DEFAULT 'software'
      CONSTRAINT signing_key_holder_check CHECK (holder IN ('software', 'pkcs11')),
    ADD COLUMN token_key text,
    ADD COLUMN national_jwk jsonb,
    ADD COLUMN national_sealed text,
    ADD COLUMN certificate_der bytea,
    ADD COLUMN activated_at timestamptz,
    ADD COLUMN retired_at timestamptz,
    ADD COLUMN compromised_at timestamptz,
    ADD CONSTRAINT signing_key_held_check CHECK (
      (holder = 'software' AND private_sealed IS NOT NULL AND token_key IS NULL)
      OR (holder = 'pkcs11' AND private_sealed IS NULL AND token_key IS NOT NULL)),
    ADD CONSTRAINT signing_key_national_check CHECK ((national_jwk IS NULL) = (national_sealed IS NULL)),
    ADD CONSTRAINT signing_key_compromised_check
      CHECK ((state = 'compromised') = (compromised_from IS NOT NULL) AND compromised_from >= 0);
  UPDATE signing_key SET activated_at = created_at WHERE state = 'active';
  UPDATE signing_key SET activated_at = created_at, retired_at = changed_at WHERE state = 'retired';
  CREATE INDEX signing_key_organisation ON signing_key (organisation_id);
  CREATE TABLE registry_ca (
    single boolean CONSTRAINT registry_ca_pk PRIMARY KEY CONSTRAINT registry_ca_single_check CHECK (single),
    private_sealed text NOT NULL,
    certificate_der bytea NOT NULL
  );`;

const CHANGES = `
  CREATE TABLE key_change (
    id uuid CONSTRAINT key_change_pk PRIMARY KEY,
    kind text NOT NULL CONSTRAINT key_change_kind_check CHECK (kind IN ('rotation', 'compromise')),
    organisation_id text NOT NULL,
    kid text NOT NULL CONSTRAINT key_change_kid_fk REFERENCES signing_key (kid),
    reason text NOT NULL,
    state text NOT NULL CONSTRAINT key_change_state_check CHECK (state IN ('proposed', 'confirmed', 'refused')),
    proposed_by text NOT NULL,
    proposed_at timestamptz NOT NULL,
    decided_by text,
    decided_at timestamptz,
    refusal_reason text,
    CONSTRAINT key_change_second_person_check CHECK (state <> 'confirmed' OR decided_by <> proposed_by),
    CONSTRAINT key_change_decided_check
      CHECK ((state = 'proposed') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL))
  );
  CREATE UNIQUE INDEX key_change_one_open ON key_change (kid, kind) WHERE state = 'proposed';`;

/**
 * Whoever issues holds a shared lock on the name of the key until the commit (\`assertActive\`); here every change of
 * state waits for them, whatever code asked for it. Locks by name and not by row, for a row lock is a write to the row
 * and asks for the right to change it. A change also needs its decision by two persons, and history stays as it is.
 */
const GUARD = `
  CREATE FUNCTION signing_key_guard() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a signing key is never removed'; END IF;
      IF (NEW.kid, NEW.organisation_id, NEW.public_jwk, NEW.holder, NEW.created_at)
          IS DISTINCT FROM (OLD.kid, OLD.organisation_id, OLD.public_jwk, OLD.holder, OLD.created_at)
        OR (OLD.national_jwk IS NOT NULL AND NEW.national_jwk IS DISTINCT FROM OLD.national_jwk)
        OR (OLD.certificate_der IS NOT NULL AND NEW.certificate_der IS DISTINCT FROM OLD.certificate_der)
        OR (OLD.activated_at IS NOT NULL AND NEW.activated_at IS DISTINCT FROM OLD.activated_at)
        OR (OLD.retired_at IS NOT NULL AND NEW.retired_at IS DISTINCT FROM OLD.retired_at)
        OR (OLD.compromised_at IS NOT NULL AND NEW.compromised_at IS DISTINCT FROM OLD.compromised_at)
        OR (OLD.compromised_from IS NOT NULL AND NEW.compromised_from IS DISTINCT FROM OLD.compromised_from) THEN
        RAISE EXCEPTION 'the history of a signing key does not change';
      END IF;
      IF NEW.state = OLD.state THEN RETURN NEW; END IF;
      PERFORM pg_advisory_xact_lock(7361002, hashtext(OLD.kid));
      IF NOT ((OLD.state, NEW.state) IN (('next', 'active'), ('next', 'compromised'), ('active', 'retired'),
          ('active', 'compromised'), ('retired', 'compromised'))) THEN
        RAISE EXCEPTION 'a signing key cannot go from % to %', OLD.state, NEW.state;
      END IF;
      IF NEW.state IN ('retired', 'compromised') AND NOT EXISTS (
          SELECT 1 FROM key_change c WHERE c.kid = OLD.kid AND c.state = 'confirmed'
            AND c.kind = CASE NEW.state WHEN 'retired' THEN 'rotation' ELSE 'compromise' END) THEN
        RAISE EXCEPTION 'no two persons have decided to change the signing key';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER signing_key_guard BEFORE UPDATE OR DELETE ON signing_key
    FOR EACH ROW EXECUTE FUNCTION signing_key_guard();

  CREATE FUNCTION key_change_guard() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a decision about a signing key is never removed'; END IF;
      IF OLD.state <> 'proposed' THEN RAISE EXCEPTION 'this was decided'; END IF;
      IF (NEW.id, NEW.kind, NEW.organisation_id, NEW.kid, NEW.reason, NEW.proposed_by, NEW.proposed_at)
          IS DISTINCT FROM
         (OLD.id, OLD.kind, OLD.organisation_id, OLD.kid, OLD.reason, OLD.proposed_by, OLD.proposed_at) THEN
        RAISE EXCEPTION 'what was proposed does not change';
      END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER key_change_guard BEFORE UPDATE OR DELETE ON key_change
    FOR EACH ROW EXECUTE FUNCTION key_change_guard();`;

/** Keys are a matter of the whole province. */
const OFFICERS = `standing_is('province-officer') AND supervises('230000')`;
const CHANGERS = `standing_is('service') OR (${OFFICERS})`;
const LOOKERS = `standing_is('service') OR (standing_is('province-officer', 'auditor') AND supervises('230000'))`;

export class SigningKeys1765000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [KEYS, CHANGES, GUARD]) await runner.query(part);
    await runner.query(wallSql('registry_ca', `standing_is('service')`));
    await runner.query(wallSql('key_change', LOOKERS, CHANGERS));
    await runner.query(`
      DROP POLICY change ON signing_key;
      CREATE POLICY change ON signing_key FOR ALL USING (may_change() AND (${CHANGERS}));
      CREATE POLICY officers_look ON signing_key FOR SELECT USING (${LOOKERS});
      CREATE POLICY officers_measure ON log_head FOR UPDATE USING (may_change() AND ${OFFICERS});`);
  }

  async down(): Promise<void> {
    throw new Error('the history of signing keys is not dropped by a migration');
  }
}
