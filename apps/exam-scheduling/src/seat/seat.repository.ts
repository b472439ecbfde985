import { DomainError } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import { statesBefore } from '../candidate/candidate.js';
import { assertAllMoved } from '../candidate/candidate.repository.js';
import { ADMISSION_SEQUENCE_MAX, type Seat } from './seat.js';

export async function candidateIdsOf(tx: EntityManager, planId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>('SELECT id FROM candidate WHERE plan_id = $1', [planId]);
  return rows.map((row) => row.id);
}

/**
 * Takes the next `count` admission numbers of a site's day; the counter row is locked until the commit.
 * @returns the first of them
 * @throws DomainError `seat/numbers-exhausted`
 */
export async function takeAdmissionNumbers(
  tx: EntityManager,
  siteCode: string,
  examOn: string,
  count: number,
): Promise<number> {
  const rows = await tx.query<{ last: number }[]>(
    `INSERT INTO admission_counter (site_code, exam_on, last) VALUES ($1, $2, $3)
     ON CONFLICT ON CONSTRAINT admission_counter_pk DO UPDATE SET last = admission_counter.last + excluded.last
       WHERE admission_counter.last + excluded.last <= $4
     RETURNING last`,
    [siteCode, examOn, count, ADMISSION_SEQUENCE_MAX],
  );
  const [counter] = rows;
  if (!counter) throw new DomainError('seat/numbers-exhausted');
  return counter.last - count + 1;
}

/** Writes all seats in one statement. */
export async function saveSeats(tx: EntityManager, seats: readonly Seat[]): Promise<void> {
  const [, moved] = await tx.query<[unknown, number]>(
    `UPDATE candidate SET state = 'seated', room = x.room, seat = x.seat, admission_number = x.number
     FROM unnest($1::uuid[], $2::text[], $3::int[], $4::text[]) AS x(id, room, seat, number)
     WHERE candidate.id = x.id AND state = ANY($5)`,
    [
      seats.map((seat) => seat.candidateId),
      seats.map((seat) => seat.room),
      seats.map((seat) => seat.seat),
      seats.map((seat) => seat.admissionNumber),
      statesBefore('seated'),
    ],
  );
  assertAllMoved(moved, seats.length);
}
