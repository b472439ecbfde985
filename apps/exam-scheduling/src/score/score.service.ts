import type { Clock } from '@app/kernel';
import { assertOwn, CLOCK, inTransaction, type Principal } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, Plan } from '../plan/plan.js';
import { changePlan } from '../plan/plan.repository.js';
import { checkScoreRows, enterScores, verifyScores, type RefusedScore, type ScoreRow } from './score.js';
import { admissionNumbersOf, countUnscored, saveScores } from './score.repository.js';

export interface EnteredScores {
  good: ScoreRow[];
  bad: RefusedScore[];
}

@Injectable()
export class ScoreService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Good rows go in, bad rows come back; a request without a good row changes nothing. */
  async enter(principal: Principal, planId: string, rows: readonly ScoreRow[]): Promise<EnteredScores> {
    return inTransaction(this.dataSource, principal, async (tx) => {
      let checked: EnteredScores = { good: [], bad: [] };
      await changePlan(tx, planId, async (plan) => {
        assertOwn(principal, plan);
        const actor = this.actor(principal);
        const entered = enterScores(plan, actor);
        checked = checkScoreRows(rows, await admissionNumbersOf(tx, planId));
        if (checked.good.length === 0) return plan;
        await saveScores(tx, planId, checked.good, actor);
        return entered;
      });
      return checked;
    });
  }

  async verify(principal: Principal, planId: string): Promise<Plan> {
    return inTransaction(this.dataSource, principal, (tx) =>
      changePlan(tx, planId, async (plan) => {
        assertOwn(principal, plan);
        return verifyScores(plan, await countUnscored(tx, planId), this.actor(principal));
      }),
    );
  }

  private actor(principal: Principal): Actor {
    return { subject: principal.subject, now: this.clock.now() };
  }
}
