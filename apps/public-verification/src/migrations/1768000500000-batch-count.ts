import { onceWallSql, wallSql } from '@app/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const OF_BATCH = 'EXISTS (SELECT 1 FROM batch AS b WHERE b.id = batch_id)';

/**
 * How many lines of a batch were answered how: whoever watches one asks several times a second, and counting 10,000 lines
 * each time took longer than answering some. The database counts, whichever version of the program answers.
 */
const COUNTS = `
  CREATE TABLE batch_count (
    batch_id uuid NOT NULL CONSTRAINT batch_count_batch_fk REFERENCES batch (id),
    verdict text NOT NULL,
    count int NOT NULL,
    charged int NOT NULL,
    CONSTRAINT batch_count_pk PRIMARY KEY (batch_id, verdict)
  );
  CREATE FUNCTION batch_row_counted() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO batch_count AS c (batch_id, verdict, count, charged)
      SELECT batch_id, n.verdict, count(*), count(n.charged_on) FROM after AS n JOIN before AS o USING (batch_id, position)
      WHERE o.verdict IS NULL AND n.verdict IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2
      ON CONFLICT ON CONSTRAINT batch_count_pk
        DO UPDATE SET count = c.count + excluded.count, charged = c.charged + excluded.charged;
      RETURN NULL;
    END $$;
  CREATE TRIGGER batch_row_counted AFTER UPDATE ON batch_row REFERENCING OLD TABLE AS before NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION batch_row_counted();
  INSERT INTO batch_count (batch_id, verdict, count, charged)
  SELECT batch_id, verdict, count(*), count(charged_on) FROM batch_row WHERE verdict IS NOT NULL GROUP BY 1, 2;`;

export class BatchCount1768000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COUNTS);
    await runner.query(wallSql('batch_count', `standing_is('service') OR ${OF_BATCH}`));
    await runner.query(onceWallSql('batch_row', OF_BATCH));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER batch_row_counted ON batch_row;
      DROP FUNCTION batch_row_counted;
      DROP TABLE batch_count`);
  }
}
