import { randomBytes } from 'node:crypto';
import type { Clock } from '@app/kernel';
import { assertOwn, CLOCK, inTransaction, type Principal } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { changePlan } from '../plan/plan.repository.js';
import { seatCandidates, seatPlan } from './seat.js';
import { candidateIdsOf, saveSeats, takeAdmissionNumbers } from './seat.repository.js';

const SEED_BYTES = 16;

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
        await saveSeats(tx, seatCandidates(plan, candidateIds, seed, first));
        seated = candidateIds.length;
        return moved;
      });
      return { planId, seed, seated };
    });
  }
}
