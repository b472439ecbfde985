import { describe, expect, it } from '@jest/globals';
import { DomainError, unreachableStates } from '@app/kernel';
import { readSerial, serialsOf, type SerialForm } from './blank-serial.js';
import { BLANK_STATES, destroyFault, printOn, spoil, TRANSITIONS, type Blank, type BlankState } from './blank.js';
import { decideDestruction, type Destruction } from './destruction.js';
import { askForBlanks, grantBlanks, receiveBlanks, refuseBlanks, type SupplyRequest } from './supply-request.js';

const DAY = '2026-12-01';
const NOW = new Date('2026-12-01T02:00:00Z');
const by = (subject: string) => ({ subject, now: NOW });
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return (error as DomainError).code;
  }
};

const blankIn = (state: BlankState, more: Partial<Blank> = {}): Blank => ({
  id: 'b',
  serial: 'HLJ000001',
  requestId: 'r',
  organisationId: 'org-north',
  jurisdiction: '230100',
  state,
  certificateId: null,
  usedBy: null,
  usedAt: null,
  spoilReason: null,
  spoilNote: '',
  spoiledBy: null,
  spoiledAt: null,
  destructionId: null,
  ...more,
});

describe('the serial of a blank', () => {
  it.each([
    ['hlj０００００1', 'HLJ000001'],
    [' HLJ 000001 ', 'HLJ000001'],
    ['000001', null],
    ['HLJ00001', null],
    ['HLJ12345678901', null],
    ['Y000023000001263000001', null],
    ['2623001234300001', null],
    ['', null],
  ])('%j reads as %j', (text, serial) => {
    expect(codeOf(() => readSerial(text, '/serial', DAY))).toBe(serial === null ? 'blank-stock/bad-serial' : 'allowed');
    if (serial !== null) expect(readSerial(text, '/serial', DAY)).toBe(serial);
  });

  it('runs from the first to the last', () => {
    expect(serialsOf({ first: 'HLJ000099', last: 'hlj000101' }, DAY)).toEqual(['HLJ000099', 'HLJ000100', 'HLJ000101']);
    for (const [first, last] of [
      ['HLJ000002', 'HLJ000001'],
      ['HLJ000001', 'HLK000002'],
      ['HLJ000001', 'HLJ0000002'],
      ['HLJ000001', 'HLJ010001'],
    ] as const) {
      expect([first, last, codeOf(() => serialsOf({ first, last }, DAY))]).toEqual([
        first,
        last,
        'blank-stock/bad-range',
      ]);
    }
  });

  it('has the form that the day has', () => {
    const digitsOnly: SerialForm = {
      from: '2027-01-01',
      until: null,
      prefix: /^$/,
      digits: { min: 8, max: 8 },
      certainty: 'sourced',
      source: '文件',
    };
    expect(readSerial('00000001', '/serial', '2027-01-01', [digitsOnly])).toBe('00000001');
    expect(codeOf(() => readSerial('00000001', '/serial', '2026-12-31', [digitsOnly]))).toBe('blank-stock/bad-serial');
  });
});

describe('a blank', () => {
  it('can reach every state, and from each state only what the table says', () => {
    expect(unreachableStates(TRANSITIONS, 'granted')).toEqual([]);
    const moves = BLANK_STATES.map((state) => [
      state,
      codeOf(() => printOn(blankIn(state), 'c', by('clerk'))),
      codeOf(() => spoil(blankIn(state), { reason: 'misprint', note: '' }, by('clerk'))),
      destroyFault(blankIn(state))?.rule ?? 'allowed',
    ]);
    expect(moves).toEqual([
      ['granted', 'blank/illegal-transition', 'blank/illegal-transition', 'state'],
      ['on-hand', 'allowed', 'allowed', 'allowed'],
      ['used', 'blank/illegal-transition', 'allowed', 'state'],
      ['spoiled', 'blank/illegal-transition', 'blank/illegal-transition', 'allowed'],
      ['destroyed', 'blank/illegal-transition', 'blank/illegal-transition', 'state'],
    ]);
  });

  it('in a batch that waits to be destroyed is not printed on, not spoiled, and in no second batch', () => {
    const promised = blankIn('on-hand', { destructionId: 'd' });
    expect(codeOf(() => printOn(promised, 'c', by('clerk')))).toBe('blank/promised');
    expect(codeOf(() => spoil(promised, { reason: 'other', note: '' }, by('clerk')))).toBe('blank/promised');
    expect([destroyFault(promised)?.rule, destroyFault(undefined)?.rule]).toEqual(['promised', 'unknown']);
  });

  it('that was spoiled still says which certificate was printed on it', () => {
    const used = printOn(blankIn('on-hand'), 'c', by('clerk'));
    expect(spoil(used, { reason: 'misprint', note: '缺墨' }, by('clerk2'))).toMatchObject({
      state: 'spoiled',
      certificateId: 'c',
      spoilReason: 'misprint',
      spoiledBy: 'clerk2',
    });
  });
});

describe('a supply request', () => {
  const asked = (): SupplyRequest =>
    askForBlanks(
      { id: 'r', organisationId: 'org-north', agencyName: '北方', jurisdiction: '230100', quantity: 3 },
      by('clerk'),
    );
  const range = { first: 'HLJ000001', last: 'HLJ000003' };

  it('is granted with a range of at most what was asked for, and then received', () => {
    const { request, serials } = grantBlanks(asked(), range, DAY, by('officer'));
    expect([request.state, request.firstSerial, request.lastSerial, serials.length]).toEqual([
      'granted',
      'HLJ000001',
      'HLJ000003',
      3,
    ]);
    expect(receiveBlanks(request, by('clerk')).state).toBe('received');
    const more = { first: 'HLJ000001', last: 'HLJ000004' };
    expect(codeOf(() => grantBlanks(asked(), more, DAY, by('officer')))).toBe('blank-stock/more-than-asked');
  });

  it('is decided once, and by another person than asked', () => {
    const refused = refuseBlanks(asked(), '库存不足', by('officer'));
    const again = [
      () => grantBlanks(refused, range, DAY, by('officer')),
      () => refuseBlanks(refused, '库存不足', by('officer')),
      () => receiveBlanks(asked(), by('clerk')),
      () => grantBlanks(asked(), range, DAY, by('clerk')),
    ];
    expect(again.map(codeOf)).toEqual([
      'blank-request/illegal-transition',
      'blank-request/illegal-transition',
      'blank-request/illegal-transition',
      'access/same-person',
    ]);
  });
});

it('a batch is destroyed by two persons, and decided once', () => {
  const proposed: Destruction = {
    id: 'd',
    organisationId: 'org-north',
    jurisdiction: '230100',
    quantity: 2,
    state: 'proposed',
    proposedBy: 'clerk',
    proposedAt: NOW,
    decidedBy: null,
    decidedAt: null,
    refusalReason: null,
  };
  expect(codeOf(() => decideDestruction(proposed, { to: 'done' }, by('clerk')))).toBe('access/same-person');
  const done = decideDestruction(proposed, { to: 'done' }, by('reviewer'));
  expect([done.state, done.decidedBy]).toEqual(['done', 'reviewer']);
  expect(codeOf(() => decideDestruction(done, { to: 'refused', reason: '数目不符' }, by('reviewer')))).toBe(
    'blank-destruction/illegal-transition',
  );
  expect(decideDestruction(proposed, { to: 'refused', reason: '数目不符' }, by('reviewer')).refusalReason).toBe(
    '数目不符',
  );
});
