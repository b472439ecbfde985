import type { Transitions } from '@app/kernel';

export const CANDIDATE_STATES = ['registered', 'seated', 'reported', 'certified', 'refused'] as const;
export type CandidateState = (typeof CANDIDATE_STATES)[number];

/** Who did not pass stays `seated`; only passed persons are reported and answered by the authority. */
export const TRANSITIONS: Transitions<CandidateState> = {
  registered: ['seated'],
  seated: ['reported'],
  reported: ['certified', 'refused'],
  certified: [],
  refused: [],
};

/** The states from which candidates may go to `state`: bulk statements change rows of these states only. */
export function statesBefore(state: CandidateState): CandidateState[] {
  return CANDIDATE_STATES.filter((from) => TRANSITIONS[from].includes(state));
}

/** What is sealed of a person; other services open it in this form. `documentType` is a key such as `resident-id`. */
export interface Person {
  name: string;
  documentType: string;
  documentNumber: string;
}

/** Largest plan: the roll of passed persons is told in one transaction. */
export const CANDIDATES_MAX = 10_000;
