import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, organisations and machines that can sign in, and what the OpenID provider remembers of them. */
export class Identity1760000000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation (
        id text NOT NULL CONSTRAINT organisation_pk PRIMARY KEY,
        name text NOT NULL,
        kind text NOT NULL CONSTRAINT organisation_kind_check CHECK (kind IN ('employer', 'social', 'authority', 'bank')),
        jurisdiction text NOT NULL
      );

      CREATE TABLE account (
        id uuid NOT NULL CONSTRAINT account_pk PRIMARY KEY,
        username text NOT NULL CONSTRAINT account_username_unique UNIQUE
          CONSTRAINT account_username_check CHECK (username ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
        password_hash text NOT NULL,
        display_name_sealed text NOT NULL,
        organisation_id text CONSTRAINT account_organisation_fk REFERENCES organisation (id),
        roles text[] NOT NULL,
        jurisdiction text,
        is_demo boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        disabled_at timestamptz
      );

      CREATE TABLE sign_in_failure (
        username_index text NOT NULL CONSTRAINT sign_in_failure_pk PRIMARY KEY,
        failures int NOT NULL,
        blocked_until timestamptz NOT NULL,
        last_at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_failure_last_at ON sign_in_failure (last_at);

      CREATE TABLE client (
        id text NOT NULL CONSTRAINT client_pk PRIMARY KEY,
        name text NOT NULL,
        secret_sha256 text NOT NULL,
        organisation_id text CONSTRAINT client_organisation_fk REFERENCES organisation (id),
        roles text[] NOT NULL,
        jurisdiction text,
        is_seeded boolean NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        disabled_at timestamptz
      );

      CREATE TABLE signing_key (
        id text NOT NULL CONSTRAINT signing_key_pk PRIMARY KEY,
        algorithm text NOT NULL,
        jwk_sealed text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE oidc_payload (
        model text NOT NULL,
        id_sha256 text NOT NULL,
        payload_sealed text NOT NULL,
        grant_id text,
        account_id text,
        uid text,
        consumed_at timestamptz,
        expires_at timestamptz NOT NULL,
        CONSTRAINT oidc_payload_pk PRIMARY KEY (model, id_sha256)
      );
      CREATE INDEX oidc_payload_grant_id ON oidc_payload (grant_id);
      CREATE INDEX oidc_payload_account_id ON oidc_payload (account_id);
      CREATE INDEX oidc_payload_uid ON oidc_payload (uid);
      CREATE INDEX oidc_payload_expires_at ON oidc_payload (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE oidc_payload, signing_key, client, sign_in_failure, account, organisation');
  }
}
