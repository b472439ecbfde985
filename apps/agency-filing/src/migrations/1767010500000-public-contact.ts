import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 公开咨询电话: whom to ask when a certificate of this body is not found. */
export class FilingPublicContact1767010500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE filing
        ADD COLUMN public_phone text NOT NULL DEFAULT '',
        ADD COLUMN public_address text NOT NULL DEFAULT ''`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE filing DROP COLUMN public_phone, DROP COLUMN public_address');
  }
}
