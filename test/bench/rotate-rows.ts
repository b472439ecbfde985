import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { PersonalDataVault } from '../../libs/platform/src/index.ts';

/** As many as the roster of one plan may hold. */
const CANDIDATES_PER_PLAN = 10_000;
const INSERT_ROWS = 1_000;
const ROSTER_CELLS = 33;
const TABLE = 'exam_scheduling.candidate';

export interface SealedCandidate {
  id: string;
  person: string;
  phone: string;
  row: string;
}

async function insertPlan(client: Client, organisationId: string): Promise<string> {
  const id = randomUUID();
  await client.query(
    `INSERT INTO exam_scheduling.plan (id, organisation_id, agency_name, filing_id, site_code, jurisdiction,
       occupation_code, occupation_edition, occupation_name, specialty, level_digit, exam_on, rooms, state, history, scored_by)
     VALUES ($1, $2, '评价机构', 'filing', 'Y000023000001', '230100', '6-18-02-04', '2015', '焊工', '电焊工', '3',
       '2026-12-12', '[]', 'draft', '[]', '[]')`,
    [id, organisationId],
  );
  return id;
}

const textsOf = (at: number): { person: string; phone: string; row: string } => {
  const document = `2301031990${String(at).padStart(8, '0')}`;
  return {
    person: JSON.stringify({ name: `考生${at}`, documentType: 'resident-id', documentNumber: document }),
    phone: `138${String(at).padStart(8, '0')}`,
    row: JSON.stringify(Array.from({ length: ROSTER_CELLS }, (_, cell) => `黑龙江省哈尔滨市 ${cell}-${at}`)),
  };
};

/** Plans full of candidates, sealed as the service seals them; gives the plans, and one more that is empty. */
export async function registerCandidates(
  client: Client,
  vault: PersonalDataVault,
  { organisationId, count }: { organisationId: string; count: number },
): Promise<{ plans: string[]; rosterPlan: string }> {
  const plans: string[] = [];
  let importId = '';
  for (let start = 0; start < count; start += INSERT_ROWS) {
    if (start % CANDIDATES_PER_PLAN === 0) {
      plans.push(await insertPlan(client, organisationId));
      importId = randomUUID();
      await client.query(`INSERT INTO exam_scheduling.roster_import VALUES ($1, $2, 'clerk', now())`, [
        importId,
        plans.at(-1),
      ]);
    }
    const numbers = Array.from({ length: Math.min(INSERT_ROWS, count - start) }, (_, offset) => start + offset);
    const texts = numbers.map(textsOf);
    await client.query(
      `INSERT INTO ${TABLE} (plan_id, import_id, state, id, document_index, name_index, person_sealed, phone_sealed, row_sealed)
       SELECT $1, $2, 'registered', gen_random_uuid(), d, 'name', p, h, r
         FROM unnest($3::text[], $4::text[], $5::text[], $6::text[]) AS x(d, p, h, r)`,
      [
        plans.at(-1),
        importId,
        numbers.map((number) => vault.index('document', String(number))),
        texts.map(({ person }) => vault.seal('person', person)),
        texts.map(({ phone }) => vault.seal('phone', phone)),
        texts.map(({ row }) => vault.seal('person', row)),
      ],
    );
  }
  return { plans, rosterPlan: await insertPlan(client, organisationId) };
}

/** In the order of their ids, after the given one. */
export async function readCandidates(client: Client, after: string, limit: number): Promise<SealedCandidate[]> {
  const { rows } = await client.query<SealedCandidate>(
    `SELECT id, person_sealed AS person, phone_sealed AS phone, row_sealed AS row FROM ${TABLE}
      WHERE id > $1 ORDER BY id LIMIT $2`,
    [after, limit],
  );
  return rows;
}

/** Rows per second that the bare work allows: open and seal the same values in memory, and write the same rows. */
export async function bareLimit(
  client: Client,
  vault: PersonalDataVault,
  { count, batch }: { count: number; batch: number },
): Promise<number> {
  let ms = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  let done = 0;
  while (done < count) {
    const rows = await readCandidates(client, after, batch);
    after = rows.at(-1)?.id ?? '';
    const began = performance.now();
    const sealed = rows.map(({ id, person, phone, row }) => ({
      id,
      person: vault.seal('person', vault.open('person', person)),
      phone: vault.seal('phone', vault.open('phone', phone)),
      row: vault.seal('person', vault.open('person', row)),
    }));
    await client.query(
      `UPDATE ${TABLE} t SET person_sealed = p, phone_sealed = h, row_sealed = r
         FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS x(i, p, h, r) WHERE t.id = i`,
      [
        sealed.map(({ id }) => id),
        sealed.map(({ person }) => person),
        sealed.map(({ phone }) => phone),
        sealed.map(({ row }) => row),
      ],
    );
    ms += performance.now() - began;
    done += rows.length;
  }
  return (done / ms) * 1_000;
}

/** Opens every value of every candidate; says how many rows there are, and under which keys. */
export async function openAll(client: Client, vault: PersonalDataVault): Promise<{ rows: number; keys: string[] }> {
  const keys = new Set<string>();
  let rows = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const page = await readCandidates(client, after, INSERT_ROWS);
    const last = page.at(-1);
    if (!last) return { rows, keys: [...keys] };
    after = last.id;
    rows += page.length;
    for (const { person, phone, row } of page) {
      vault.open('person', person);
      vault.open('phone', phone);
      vault.open('person', row);
      for (const sealed of [person, phone, row]) keys.add(vault.keyIdOf(sealed));
    }
  }
}
