import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Row-level security asks these functions; the settings come with each transaction and are absent outside one, which
 * makes every answer false. A regulator reaches the own jurisdiction, everyone else the own organisation, an auditor
 * changes nothing (docs/adr/0006-two-walls.md).
 */
const STANDING = `
  CREATE FUNCTION standing_is(VARIADIC roles text[]) RETURNS boolean LANGUAGE sql STABLE
    AS $$ SELECT coalesce(string_to_array(current_setting('jz.roles', true), ',') && roles, false) $$;

  CREATE FUNCTION supervises(VARIADIC jurisdictions text[]) RETURNS boolean LANGUAGE sql STABLE
    AS $$ SELECT standing_is('city-officer', 'province-officer', 'auditor')
      AND (current_setting('jz.jurisdiction', true) = '230000'
        OR coalesce(current_setting('jz.jurisdiction', true) = ANY (jurisdictions), false)) $$;

  CREATE FUNCTION may_reach(organisation text, VARIADIC jurisdictions text[]) RETURNS boolean LANGUAGE sql STABLE
    AS $$ SELECT standing_is('service') OR supervises(VARIADIC jurisdictions)
      OR (organisation <> '' AND organisation = current_setting('jz.organisation', true)
        AND NOT standing_is('city-officer', 'province-officer', 'auditor')) $$;

  CREATE FUNCTION may_change() RETURNS boolean LANGUAGE sql STABLE
    AS $$ SELECT NOT standing_is('auditor', 'public') $$;`;

/** Whether a row that the caller does not see is there: a stranger is told "not yours", not "not found". */
const HIDDEN = `
  CREATE FUNCTION is_hidden(wanted_table text, wanted_id uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path FROM CURRENT AS $$
    DECLARE found boolean;
    BEGIN
      EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE id = $1)', wanted_table) INTO found USING wanted_id;
      RETURN found;
    END $$;`;

const AUDIT = `
  CREATE TABLE audit (
    id uuid CONSTRAINT audit_pk PRIMARY KEY,
    content jsonb NOT NULL,
    position bigint CONSTRAINT audit_position_unique UNIQUE,
    sha256 text
  );
  CREATE INDEX audit_unlinked ON audit (id) WHERE position IS NULL;
  CREATE INDEX audit_actor ON audit ((content ->> 'actor'), position);
  CREATE INDEX audit_object ON audit ((content ->> 'object'), position);
  CREATE INDEX audit_persons ON audit USING gin ((content -> 'persons') jsonb_path_ops);

  CREATE TABLE audit_head (
    single boolean CONSTRAINT audit_head_pk PRIMARY KEY CONSTRAINT audit_head_single_check CHECK (single),
    position bigint NOT NULL,
    sha256 text NOT NULL
  );
  INSERT INTO audit_head VALUES (true, 0, repeat('0', 64));

  CREATE FUNCTION audit_chain(batch int DEFAULT 1000) RETURNS int LANGUAGE plpgsql SECURITY DEFINER
    SET search_path FROM CURRENT AS $$
    DECLARE head audit_head; entry record; linked int := 0;
    BEGIN
      SELECT * INTO head FROM audit_head FOR UPDATE SKIP LOCKED;
      IF NOT FOUND THEN RETURN 0; END IF;
      FOR entry IN SELECT id, content FROM audit WHERE position IS NULL ORDER BY id LIMIT batch LOOP
        head.position := head.position + 1;
        head.sha256 := encode(sha256(convert_to(
          head.sha256 || E'\\n' || head.position || E'\\n' || entry.id || E'\\n' || entry.content, 'UTF8')), 'hex');
        UPDATE audit SET position = head.position, sha256 = head.sha256 WHERE id = entry.id;
        linked := linked + 1;
      END LOOP;
      IF linked > 0 THEN UPDATE audit_head SET position = head.position, sha256 = head.sha256; END IF;
      RETURN linked;
    END $$;

  ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
  CREATE POLICY anyone_adds ON audit FOR INSERT WITH CHECK (position IS NULL AND sha256 IS NULL);
  CREATE POLICY regulators_read ON audit FOR SELECT USING (standing_is('service')
    OR (standing_is('province-officer', 'auditor') AND current_setting('jz.jurisdiction', true) = '230000'));`;

/** The service adds rows and reads them; linking belongs to the owner's function, and nobody else changes any. */
const TAKE_RIGHTS_AWAY = `
  DO $$ DECLARE grantee text; BEGIN
    FOR grantee IN SELECT DISTINCT a.grantee::regrole::text
      FROM pg_class c, aclexplode(c.relacl) a WHERE c.oid = 'audit'::regclass AND a.grantee <> c.relowner LOOP
      EXECUTE format('REVOKE ALL ON audit, audit_head FROM %s', grantee);
      EXECUTE format('GRANT SELECT ON audit, audit_head TO %s', grantee);
      EXECUTE format('GRANT INSERT (id, content) ON audit TO %s', grantee);
    END LOOP;
  END $$;`;

export class Walls1761000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [STANDING, HIDDEN, AUDIT, TAKE_RIGHTS_AWAY]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('an audit trail is not dropped by a migration');
  }
}
