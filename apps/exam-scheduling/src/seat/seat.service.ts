import { randomBytes } from 'node:crypto';
import { PlanSeatedSchema } from '@app/contracts';
import type { Clock } from '@app/kernel';
import { appendEvents, event, type NewEvent } from '@app/messaging';
import { assertOwn, CLOCK, inTransaction, type Principal } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { changePlan } from '../plan/plan.repository.js';
import type { Plan } from '../plan/plan.js';
import { seatCandidates, seatPlan, type Seat } from './seat.js';
import { candidateIdsOf, saveSeats, takeAdmissionNumbers } from './seat.repository.js';

const SEED_BYTES = 16;
/** Seats told in one event. */
const PART_SEATS = 500;

export interface Seating {
  planId: string;
  seed: string;
  seated: number;
}

@Injectable()
export class SeatService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** 编排: from here on the roster is closed. */
  async seat(principal: Principal, planId: string): Promise<Seating> {
    const seed = randomBytes(SEED_BYTES).toString('hex');
    const actor = { subject: principal.subject, now: this.clock.now() };
    return inTransaction(this.dataSource, principal, async (tx) => {
      let seated = 0;
      await changePlan(tx, planId, async (plan) => {
        assertOwn(principal, plan);
        const candidateIds = await candidateIdsOf(tx, planId);
        const moved = seatPlan(plan, candidateIds.length, seed, actor);
        const first = await takeAdmissionNumbers(tx, plan.siteCode, plan.examOn, candidateIds.length);
        const seats = seatCandidates(plan, candidateIds, seed, first);
        await saveSeats(tx, seats);
        await appendEvents(tx, seatedEvents(plan, seats, actor.now));
        seated = candidateIds.length;
        return moved;
      });
      return { planId, seed, seated };
    });
  }
}

/** Told before the exam: the log that anyone reads has it by then. */
function seatedEvents(plan: Plan, seats: readonly Seat[], now: Date): NewEvent[] {
  const { id: planId, organisationId, siteCode, examOn } = plan;
  const parts = Math.ceil(seats.length / PART_SEATS);
  return Array.from({ length: parts }, (_, index) =>
    event(PlanSeatedSchema, planId, {
      planId,
      organisationId,
      siteCode,
      examOn,
      seatedAt: now.toISOString(),
      part: index + 1,
      parts,
      seats: seats
        .slice(index * PART_SEATS, (index + 1) * PART_SEATS)
        .map(({ candidateId, room, seat }) => ({ candidateId, room, seat })),
    }),
  );
}
