import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A number may be kept by the certificate's next version; the status of each version is its own. */
export class VerificationStatus1764000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE certificate
        ADD COLUMN version int NOT NULL DEFAULT 1,
        ADD COLUMN basis text NOT NULL DEFAULT 'assessment',
        ADD COLUMN status_on date,
        ADD COLUMN status_reason text NOT NULL DEFAULT '',
        ADD COLUMN replaced_by uuid,
        ADD COLUMN status_list int NOT NULL DEFAULT 0,
        ADD COLUMN status_index int NOT NULL DEFAULT 0,
        ADD COLUMN batch_id uuid,
        DROP CONSTRAINT certificate_status_check,
        ADD CONSTRAINT certificate_status_check CHECK (status IN ('valid', 'revoked', 'cancelled', 'replaced')),
        DROP CONSTRAINT certificate_number_unique,
        ADD CONSTRAINT certificate_number_unique UNIQUE (certificate_number, version);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE certificate
        DROP CONSTRAINT certificate_number_unique,
        ADD CONSTRAINT certificate_number_unique UNIQUE (certificate_number),
        DROP CONSTRAINT certificate_status_check,
        ADD CONSTRAINT certificate_status_check CHECK (status IN ('valid')),
        DROP COLUMN version, DROP COLUMN basis, DROP COLUMN status_on, DROP COLUMN status_reason,
        DROP COLUMN replaced_by, DROP COLUMN status_list, DROP COLUMN status_index, DROP COLUMN batch_id`);
  }
}
