import type { Targets } from './targets.service.js';
import type { TargetLine } from './targets.js';

export class TargetView {
  key!: string;
  /** Numbered item of the plan, or `goals`. */
  item!: string;
  zh!: string;
  en!: string;
  target!: number;
  unit!: 'person-times' | 'persons' | 'bodies' | 'percent' | 'pieces';
  /** To be reached once by the end of the plan, or anew in each period. */
  every!: 'plan' | 'year' | 'two-years';
  /** Where the figure stands: a mark of the domain reference. */
  source!: string;
  /** `not-kept`: another house keeps the figure, and none is guessed here. */
  status!: 'kept' | 'not-kept';
  /** With `kept`: certificates and 贯通 within the plan's period, bodies and appointments as of today. A number, or `<5`. */
  value?: number | '<5';
}

export class PlanTargetsView {
  key!: string;
  zh!: string;
  en!: string;
  /** YYYY-MM-DD. */
  from!: string;
  until!: string;
  source!: string;
  /** The period is over. */
  isOver!: boolean;
  targets!: TargetView[];
}

export class TargetsView {
  /** RFC 3339. */
  countedAt!: string;
  plans!: PlanTargetsView[];
}

function targetView({ plan: _plan, measure: _measure, figure, ...line }: TargetLine): TargetView {
  return { ...line, ...figure };
}

export const targetsView = ({ countedAt, plans }: Targets): TargetsView => ({
  countedAt: countedAt.toISOString(),
  plans: plans.map(({ plan, isOver, lines }) => ({ ...plan, isOver, targets: lines.map(targetView) })),
});
