import type { EntityManager } from 'typeorm';

/** What the issuing service tells of an appointment. */
export interface AppointmentFact {
  appointmentId: string;
  level: string;
  fact: string;
  termFrom: string;
  termUntil: string;
}

/** The latest fact stands: events of one appointment come in their order. */
export async function keepAppointment(tx: EntityManager, fact: AppointmentFact): Promise<void> {
  await tx.query(
    `INSERT INTO appointment (appointment_id, level, term_from, term_until, ended) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT ON CONSTRAINT appointment_pk
     DO UPDATE SET term_from = excluded.term_from, term_until = excluded.term_until, ended = excluded.ended`,
    [fact.appointmentId, fact.level, fact.termFrom, fact.termUntil, fact.fact === 'ended'],
  );
}

/** Appointments that run on a day. */
export async function countAppointments(tx: EntityManager, day: string): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM appointment WHERE NOT ended AND $1::date BETWEEN term_from AND term_until',
    [day],
  );
  return row?.count ?? 0;
}

/** Bodies that are filed on a day. */
export async function countBodies(tx: EntityManager, day: string): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(
    'SELECT count(DISTINCT filing_id)::int AS count FROM filed_site WHERE $1::date BETWEEN filed_on AND valid_until',
    [day],
  );
  return row?.count ?? 0;
}

/** Certificates by 贯通, from `from` to `until`. */
export async function countBridged(tx: EntityManager, from: string, until: string): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM certificate
     WHERE basis = 'title-bridging' AND version = 1 AND issued_on BETWEEN $1 AND $2`,
    [from, until],
  );
  return row?.count ?? 0;
}
