import { type CANDIDATE_STATES } from './candidate.js';
import type { NamedCandidate } from './candidate.service.js';
import type { RosterImport } from './roster.service.js';
import type { RowVerdict } from './roster.js';
import { resultOf, type Result } from '../score/score.js';

export class RosterFaultView {
  /** Name of the column. */
  field!: string;
  rule!: string;
  zh!: string;
  en!: string;
}

export class RosterRowView {
  /** As Excel numbers rows; the header is row 1. */
  row!: number;
  verdict!: RowVerdict;
  /** Columns whose text was changed to go in. */
  repaired!: string[];
  faults!: RosterFaultView[];
}

export class RosterTotalsView {
  rows!: number;
  accepted!: number;
  'accepted-repaired'!: number;
  refused!: number;
  /** Rows that went in for a person who was on the roster before. */
  replaced!: number;
}

export class RosterImportView {
  importId!: string;
  totals!: RosterTotalsView;
  rows!: RosterRowView[];
}

export class CandidateView {
  id!: string;
  state!: (typeof CANDIDATE_STATES)[number];
  /** Masked unless the reader belongs to the agency. */
  name!: string;
  documentMasked!: string;
  /** 准考证号 */
  admissionNumber?: string;
  room?: string;
  seat?: number;
  /** 0–100 */
  theoryPoints?: number;
  /** 0–100 */
  skillPoints?: number;
  theoryAbsent?: boolean;
  skillAbsent?: boolean;
  /** Absent until something was entered. */
  result?: Result;
  certificateNumber?: string;
  refusalRule?: string;
}

export class CandidatePage {
  items!: CandidateView[];
  next?: string;
}

export function rosterImportView({ importId, rows, replaced }: RosterImport): RosterImportView {
  const count = (verdict: RowVerdict): number => rows.filter((row) => row.verdict === verdict).length;
  return {
    importId,
    totals: {
      rows: rows.length,
      accepted: count('accepted'),
      'accepted-repaired': count('accepted-repaired'),
      refused: count('refused'),
      replaced,
    },
    rows: rows.map(({ row, verdict, repaired, faults }) => ({ row, verdict, repaired, faults })),
  };
}

export function candidateView(candidate: NamedCandidate): CandidateView {
  return {
    id: candidate.id,
    state: candidate.state,
    name: candidate.name,
    documentMasked: candidate.documentMasked,
    admissionNumber: candidate.admissionNumber ?? undefined,
    room: candidate.room ?? undefined,
    seat: candidate.seat ?? undefined,
    theoryPoints: candidate.theoryPoints ?? undefined,
    skillPoints: candidate.skillPoints ?? undefined,
    theoryAbsent: candidate.theoryAbsent ?? undefined,
    skillAbsent: candidate.skillAbsent ?? undefined,
    result: candidate.theoryAbsent === null ? undefined : resultOf(candidate),
    certificateNumber: candidate.certificateNumber ?? undefined,
    refusalRule: candidate.refusalRule ?? undefined,
  };
}
