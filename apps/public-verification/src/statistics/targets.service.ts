import { chinaDate, type Clock } from '@app/kernel';
import { CLOCK } from '@app/platform';
import type { TalentPlan } from '@app/standards';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { keepBriefly } from '../certificate/keep-briefly.js';
import { countAppointments, countBodies, countBridged } from './appointment.repository.js';
import { sumIssued } from './statistics.repository.js';
import { plans, targetLines, type TargetLine } from './targets.js';

const KEPT_MS = 60_000;

export interface PlanFigures {
  plan: TalentPlan;
  /** The period is over. */
  isOver: boolean;
  lines: TargetLine[];
}

export interface Targets {
  countedAt: Date;
  plans: PlanFigures[];
}

/** What the plans want, beside what the registry knows of it. */
@Injectable()
export class TargetsService {
  /** Counted at most once a minute. */
  readonly targets: () => Promise<Targets>;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.targets = keepBriefly(KEPT_MS, () => this.count());
  }

  private async count(): Promise<Targets> {
    const tx = this.dataSource.manager;
    const countedAt = this.clock.now();
    const today = chinaDate(countedAt);
    const bodies = await countBodies(tx, today);
    const appointments = await countAppointments(tx, today);
    const figures: PlanFigures[] = [];
    for (const plan of plans) {
      const issued = await sumIssued(tx, plan.from, plan.until);
      const bridged = await countBridged(tx, plan.from, plan.until);
      const lines = targetLines(plan, { issued, bodies, appointments, bridged });
      figures.push({ plan, isOver: today > plan.until, lines });
    }
    return { countedAt, plans: figures };
  }
}
