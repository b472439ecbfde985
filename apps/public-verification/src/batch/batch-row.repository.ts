import type { Verdict } from '@app/credential';
import { arrayParameter } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { RowAnswer } from './batch-row.js';

export interface NewRow {
  position: number;
  sheet: number;
  row: number;
  contentSealed: string;
  nameMasked: string;
  documentMasked: string;
  documentIndex: string | null;
}

/** All in one statement each. */
export async function insertRows(
  tx: EntityManager,
  batchId: string,
  rows: readonly NewRow[],
  sheets: readonly { sheet: number; headSealed: string }[],
): Promise<void> {
  await tx.query(
    `INSERT INTO batch_sheet (batch_id, sheet, head_sealed) SELECT $1, s, h FROM unnest($2::int[], $3::text[]) AS x(s, h)`,
    [batchId, sheets.map(({ sheet }) => sheet), sheets.map(({ headSealed }) => headSealed)],
  );
  await tx.query(
    `INSERT INTO batch_row (batch_id, position, sheet, row, content_sealed, name_masked, document_masked, document_index)
     SELECT $1, unnest($2::int[]), unnest($3::int[]), unnest($4::int[]), unnest($5::text[]), unnest($6::text[]),
       unnest($7::text[]), unnest($8::text[])`,
    [
      batchId,
      ...(['position', 'sheet', 'row'] as const).map((member) =>
        arrayParameter(
          'int',
          rows.map((row) => row[member]),
        ),
      ),
      ...(['contentSealed', 'nameMasked', 'documentMasked', 'documentIndex'] as const).map((member) =>
        arrayParameter(
          'text',
          rows.map((row) => row[member]),
        ),
      ),
    ],
  );
}

export interface OpenRow {
  position: number;
  contentSealed: string;
}

/** Rows without an answer after `after`, whoever has them in hand. */
export function openRowsAfter(tx: EntityManager, batchId: string, after: number, limit: number): Promise<OpenRow[]> {
  return tx.query<OpenRow[]>(
    `SELECT position, content_sealed AS "contentSealed" FROM batch_row
     WHERE batch_id = $1 AND verdict IS NULL AND position > $2 ORDER BY position LIMIT $3`,
    [batchId, after, limit],
  );
}

/** The next rows without an answer that no other worker has in hand; they are this one's to the end of the transaction. */
export function takeOpenRows(tx: EntityManager, batchId: string, limit: number): Promise<OpenRow[]> {
  return tx.query<OpenRow[]>(
    `SELECT position, content_sealed AS "contentSealed" FROM batch_row
     WHERE batch_id = $1 AND verdict IS NULL ORDER BY position LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [batchId, limit],
  );
}

export interface NewAnswer {
  position: number;
  answer: RowAnswer;
  documentIndex: string | null;
  chargedOn: string | null;
  proofCode: string;
}

export async function keepAnswers(
  tx: EntityManager,
  batchId: string,
  answers: readonly NewAnswer[],
  at: Date,
): Promise<void> {
  await tx.query(
    `UPDATE batch_row AS r SET verdict = x.v, answer = x.a, answered_at = $2, charged_on = x.c::date, proof_code = x.p,
       document_index = coalesce(x.d, r.document_index)
     FROM (SELECT unnest($3::int[]) AS at, unnest($4::jsonb[]) AS a, unnest($5::text[]) AS v, unnest($6::text[]) AS c,
       unnest($7::text[]) AS p, unnest($8::text[]) AS d) AS x
     WHERE r.batch_id = $1 AND r.position = x.at AND r.verdict IS NULL`,
    [
      batchId,
      at,
      arrayParameter(
        'int',
        answers.map(({ position }) => position),
      ),
      arrayParameter(
        'jsonb',
        answers.map(({ answer }) => JSON.stringify(answer)),
      ),
      ...[
        answers.map(({ answer }) => answer.verdict),
        answers.map(({ chargedOn }) => chargedOn),
        answers.map(({ proofCode }) => proofCode),
        answers.map(({ documentIndex }) => documentIndex),
      ].map((texts) => arrayParameter('text', texts)),
    ],
  );
}

export type VerdictCounts = Partial<Record<Verdict, number>>;

export interface BatchCounts {
  answered: number;
  charged: number;
  verdicts: VerdictCounts;
}

/** By batch; a batch without answers is not in it. A line that was erased later was answered all the same. */
export async function countsOf(tx: EntityManager, batchIds: readonly string[]): Promise<Map<string, BatchCounts>> {
  const rows = await tx.query<{ id: string; verdict: Verdict; count: number; charged: number }[]>(
    'SELECT batch_id AS id, verdict, count, charged FROM batch_count WHERE batch_id = ANY ($1) ORDER BY 1, 2',
    [batchIds],
  );
  const counts = new Map<string, BatchCounts>();
  for (const { id, verdict, count, charged } of rows) {
    const known = counts.get(id) ?? { answered: 0, charged: 0, verdicts: {} };
    counts.set(id, {
      answered: known.answered + count,
      charged: known.charged + charged,
      verdicts: { ...known.verdicts, [verdict]: count },
    });
  }
  return counts;
}

export async function hasOpenRows(tx: EntityManager, batchId: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    'SELECT 1 AS open FROM batch_row WHERE batch_id = $1 AND verdict IS NULL LIMIT 1',
    [batchId],
  );
  return rows.length > 0;
}

/** One line with its answer. */
export interface AnsweredRow {
  batchId: string;
  position: number;
  sheet: number;
  row: number;
  contentSealed: string | null;
  nameMasked: string;
  documentMasked: string;
  answer: RowAnswer;
  answeredAt: Date;
  proofCode: string;
}

const ANSWERED = `
  SELECT batch_id AS "batchId", position, sheet, row, content_sealed AS "contentSealed", name_masked AS "nameMasked",
    document_masked AS "documentMasked", answer, answered_at AS "answeredAt", proof_code AS "proofCode"
  FROM batch_row WHERE verdict IS NOT NULL`;

/** In the order of the file, from the one after `after`. */
export function answeredRows(
  tx: EntityManager,
  batchId: string,
  { after, limit, verdict }: { after: number; limit: number; verdict?: string | undefined },
): Promise<AnsweredRow[]> {
  return tx.query<AnsweredRow[]>(
    `${ANSWERED} AND batch_id = $1 AND position > $2 AND ($4::text IS NULL OR verdict = $4) ORDER BY position LIMIT $3`,
    [batchId, after, limit, verdict ?? null],
  );
}

export async function findRowByProof(tx: EntityManager, code: string): Promise<AnsweredRow | undefined> {
  const [row] = await tx.query<AnsweredRow[]>(`${ANSWERED} AND proof_code = $1`, [code]);
  return row;
}

export function sheetsOf(tx: EntityManager, batchId: string): Promise<{ sheet: number; headSealed: string }[]> {
  return tx.query('SELECT sheet, head_sealed AS "headSealed" FROM batch_sheet WHERE batch_id = $1 ORDER BY sheet', [
    batchId,
  ]);
}

export async function keepFile(tx: EntityManager, batchId: string, bytesSealed: string): Promise<void> {
  await tx.query(
    `INSERT INTO batch_file (batch_id, bytes_sealed) VALUES ($1, $2)
     ON CONFLICT ON CONSTRAINT batch_file_pk DO UPDATE SET bytes_sealed = excluded.bytes_sealed`,
    [batchId, bytesSealed],
  );
}

export async function fileOf(tx: EntityManager, batchId: string): Promise<string | undefined> {
  const [file] = await tx.query<{ bytesSealed: string }[]>(
    'SELECT bytes_sealed AS "bytesSealed" FROM batch_file WHERE batch_id = $1',
    [batchId],
  );
  return file?.bytesSealed;
}

/** What was uploaded goes; what was answered stays. */
export async function eraseFacts(tx: EntityManager, batchId: string): Promise<void> {
  await tx.query('DELETE FROM batch_file WHERE batch_id = $1', [batchId]);
  await tx.query('DELETE FROM batch_sheet WHERE batch_id = $1', [batchId]);
  await tx.query('UPDATE batch_row SET content_sealed = NULL WHERE batch_id = $1 AND content_sealed IS NOT NULL', [
    batchId,
  ]);
}
