import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles as data, invitations, the second factor, and what the account page tells of a session. */
export class People1761000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE role (
        code text NOT NULL CONSTRAINT role_pk PRIMARY KEY,
        zh text NOT NULL,
        en text NOT NULL,
        role_group text NOT NULL
          CONSTRAINT role_group_check CHECK (role_group IN ('agency', 'bank', 'regulator', 'outside')),
        needs_second_factor boolean NOT NULL,
        granted_by text NOT NULL CONSTRAINT role_granted_by_check CHECK (granted_by IN ('organisation-admin', 'operator')),
        is_exclusive boolean NOT NULL,
        organisation_kinds text[] NOT NULL CONSTRAINT role_organisation_kinds_check
          CHECK (organisation_kinds <@ ARRAY['employer', 'social', 'authority', 'bank', 'none'])
      );
      INSERT INTO role (code, zh, en, role_group, needs_second_factor, granted_by, is_exclusive, organisation_kinds) VALUES
        ('agency-clerk', '机构经办', 'Clerk', 'agency', false, 'organisation-admin', false, '{employer,social}'),
        ('agency-reviewer', '机构复核', 'Reviewer', 'agency', false, 'organisation-admin', false, '{employer,social}'),
        ('agency-admin', '机构管理员', 'Administrator', 'agency', true, 'organisation-admin', false, '{employer,social}'),
        ('examiner', '考评员', 'Examiner', 'agency', false, 'organisation-admin', false, '{employer,social}'),
        ('supervisor', '质量督导员', 'Quality supervisor', 'regulator', false, 'operator', false, '{authority}'),
        ('item-author', '命题', 'Item author', 'bank', true, 'operator', false, '{bank}'),
        ('item-reviewer', '审题', 'Item reviewer', 'bank', true, 'operator', false, '{bank}'),
        ('city-officer', '市级经办', 'City officer', 'regulator', true, 'operator', false, '{authority}'),
        ('province-officer', '省级经办', 'Province officer', 'regulator', true, 'operator', false, '{authority}'),
        ('auditor', '审计', 'Auditor', 'regulator', true, 'operator', true, '{authority}'),
        ('employer', '用人单位查询', 'Employer', 'outside', false, 'operator', false, '{employer}'),
        ('candidate', '考生', 'Candidate', 'outside', false, 'operator', false, '{none}');

      ALTER TABLE account ALTER COLUMN password_hash DROP NOT NULL;
      ALTER TABLE account ADD COLUMN sessions_valid_from timestamptz NOT NULL DEFAULT 'epoch';
      CREATE INDEX account_organisation_id ON account (organisation_id, id);

      CREATE TABLE invitation (
        account_id uuid NOT NULL CONSTRAINT invitation_pk PRIMARY KEY
          CONSTRAINT invitation_account_fk REFERENCES account (id),
        code_sha256 text NOT NULL,
        invited_by text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );

      CREATE TABLE second_factor (
        account_id uuid NOT NULL CONSTRAINT second_factor_pk PRIMARY KEY
          CONSTRAINT second_factor_account_fk REFERENCES account (id),
        secret_sealed text NOT NULL,
        last_step bigint NOT NULL,
        created_at timestamptz NOT NULL
      );

      CREATE TABLE recovery_code (
        account_id uuid NOT NULL CONSTRAINT recovery_code_account_fk REFERENCES account (id),
        code_sha256 text NOT NULL,
        used_at timestamptz,
        CONSTRAINT recovery_code_pk PRIMARY KEY (account_id, code_sha256)
      );

      CREATE TABLE sign_in_session (
        uid text NOT NULL CONSTRAINT sign_in_session_pk PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT sign_in_session_account_fk REFERENCES account (id),
        browser text NOT NULL,
        address_sealed text NOT NULL,
        began_at timestamptz NOT NULL,
        last_used_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_session_account_id ON sign_in_session (account_id);
      CREATE INDEX sign_in_session_expires_at ON sign_in_session (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE sign_in_session, recovery_code, second_factor, invitation, role;
      DROP INDEX account_organisation_id;
      ALTER TABLE account DROP COLUMN sessions_valid_from;
    `);
  }
}
