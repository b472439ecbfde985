import type { EntityManager } from 'typeorm';

export async function keepOrganisationName(tx: EntityManager, organisationId: string, name: string): Promise<void> {
  await tx.query(
    `INSERT INTO asking_organisation (organisation_id, name) VALUES ($1, $2)
     ON CONFLICT ON CONSTRAINT asking_organisation_pk DO UPDATE SET name = excluded.name
       WHERE asking_organisation.name <> excluded.name`,
    [organisationId, name],
  );
}

/** By id: as it last said itself, else as it is filed. */
export async function organisationNames(
  tx: EntityManager,
  organisationIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }[]>(
    `SELECT id, coalesce(a.name, s.agency_name) AS name
     FROM unnest($1::text[]) AS id
     LEFT JOIN asking_organisation a ON a.organisation_id = id
     LEFT JOIN LATERAL (SELECT agency_name FROM filed_site WHERE organisation_id = id LIMIT 1) AS s ON a.name IS NULL
     WHERE a.name IS NOT NULL OR s.agency_name IS NOT NULL`,
    [organisationIds],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export interface AskedBatch {
  id: string;
  organisationName: string;
  purpose: string;
}

export function askedBatches(tx: EntityManager, ids: readonly string[]): Promise<AskedBatch[]> {
  return tx.query<AskedBatch[]>(
    `SELECT id, organisation_name AS "organisationName", purpose FROM batch WHERE id = ANY ($1::uuid[])`,
    [ids],
  );
}
