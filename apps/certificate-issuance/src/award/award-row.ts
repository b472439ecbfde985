import { assertTransition, DomainError, type Transitions } from '@app/kernel';

export const ROW_STATES = ['listed', 'objected', 'refused', 'issued', 'kept'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** `issued`: a numbered certificate; `kept`: a record whose number rule is open, or that has no number at all. */
export const ROW_TRANSITIONS: Transitions<RowState> = {
  listed: ['objected', 'refused', 'issued', 'kept'],
  objected: ['listed', 'refused'],
  refused: [],
  issued: [],
  kept: [],
};

export const OBJECTION_GROUNDS = ['evidence-false', 'not-entitled', 'other-person', 'other'] as const;
export type ObjectionGround = (typeof OBJECTION_GROUNDS)[number];

/** Why a row gets nothing; the texts name no person. */
export interface Refusal {
  rule: string;
  zh: string;
  en: string;
}

export const REFUSALS = {
  'already-held': {
    rule: 'already-held',
    zh: '该人已持有同职业同等级的有效证书',
    en: 'the person already holds a valid certificate of this occupation and level',
  },
  'promoted-this-year': {
    rule: 'promoted-this-year',
    zh: '该人在竞赛当年已有一次竞赛晋升',
    en: 'the person was promoted by a contest of the same year already',
  },
  'record-exists': {
    rule: 'record-exists',
    zh: '该人已有同一项目的登记',
    en: 'the person has a record of the same kind already',
  },
  'objection-upheld': { rule: 'objection-upheld', zh: '公示异议成立', en: 'an objection during publicity was upheld' },
} as const satisfies Record<string, Refusal>;

/** What happened to one row after it was listed. The objection itself is a paper: here stands its file number only. */
export interface RowCourse {
  state: RowState;
  refusal: Refusal | null;
  objectionGround: ObjectionGround | null;
  objectionReference: string | null;
  objectedBy: string | null;
  objectionDecidedBy: string | null;
}

function move<T extends RowCourse>(row: T, to: RowState): T {
  assertTransition('award-row', ROW_TRANSITIONS, row.state, to);
  return { ...row, state: to };
}

export interface Objection {
  ground: ObjectionGround;
  reference: string;
}

/** 异议: stops the row until another person has decided about it. */
export const objectTo = <T extends RowCourse>(row: T, objection: Objection, subject: string): T => ({
  ...move(row, 'objected'),
  objectionGround: objection.ground,
  objectionReference: objection.reference,
  objectedBy: subject,
  objectionDecidedBy: null,
});

/** @throws DomainError `access/same-person` when the one who recorded the objection decides about it */
export function decideObjection<T extends RowCourse>(row: T, decision: 'upheld' | 'dismissed', subject: string): T {
  const to = decision === 'upheld' ? 'refused' : 'listed';
  if (row.state !== 'objected') throw new DomainError('award-row/illegal-transition', { from: row.state, to });
  const moved = move(row, to);
  if (row.objectedBy === subject) throw new DomainError('access/same-person');
  return {
    ...moved,
    objectionDecidedBy: subject,
    refusal: decision === 'upheld' ? REFUSALS['objection-upheld'] : null,
  };
}

export const refuseRow = <T extends RowCourse>(row: T, refusal: Refusal): T => ({
  ...move(row, 'refused'),
  refusal,
});
export const issueRow = <T extends RowCourse>(row: T): T => move(row, 'issued');
export const keepRow = <T extends RowCourse>(row: T): T => move(row, 'kept');
