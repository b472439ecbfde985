import { assertTransition, DomainError, type Transitions } from '@app/kernel';
import { isRealDay } from '@app/standards';
import { sameSubject, type AssessedSubject } from '../scope/scope.js';

export const ROLL_STATES = ['receiving', 'received', 'issued'] as const;
export type RollState = (typeof ROLL_STATES)[number];

/** Parts arrive, the roll is whole, the authority audits and issues: domain.md §6.1 steps 3–6. */
export const TRANSITIONS: Transitions<RollState> = {
  receiving: ['received'],
  received: ['issued'],
  issued: [],
};

/** Rows of one part, as the contract says. */
export const PART_ROWS_MAX = 500;
/** A roll is issued in one commit: 20 parts are 10,000 rows. */
export const ROLL_PARTS_MAX = 20;

/** What every part repeats about its roll; days are `YYYY-MM-DD`, instants RFC 3339. */
export interface RollHeader {
  id: string;
  planId: string;
  filingId: string;
  organisationId: string;
  /** As the agency wrote it; the certificate prints the filed name. */
  agencyName: string;
  jurisdiction: string;
  siteCode: string;
  subject: AssessedSubject;
  examOn: string;
  publicityFrom: string;
  publicityUntil: string;
  reportedAt: string;
  parts: number;
}

export interface ResultRoll extends RollHeader {
  /** 1-based, in order of arrival. */
  partsReceived: number[];
  state: RollState;
  issuedBy: string | null;
  issuedAt: string | null;
}

/** @throws DomainError `result-roll/bad-part` with the reason */
export function openRoll(header: RollHeader): ResultRoll {
  const refuse = (reason: string): never => {
    throw new DomainError('result-roll/bad-part', { reason });
  };
  if (header.parts < 1 || header.parts > ROLL_PARTS_MAX) refuse(`parts outside 1–${ROLL_PARTS_MAX}`);
  for (const day of [header.examOn, header.publicityFrom, header.publicityUntil]) {
    if (!isRealDay(day)) refuse('a day is not YYYY-MM-DD');
  }
  if (Number.isNaN(Date.parse(header.reportedAt))) refuse('reportedAt is not RFC 3339');
  return { ...header, partsReceived: [], state: 'receiving', issuedBy: null, issuedAt: null };
}

const sameRoll = (roll: RollHeader, header: RollHeader): boolean =>
  roll.planId === header.planId &&
  roll.filingId === header.filingId &&
  roll.organisationId === header.organisationId &&
  roll.siteCode === header.siteCode &&
  roll.examOn === header.examOn &&
  roll.parts === header.parts &&
  sameSubject(roll.subject, header.subject);

/**
 * Notes a part. One that came before leaves the roll as it is: `partsReceived` then has the same length.
 * @throws DomainError `result-roll/bad-part`
 */
export function receivePart(roll: ResultRoll, header: RollHeader, part: number, rows: number): ResultRoll {
  if (!sameRoll(roll, header)) throw new DomainError('result-roll/bad-part', { reason: 'it names another roll' });
  if (part < 1 || part > roll.parts) throw new DomainError('result-roll/bad-part', { reason: `part ${part}` });
  if (rows > PART_ROWS_MAX) throw new DomainError('result-roll/bad-part', { reason: `over ${PART_ROWS_MAX} rows` });
  if (roll.partsReceived.includes(part)) return roll;
  const partsReceived = [...roll.partsReceived, part];
  if (partsReceived.length < roll.parts) return { ...roll, partsReceived };
  assertTransition('result-roll', TRANSITIONS, roll.state, 'received');
  return { ...roll, partsReceived, state: 'received' };
}

/** @throws DomainError `result-roll/illegal-transition` while parts are missing, and for the second of two officers */
export function issueRoll(roll: ResultRoll, actor: { subject: string; now: Date }): ResultRoll {
  assertTransition('result-roll', TRANSITIONS, roll.state, 'issued');
  return { ...roll, state: 'issued', issuedBy: actor.subject, issuedAt: actor.now.toISOString() };
}
