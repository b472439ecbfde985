import { COUNT_MIN } from '@app/credential';
import { planTargets, talentPlans, type PlanTarget, type TalentPlan, type TargetMeasure } from '@app/standards';
import { shownCount, type LevelSum } from './statistics.js';

/** What the registry knows of the period of one plan. */
export interface KnownFigures {
  /** Certificates that were issued in the period. */
  issued: readonly LevelSum[];
  /** Bodies that are filed today. */
  bodies: number;
  /** Appointments that run today. */
  appointments: number;
  /** Certificates by 贯通 in the period. */
  bridged: number;
}

/** `kept` with the figure; `not-kept` where another house keeps it: it is never guessed. */
export type TargetFigure = { status: 'kept'; value: number | '<5' } | { status: 'not-kept' };

export interface TargetLine extends PlanTarget {
  figure: TargetFigure;
}

/** Persons, or certificates in another cut than the published numbers: in steps of five, so that nothing can be subtracted. */
function inSteps(count: number): number | '<5' {
  const steps = shownCount({ published: 0, open: count });
  return steps < COUNT_MIN ? '<5' : steps;
}

function issuedAt(levels: string, sums: readonly LevelSum[]): number | '<5' {
  const total = sums.filter(({ level }) => levels.includes(level)).reduce((sum, each) => sum + shownCount(each), 0);
  return total < COUNT_MIN ? '<5' : total;
}

const MEASURES: Readonly<Record<TargetMeasure, (known: KnownFigures) => number | '<5'>> = {
  certificates: ({ issued }) => issuedAt('54321', issued),
  'certificates-senior-and-above': ({ issued }) => issuedAt('321', issued),
  'certificates-technician-and-above': ({ issued }) => issuedAt('21', issued),
  bodies: ({ bodies }) => bodies,
  'special-and-chief-appointments': ({ appointments }) => inSteps(appointments),
  'title-bridging': ({ bridged }) => inSteps(bridged),
};

/** The lines of one plan with the figures that are kept here. */
export function targetLines(plan: TalentPlan, known: KnownFigures): TargetLine[] {
  return planTargets
    .filter((target) => target.plan === plan.key)
    .map((target) => {
      const { measure } = target;
      const figure: TargetFigure = measure
        ? { status: 'kept', value: MEASURES[measure](known) }
        : { status: 'not-kept' };
      return { ...target, figure };
    });
}

export const plans = talentPlans;
