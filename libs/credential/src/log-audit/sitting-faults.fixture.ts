import {
  certificate,
  change,
  drop,
  dropSecondBlock,
  insert,
  OTHER_LEVEL,
  voidFourth,
  type Fault,
  type Entry,
} from './log-mutations.fixture.js';

/** Faults of what a certificate rests on. */
export const SITTING_FAULTS: readonly Fault[] = [
  ['time set back', 'time-runs-back', 'epoch-2', change('epoch-2', 'status-epoch', { at: '2026-12-02T23:00:00.000Z' })],
  ['a block says more', 'block-count', 'block-3', change('block-3', 'certificate-block', { count: 2 })],
  ['a certificate in no block', 'block-count', 'extra', insert('carl', 'extra', () => certificate('c-x', 'ann'))],
  [
    'neither plan nor award',
    'basis-unfounded',
    'block-2',
    (log) => {
      const { roll: _roll, ...rest } = log.get('block-2') as Entry<'certificate-block'>;
      log.set('block-2', rest);
    },
  ],
  [
    'a plan that was never approved',
    'plan-unknown',
    'block-1',
    (log) => {
      dropSecondBlock(log);
      drop('plan')(log);
    },
  ],
  [
    'a plan approved again with another day',
    'plan-repeated',
    'again',
    insert('plan', 'again', (log) => ({ ...(log.get('plan') as Entry<'plan-approved'>), examOn: '2026-11-28' })),
  ],
  [
    'a block for another level than planned',
    'differs-from-plan',
    'block-2',
    (log) => {
      voidFourth(log);
      change('block-2', 'certificate-block', { subject: OTHER_LEVEL, series: { year: '26', firstSerial: 1 } })(log);
    },
  ],
  [
    'a roll of another exam day',
    'differs-from-plan',
    'block-1',
    (log) => {
      dropSecondBlock(log);
      for (const part of ['roll-1', 'roll-2']) change(part, 'roll-reported', { examOn: '2026-11-15' })(log);
    },
  ],
  [
    'a filing that was never granted',
    'filing-unknown',
    'block-1',
    (log) => {
      dropSecondBlock(log);
      drop('scope')(log);
    },
  ],
  [
    'a level outside scope',
    'outside-scope',
    'block-1',
    (log) => {
      dropSecondBlock(log);
      change('scope', 'scope-granted', { subjects: [OTHER_LEVEL] })(log);
    },
  ],
  [
    'an exam day before the filing',
    'outside-scope',
    'block-1',
    (log) => {
      dropSecondBlock(log);
      change('scope', 'scope-granted', { from: '2026-11-15' })(log);
    },
  ],
  [
    'a scope that was taken back meanwhile',
    'outside-scope',
    'block-2',
    insert('void', 'less', (log) => ({
      ...(log.get('scope') as Entry<'scope-granted'>),
      subjects: [],
      at: '2026-12-01T01:00:00.000Z',
    })),
  ],
  [
    'a plan approved after its exam day',
    'back-dated-sitting',
    'plan',
    (log) => {
      const plan = log.get('plan') as Entry<'plan-approved'>;
      log.delete('plan');
      insert('roll-2', 'plan', () => ({ ...plan, at: '2026-11-24T01:00:00.000Z' }))(log);
    },
  ],
  [
    'seats that were given after the exam day',
    'back-dated-sitting',
    'seats-2',
    change('seats-2', 'plan-seated', { at: '2026-11-14T16:00:00.000Z' }),
  ],
  [
    'a plan that was never seated',
    'plan-not-seated',
    'block-1',
    (log) => {
      dropSecondBlock(log);
      drop('seats-1', 'seats-2')(log);
    },
  ],
  [
    'a candidate in two seats',
    'double-seat',
    'seats-2',
    (log) => {
      const { seats } = log.get('seats-2') as Entry<'plan-seated'>;
      change('seats-2', 'plan-seated', { seats: [...seats, ['ann', '二号考场', 2]] })(log);
    },
  ],
  [
    'a candidate in two plans of one day',
    'double-seat',
    'other',
    insert('seats-1', 'other', (log) => ({ ...(log.get('seats-1') as Entry<'plan-seated'>), plan: 'other', parts: 1 })),
  ],
  [
    'two candidates on one seat',
    'double-seat',
    'seats-2',
    (log) => {
      const { seats } = log.get('seats-2') as Entry<'plan-seated'>;
      change('seats-2', 'plan-seated', { seats: [...seats, ['emil', '一号考场', 1]] })(log);
    },
  ],
  [
    'a part of the seating that came twice',
    'part-repeated',
    'late',
    insert('seats-2', 'late', (log) => ({
      ...(log.get('seats-2') as Entry<'plan-seated'>),
      seats: [['emil', '三号考场', 1]],
    })),
  ],
  [
    'a part of the roll that came twice',
    'part-repeated',
    'late',
    insert('roll-1', 'late', (log) => ({ ...(log.get('roll-1') as Entry<'roll-reported'>), candidates: ['emil'] })),
  ],
  [
    'a roll without its second part',
    'roll-incomplete',
    'block-1',
    (log) => {
      dropSecondBlock(log);
      drop('roll-2')(log);
    },
  ],
  [
    'four working days of publicity',
    'publicity-short',
    'roll-2',
    change('roll-2', 'roll-reported', { publicityUntil: '2026-11-20' }),
  ],
  [
    'a roll reported while publicity ran',
    'publicity-short',
    'roll-2',
    change('roll-2', 'roll-reported', { publicityUntil: '2026-11-24' }),
  ],
  [
    'publicity before the exam',
    'publicity-short',
    'roll-2',
    change('roll-2', 'roll-reported', { publicityFrom: '2026-11-13' }),
  ],
  ['a candidate nobody reported', 'ghost-candidate', 'ann', change('roll-1', 'roll-reported', { candidates: [] })],
  ['a candidate of no award', 'ghost-candidate', 'dora', change('award', 'award-approved', { candidates: ['emil'] })],
  ['a candidate who never sat', 'never-seated', 'ann', change('seats-1', 'plan-seated', { seats: [] })],
];
