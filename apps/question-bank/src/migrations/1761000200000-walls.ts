import { wallSql } from '@app/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The bank belongs to the province: the wall here stands between its people and everyone else's. */
const TABLES = ['element_table', 'item_import', 'item', 'blueprint', 'paper_order'];

export class BankWalls1761000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(
        wallSql(
          table,
          `standing_is('item-author', 'item-reviewer', 'province-officer', 'auditor', 'service')`,
          `standing_is('item-author', 'item-reviewer', 'service')`,
        ),
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`DROP POLICY look ON ${table}; DROP POLICY change ON ${table};
        ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    }
  }
}
