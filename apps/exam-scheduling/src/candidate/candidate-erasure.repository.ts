import type { RowKey } from '@app/platform';
import type { EntityManager } from 'typeorm';

const idsOf = (keys: readonly RowKey[]): string[] => keys.flatMap(([id]) => id ?? []);

/** Events that reported these candidates and name them still; `$1` has the candidates. */
const REPORTED = `
  SELECT o.position, o.stream_sequence FROM candidate c
    JOIN plan p ON p.id = c.plan_id
    JOIN outbox o ON o.aggregate_type = 'result-roll' AND o.aggregate_id = p.roll ->> 'rollId'
    CROSS JOIN LATERAL jsonb_array_elements(o.data -> 'rows') AS r
  WHERE c.id = ANY ($1::uuid[]) AND r ->> 'candidateId' = c.id::text AND r ? 'personSealed'`;

/** Which messages of the broker's stream name these candidates. */
export async function reportedIn(tx: EntityManager, keys: readonly RowKey[]): Promise<{ streamSequence: string }[]> {
  return tx.query(
    `SELECT DISTINCT stream_sequence AS "streamSequence" FROM (${REPORTED}) AS told WHERE stream_sequence IS NOT NULL`,
    [idsOf(keys)],
  );
}

/**
 * The event, its version and everybody else in it stay. It counts as unpublished, so that the relay puts the emptied one
 * in place of the one that the broker forgot; who has read it reads past it.
 */
const EMPTY_EVENTS = `
  UPDATE outbox SET published_at = NULL, stream_sequence = NULL, data = jsonb_set(data, '{rows}', (
      SELECT jsonb_agg(CASE WHEN r ->> 'candidateId' = ANY ($1::text[]) THEN r - 'personSealed' - 'personIndex' ELSE r END
        ORDER BY n)
      FROM jsonb_array_elements(data -> 'rows') WITH ORDINALITY AS x(r, n)))
  WHERE position IN (SELECT position FROM (${REPORTED}) AS told)`;

export async function eraseCandidates(tx: EntityManager, keys: readonly RowKey[]): Promise<void> {
  const ids = idsOf(keys);
  await tx.query(EMPTY_EVENTS, [ids]);
  await tx.query('DELETE FROM score WHERE candidate_id = ANY ($1::uuid[])', [ids]);
  await tx.query('DELETE FROM candidate WHERE id = ANY ($1::uuid[])', [ids]);
}

export async function eraseRegistrations(tx: EntityManager, keys: readonly RowKey[]): Promise<void> {
  await tx.query('UPDATE candidate SET phone_sealed = NULL, row_sealed = NULL WHERE id = ANY ($1::uuid[])', [
    idsOf(keys),
  ]);
}
