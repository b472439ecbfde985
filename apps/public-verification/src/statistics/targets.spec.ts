import { describe, expect, it } from '@jest/globals';
import { planTargets } from '@app/standards';
import { plans, targetLines } from './targets.js';

const known = {
  issued: [
    { level: '5', published: 20, open: 4 },
    { level: '3', published: 12, open: 6 },
    { level: '1', published: 0, open: 3 },
  ],
  bodies: 3,
  appointments: 4,
  bridged: 13,
};

describe('targets', () => {
  it('every figure belongs to a plan with a period, a source and a key of its own', () => {
    const keys = new Set(plans.map(({ key }) => key));
    expect(planTargets.every(({ plan, source }) => keys.has(plan) && source.startsWith('[S'))).toBe(true);
    expect(new Set(planTargets.map(({ key }) => key)).size).toBe(planTargets.length);
    expect(plans.every(({ from, until }) => from < until)).toBe(true);
  });

  it('tells the figures that are kept here, in steps where persons could be reckoned, and says which are not kept', () => {
    const [seed] = plans;
    if (!seed) throw new Error('no plan');
    const figures = new Map(targetLines(seed, known).map(({ key, figure }) => [key, figure]));
    expect(figures.get('certificates')).toEqual({ status: 'kept', value: 37 });
    expect(figures.get('certificates-senior')).toEqual({ status: 'kept', value: 17 });
    expect(figures.get('technicians')).toEqual({ status: 'kept', value: '<5' });
    expect(figures.get('bodies')).toEqual({ status: 'kept', value: 3 });
    expect(figures.get('special-and-chief')).toEqual({ status: 'kept', value: '<5' });
    expect(figures.get('bridging')).toEqual({ status: 'kept', value: 10 });
    expect(figures.get('enterprise-chief')).toEqual({ status: 'not-kept' });
    expect(figures.get('provincial-chief')).toEqual({ status: 'not-kept' });
  });
});
