import { assertTransition, DomainError, type Transitions } from '@app/kernel';
import { findOccupation, isRealDay, levelByDigit, type LevelDigit } from '@app/standards';
import type { BankSubject } from '../element-table/element-table.js';
import type { Composition } from './draw.js';

export const PAPER_STATES = ['ordered', 'assembled', 'sealed', 'released'] as const;
export type PaperState = (typeof PAPER_STATES)[number];

/** 组卷 may be repeated until the paper is sealed. */
export const TRANSITIONS: Transitions<PaperState> = {
  ordered: ['assembled'],
  assembled: ['assembled', 'sealed'],
  sealed: ['released'],
  released: [],
};

/** The approved plan that a paper is for. `subject` as the plan says it. */
export interface PlanFacts {
  planId: string;
  subject: {
    occupationCode: string;
    occupationEdition: string;
    occupationName: string;
    specialty: string;
    levelDigit: string;
  };
  /** YYYY-MM-DD */
  examOn: string;
}

export interface PaperOrder extends BankSubject {
  /** The plan's id: one paper per plan. */
  id: string;
  state: PaperState;
  occupationEdition: string;
  occupationName: string;
  examOn: string;
  /** Counts assemblies, so that of two at the same time one is told to look again. */
  revision: number;
  /** New with each assembly. */
  paperId: string | null;
  elementTableId: string | null;
  itemCount: number;
  composition: Composition | null;
  /** Sealed canonical JSON of the paper. */
  contentSealed: string | null;
  contentSha256: string | null;
  assembledBy: string | null;
  assembledAt: Date | null;
  sealedBy: string | null;
  sealedAt: Date | null;
  /** The first of the two persons who release it. */
  releaseAskedBy: string | null;
  releaseAskedAt: Date | null;
  releasedBy: string | null;
  releasedAt: Date | null;
}

export interface Actor {
  subject: string;
  now: Date;
}

const UUID_FORM = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function levelDigitOf(text: string): LevelDigit {
  const digit = levelByDigit(text)?.digit;
  if (!digit) throw new DomainError('paper/plan-incomplete');
  return digit;
}

/**
 * An order for an approved plan; nothing is asked of the bank yet. Plans filed under a former occupation code find the
 * table of the present one.
 * @throws DomainError `paper/plan-incomplete` when the event lacks an id, a level or an exam day
 */
export function orderPaper({ planId, subject, examOn }: PlanFacts): PaperOrder {
  if (!UUID_FORM.test(planId) || !subject.occupationCode || !isRealDay(examOn)) {
    throw new DomainError('paper/plan-incomplete');
  }
  const found = findOccupation({ code: subject.occupationCode });
  return {
    id: planId,
    state: 'ordered',
    occupationCode: found.ok ? found.value.occupation.code : subject.occupationCode,
    occupationEdition: found.ok ? found.value.occupation.edition : subject.occupationEdition,
    occupationName: subject.occupationName,
    specialty: subject.specialty,
    levelDigit: levelDigitOf(subject.levelDigit),
    examOn,
    revision: 0,
    paperId: null,
    elementTableId: null,
    itemCount: 0,
    composition: null,
    contentSealed: null,
    contentSha256: null,
    assembledBy: null,
    assembledAt: null,
    sealedBy: null,
    sealedAt: null,
    releaseAskedBy: null,
    releaseAskedAt: null,
    releasedBy: null,
    releasedAt: null,
  };
}

/** @throws DomainError `paper/illegal-transition` once it is sealed */
export const assertMayAssemble = (order: Pick<PaperOrder, 'state'>): void =>
  assertTransition('paper', TRANSITIONS, order.state, 'assembled');

export interface AssembledPaper {
  /** The revision the draw started from. */
  basedOn: number;
  paperId: string;
  elementTableId: string;
  itemCount: number;
  composition: Composition;
  contentSealed: string;
}

/** @throws DomainError `state/conflict` when another assembly came in between */
export function assemblePaper(order: PaperOrder, { basedOn, ...paper }: AssembledPaper, actor: Actor): PaperOrder {
  assertMayAssemble(order);
  if (order.revision !== basedOn) throw new DomainError('state/conflict');
  return {
    ...order,
    ...paper,
    state: 'assembled',
    revision: order.revision + 1,
    assembledBy: actor.subject,
    assembledAt: actor.now,
  };
}

/** A paper that is sealed: what its event tells. */
export interface SealedPaper extends PaperOrder {
  paperId: string;
  contentSha256: string;
  sealedAt: Date;
}

/**
 * 封存, by another person than the assembler. `expectedPaperId` is the paper the reviewer looked at.
 * @throws DomainError `access/same-person`; `paper/reassembled` when it is another one by now
 */
export function sealPaper(
  order: PaperOrder,
  expectedPaperId: string | undefined,
  digest: (contentSealed: string) => string,
  actor: Actor,
): SealedPaper {
  assertTransition('paper', TRANSITIONS, order.state, 'sealed');
  const { paperId, contentSealed } = order;
  if (!paperId || !contentSealed) throw new Error('an assembled paper without content');
  if (order.assembledBy === actor.subject) throw new DomainError('access/same-person');
  if (expectedPaperId !== undefined && expectedPaperId !== paperId) throw new DomainError('paper/reassembled');
  return {
    ...order,
    state: 'sealed',
    paperId,
    contentSha256: digest(contentSealed),
    sealedBy: actor.subject,
    sealedAt: actor.now,
  };
}

/** How long before the exam day begins (in China) a paper may be released: configuration, never a constant. */
export interface ReleaseRules {
  leadHours: number;
}

const MS_PER_HOUR = 3_600_000;

/** The moment from which the two persons may release it. */
export const releasableFrom = (examOn: string, { leadHours }: ReleaseRules): Date =>
  new Date(Date.parse(`${examOn}T00:00:00+08:00`) - leadHours * MS_PER_HOUR);

/**
 * 启封 by two persons: the first asks, the second releases (domain.md §4.7).
 * @throws DomainError `paper/too-early` with the moment; `access/same-person` when the first one comes again
 */
export function releasePaper(order: PaperOrder, rules: ReleaseRules, actor: Actor): PaperOrder {
  assertTransition('paper', TRANSITIONS, order.state, 'released');
  const from = releasableFrom(order.examOn, rules);
  if (actor.now < from) throw new DomainError('paper/too-early', { from: from.toISOString() });
  if (order.releaseAskedBy === null) {
    return { ...order, releaseAskedBy: actor.subject, releaseAskedAt: actor.now };
  }
  if (order.releaseAskedBy === actor.subject) throw new DomainError('access/same-person');
  return { ...order, state: 'released', releasedBy: actor.subject, releasedAt: actor.now };
}

/**
 * What a released paper says.
 * @throws DomainError `paper/not-released`; Error when it is not what was sealed
 */
export function openPaper(
  order: PaperOrder,
  open: (contentSealed: string) => string,
  digest: (text: string) => string,
) {
  if (order.state !== 'released' || !order.contentSealed) throw new DomainError('paper/not-released');
  const text = open(order.contentSealed);
  if (digest(text) !== order.contentSha256) throw new Error('a released paper that is not the one that was sealed');
  return JSON.parse(text) as unknown;
}
