import { REFUSAL_RULES, WAITING_RULES, type RefusalRule, type WaitingRule } from './audit.js';
import type { ResultRow } from './result-roll.entity.js';
import { ROLL_STATES, type ResultRoll } from './result-roll.js';
import type { AuditedRoll, RollWithCounts } from './result-roll.service.js';

export class RollSubjectView {
  occupationCode!: string;
  /** Edition of the 职业分类大典: 1999, 2015 or 2022. */
  occupationEdition!: string;
  occupationName!: string;
  /** 工种; empty when the occupation has none. */
  specialty!: string;
  /** `5` lowest … `1` highest. */
  levelDigit!: string;
}

export class RollCountsView {
  rows!: number;
  issued!: number;
  refused!: number;
}

export class RollView {
  id!: string;
  planId!: string;
  filingId!: string;
  organisationId!: string;
  agencyName!: string;
  jurisdiction!: string;
  siteCode!: string;
  subject!: RollSubjectView;
  /** `YYYY-MM-DD`, China. */
  examOn!: string;
  publicityFrom!: string;
  publicityUntil!: string;
  /** RFC 3339. */
  reportedAt!: string;
  parts!: number;
  partsReceived!: number;
  /** One of the roll states. */
  state!: (typeof ROLL_STATES)[number];
  issuedAt?: string;
  counts!: RollCountsView;
}

export class RollPage {
  items!: RollView[];
  next?: string;
}

/** Why a row waits or is refused. */
export class RuleView {
  name!: string;
  zh!: string;
  en!: string;
}

export class RollRowView {
  candidateId!: string;
  admissionNumber!: string;
  nameMasked!: string;
  documentMasked!: string;
  /** 0–100. */
  theoryPoints!: number;
  /** 0–100. */
  skillPoints!: number;
  /** Before issuing: it would be issued now. Afterwards: it was. */
  issuable!: boolean;
  /** Absent for a row that is issuable. */
  rule?: RuleView;
  certificateId?: string;
  certificateNumber?: string;
}

export class RollDetailView extends RollView {
  /** What issuing has to wait for; absent when nothing. */
  waitsFor?: RuleView;
  /** In the order of the report; at most 10,000. */
  rows!: RollRowView[];
}

const waiting = (rule: WaitingRule): RuleView => ({ name: rule, ...WAITING_RULES[rule] });
const refusal = (rule: RefusalRule): RuleView => ({ name: rule, ...REFUSAL_RULES[rule] });

function headView(roll: ResultRoll): Omit<RollView, 'counts'> {
  const { partsReceived, issuedAt, issuedBy: _issuedBy, ...head } = roll;
  return { ...head, partsReceived: partsReceived.length, ...(issuedAt ? { issuedAt } : {}) };
}

export function rollView({ counts, ...roll }: RollWithCounts): RollView {
  return { ...headView(roll), counts };
}

function rowView(row: ResultRow, rule: RuleView | null): RollRowView {
  const { candidateId, admissionNumber, nameMasked, documentMasked, theoryPoints, skillPoints } = row;
  return {
    candidateId,
    admissionNumber,
    nameMasked,
    documentMasked,
    theoryPoints,
    skillPoints,
    issuable: rule === null,
    ...(rule ? { rule } : {}),
    ...(row.certificateId ? { certificateId: row.certificateId } : {}),
    ...(row.certificateNumber ? { certificateNumber: row.certificateNumber } : {}),
  };
}

export function rollDetailView({ roll, rows, audit }: AuditedRoll): RollDetailView {
  const waitsFor = audit?.waitsFor ? waiting(audit.waitsFor) : null;
  const ruleOf = (row: ResultRow, index: number): RuleView | null => {
    if (waitsFor) return waitsFor;
    const rule = audit?.waitsFor === null ? audit.refusals[index] : row.refusalRule;
    return rule ? refusal(rule) : null;
  };
  const views = rows.map((row, index) => rowView(row, ruleOf(row, index)));
  return {
    ...headView(roll),
    counts: {
      rows: rows.length,
      issued: rows.filter((row) => row.certificateId).length,
      refused: rows.filter((row) => row.refusalRule).length,
    },
    ...(waitsFor ? { waitsFor } : {}),
    rows: views,
  };
}
