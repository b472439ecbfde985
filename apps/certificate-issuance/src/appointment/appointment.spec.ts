import { describe, expect, it } from '@jest/globals';
import { unreachableStates, type DomainError } from '@app/kernel';
import { appointmentRuleOn } from '@app/standards';
import type { FiledScope } from '../scope/scope.js';
import {
  APPOINTMENT_STATES,
  confirmAppointment,
  endAppointment,
  factFaults,
  isRunning,
  openReAssessment,
  refuseAppointment,
  registerAppointment,
  renewAppointment,
  TRANSITIONS,
  withdrawAppointment,
  type Appointment,
  type AppointmentState,
} from './appointment.js';
import { assertHonour } from './honour.js';
import {
  confirmPost,
  filePost,
  isPostOpen,
  POST_STATES,
  POST_TRANSITIONS,
  proposePost,
  refusePost,
  type PostState,
} from './post.js';

const TODAY = '2026-12-09';
const at = (subject: string, day = TODAY) => ({ subject, now: new Date(`${day}T02:00:00Z`) });
const scope: FiledScope = {
  filingId: 'f1',
  organisationId: 'org-north',
  agencyName: '哈尔滨北方焊接装备有限公司',
  jurisdiction: '230100',
  supervisedIn: ['230100'],
  filedOn: '2026-01-05',
  validUntil: '2029-01-04',
  sites: [
    { siteId: 'main', siteCode: 'Y000023000001' },
    { siteId: 's', siteCode: 'S000023000001' },
  ],
  lines: [],
};
const wanted = {
  level: 'special-technician',
  filingId: 'f1',
  siteCode: 'Y000023000001',
  occupationCode: '6-18-02-04',
  specialty: '',
  quota: 2,
  planNumber: '岗位〔2026〕1号',
  validFrom: '2026-01-05',
  validUntil: '2028-12-31',
} as const;
const propose = (change: object = {}) =>
  proposePost({ id: 'p1', organisationId: 'org-north', proposedBy: 'clerk' }, { ...wanted, ...change }, scope, TODAY);
const filed = { ...propose(), state: 'filed' as PostState };
const paper = { number: '1', issuer: '厅', issuedOn: '2020-01-01', sha256: 'a'.repeat(64) };
const facts = {
  seniorTechnicianSince: '2020-01-01',
  frontLine: true,
  evidence: appointmentRuleOn('special-technician', TODAY)!.evidence.map((kind) => ({ kind, ...paper })),
};
const known = { postsTaken: 0, alreadyAppointed: false, specialAppointmentId: null, certificateIssuedOn: null };
const inState = (state: AppointmentState, change: Partial<Appointment> = {}): Appointment => ({
  id: 'x',
  postId: 'p1',
  organisationId: 'org-north',
  jurisdiction: '230100',
  level: 'special-technician',
  documentIndex: 'd',
  state,
  history: [],
  proposedOn: '2026-12-01',
  proposedBy: 'clerk',
  confirmedBy: 'admin',
  publicityFrom: '2026-12-01',
  publicityUntil: '2026-12-08',
  restsOn: null,
  termFrom: '2026-01-01',
  termUntil: '2028-12-31',
  recordNumber: null,
  ...change,
});
const register = (appointment: Appointment, change: Partial<typeof known> | { [k: string]: unknown } = {}) =>
  registerAppointment(appointment, filed, facts, { ...known, ...change }, at('officer'));

function outcome(work: () => { state: string }): string {
  try {
    return work().state;
  } catch (error) {
    return (error as DomainError).code;
  }
}

describe('appointment to rank 7 or 8', () => {
  const moves: Readonly<
    Record<string, { into: AppointmentState; from: AppointmentState[]; move: (each: Appointment) => Appointment }>
  > = {
    confirm: { into: 'in-publicity', from: ['proposed'], move: (each) => confirmAppointment(each, at('admin')) },
    withdraw: {
      into: 'withdrawn',
      from: ['proposed', 'in-publicity'],
      move: (each) => withdrawAppointment(each, at('clerk')),
    },
    refuse: {
      into: 'refused',
      from: ['proposed', 'in-publicity'],
      move: (each) => refuseAppointment(each, '不在一线', at('officer')),
    },
    register: { into: 'registered', from: ['in-publicity'], move: (each) => register(each) },
    're-assess': { into: 're-assessment', from: ['registered'], move: (each) => openReAssessment(each, at('clerk')) },
    renew: { into: 'registered', from: ['re-assessment'], move: (each) => renewAppointment(each, at('admin')) },
    end: {
      into: 'ended',
      from: ['registered', 're-assessment'],
      move: (each) => endAppointment(each, '退休', false, at('admin')),
    },
  };

  it.each(Object.entries(moves))('%s: from its states only', (_name, { into, from, move }) => {
    expect(APPOINTMENT_STATES.map((state) => [state, outcome(() => move(inState(state)))])).toEqual(
      APPOINTMENT_STATES.map((state) => [state, from.includes(state) ? into : 'appointment/illegal-transition']),
    );
  });

  it('every state is reached, and every move of the table is somebody’s', () => {
    expect(unreachableStates(TRANSITIONS, 'proposed')).toEqual([]);
    const listed = APPOINTMENT_STATES.flatMap((from) => TRANSITIONS[from].map((to) => `${from} ${to}`));
    const made = Object.values(moves).flatMap(({ from, into }) => from.map((each) => `${each} ${into}`));
    expect(listed.sort()).toEqual(made.sort());
  });

  it('two persons of the employer: for the appointment and for its renewal', () => {
    expect(outcome(() => confirmAppointment(inState('proposed'), at('clerk')))).toBe('access/same-person');
    const opened = openReAssessment(inState('registered'), at('clerk'));
    expect(outcome(() => renewAppointment(opened, at('clerk')))).toBe('access/same-person');
  });

  it('registration: after publicity, on an open post with a place left, once, with the papers', () => {
    const ready = inState('in-publicity');
    expect(outcome(() => register({ ...ready, publicityUntil: TODAY }))).toBe('appointment/publicity-running');
    expect(outcome(() => registerAppointment(ready, propose(), facts, known, at('o')))).toBe(
      'appointment/post-not-open',
    );
    expect(outcome(() => register(ready, { postsTaken: 2 }))).toBe('appointment/quota-used');
    expect(outcome(() => register(ready, { alreadyAppointed: true }))).toBe('appointment/already-appointed');
    expect(outcome(() => register(ready, { certificateIssuedOn: '2021-05-01' }))).toBe('appointment/certificate-later');
    expect(outcome(() => register(ready, { certificateIssuedOn: '2020-01-01' }))).toBe('registered');
    const short = { ...facts, seniorTechnicianSince: '2024-12-10' };
    expect(outcome(() => registerAppointment(ready, filed, short, known, at('o')))).toBe('appointment/content');
  });

  it('首席 needs a running 特级 at the same employer, and the 特级 cannot end before it', () => {
    const chief = inState('in-publicity', { level: 'chief-technician' });
    expect(outcome(() => register(chief))).toBe('appointment/special-first');
    expect(register(chief, { specialAppointmentId: 's1' }).restsOn).toBe('s1');
    expect(register(inState('in-publicity'), { specialAppointmentId: 's1' }).restsOn).toBeNull();
    expect(outcome(() => endAppointment(inState('registered'), '调离', true, at('a')))).toBe(
      'appointment/chief-rests-on-it',
    );
  });

  it('a term runs three years to the day before, the next follows it, and after its last day it holds no post', () => {
    const registered = register(inState('in-publicity'));
    expect([registered.termFrom, registered.termUntil]).toEqual(['2026-12-09', '2029-12-08']);
    const renewed = renewAppointment(
      openReAssessment(registered, at('clerk', '2029-11-01')),
      at('admin', '2029-11-02'),
    );
    expect([renewed.termFrom, renewed.termUntil]).toEqual(['2026-12-09', '2032-12-08']);
    expect(['2026-12-08', '2026-12-09', '2029-12-08', '2029-12-09'].map((day) => isRunning(registered, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(outcome(() => openReAssessment(registered, at('clerk', '2029-12-09')))).toBe('appointment/term-over');
    expect(endAppointment(registered, '退休', false, at('admin', '2027-03-01')).termUntil).toBe('2027-03-01');
  });

  it('names every condition that is not met', () => {
    const rules = (change: object) =>
      factFaults('special-technician', { ...facts, ...change }, TODAY).map(({ rule }) => rule);
    expect(rules({})).toEqual([]);
    expect(rules({ frontLine: false, seniorTechnicianSince: '2023-12-10', evidence: [] })).toEqual([
      'senior-technician-too-young',
      'not-front-line',
      ...Array.from({ length: 4 }, () => 'evidence-missing'),
    ]);
    expect(rules({ seniorTechnicianSince: '2023-12-09' })).toEqual([]);
    expect(rules({ seniorTechnicianSince: '2020-02-30' })).toEqual(['day']);
    expect(outcome(() => (factFaults('special-technician', facts, '2021-12-31'), { state: '' }))).toBe(
      'appointment/no-rule',
    );
  });
});

describe('post', () => {
  it('moves by its table, with two persons', () => {
    const of = (state: PostState) => ({ ...propose(), state });
    const legal = (to: PostState, move: (state: PostState) => { state: string }) =>
      expect(POST_STATES.map((state) => outcome(() => move(state)))).toEqual(
        POST_STATES.map((state) => (POST_TRANSITIONS[state].includes(to) ? to : 'post/illegal-transition')),
      );
    legal('confirmed', (state) => confirmPost(of(state), 'admin'));
    legal('filed', (state) => filePost(of(state), 'officer'));
    legal('refused', (state) => refusePost(of(state)));
    expect(outcome(() => confirmPost(propose(), 'clerk'))).toBe('access/same-person');
    expect(unreachableStates(POST_TRANSITIONS, 'proposed')).toEqual([]);
    expect(['2026-01-04', '2026-01-05', '2028-12-31', '2029-01-01'].map((day) => isPostOpen(filed, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('only of an employer, at a filed site, in an occupation that has 高级技师', () => {
    const rulesOf = (change: object): string[] => {
      try {
        propose(change);
        return [];
      } catch (error) {
        return (error as DomainError).faults.map(({ rule }) => rule);
      }
    };
    expect(rulesOf({})).toEqual([]);
    expect(rulesOf({ occupationCode: '4-10-01-06' })).toEqual(['no-senior-technician']);
    expect(rulesOf({ siteCode: 'S000023000001' })).toEqual(['no-employer']);
    expect(rulesOf({ siteCode: 'Y000023000009' })).toEqual(['site-not-filed']);
    expect(rulesOf({ validUntil: '2025-01-01' })).toEqual(['days']);
  });
});

describe('the three things called 首席技师', () => {
  it('each giver records its own kinds, rank 8 is no honour, and every refusal says which is which', () => {
    const content = { jurisdiction: '230100', givenOn: '2025-05-01', documentNumber: '1' };
    const kinds = ['provincial-honour', 'city-honour', 'enterprise-scheme', 'ladder'] as const;
    const by = (giver: 'province' | 'enterprise') =>
      kinds.map((kind) => outcome(() => (assertHonour({ ...content, kind }, giver, TODAY), { state: 'recorded' })));
    expect([by('province'), by('enterprise')]).toEqual([
      ['recorded', 'recorded', 'honour/other-giver', 'honour/is-an-appointment'],
      ['honour/other-giver', 'honour/other-giver', 'recorded', 'honour/is-an-appointment'],
    ]);
    expect(assertHonour({ ...content, kind: 'provincial-honour' }, 'province', TODAY).jurisdiction).toBe('230000');
    try {
      assertHonour({ ...content, kind: 'ladder' }, 'province', TODAY);
    } catch (error) {
      expect((error as DomainError).params['zh']).toContain('第八级');
    }
  });
});
