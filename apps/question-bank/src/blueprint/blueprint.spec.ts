import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '@app/kernel';
import { setBlueprint, type BlueprintContent } from './blueprint.js';

const content: BlueprintContent = {
  durationMinutes: 90,
  sections: [
    { type: 'single', count: 60, pointsEach: 1 },
    { type: 'judgement', count: 20, pointsEach: 2 },
  ],
};
const actor = { subject: 'author', now: new Date('2026-11-23T02:00:00Z') };
const faultsOf = (changes: Partial<BlueprintContent>): string[] => {
  try {
    setBlueprint('t1', { ...content, ...changes }, actor);
    return [];
  } catch (error) {
    return (error as DomainError).faults.map(({ field, rule }) => `${field} ${rule}`);
  }
};

describe('blueprint', () => {
  it('has 100 points in at least 90 minutes', () => {
    expect(setBlueprint('t1', content, actor)).toMatchObject({ elementTableId: 't1', setBy: 'author' });
    expect(faultsOf({ durationMinutes: 89 })).toEqual(['/durationMinutes duration']);
    expect(faultsOf({ sections: [{ type: 'single', count: 99, pointsEach: 1 }] })).toEqual(['/sections total-points']);
    expect(faultsOf({ sections: [{ type: 'single', count: 200, pointsEach: 0.5 }] })).toEqual([]);
  });

  it('names a doubled type, points that are no halves and too many items', () => {
    const half = { count: 50, pointsEach: 1 };
    const doubled = [
      { type: 'single' as const, ...half },
      { type: 'single' as const, ...half },
    ];
    expect(faultsOf({ sections: doubled })).toEqual(['/sections/1/type duplicate']);
    expect(faultsOf({ sections: [{ type: 'single', count: 400, pointsEach: 0.25 }] })).toEqual([
      '/sections/0/pointsEach half-points',
      '/sections too-many-items',
    ]);
  });
});
