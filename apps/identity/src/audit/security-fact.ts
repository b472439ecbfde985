import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Whom a fact is about. */
export interface FactSubject {
  id: string;
  organisationId: string | null;
  jurisdiction: string | null;
}

/** Something that happened to an account and matters later: who, what, to whom, and whether it was allowed. */
export interface SecurityFact {
  kind: 'change' | 'look' | 'sign-in' | 'refusal';
  /** `sign-in.accepted` */
  action: string;
  /** `sub` of the acting person, `operator` for the command line; empty when nobody is signed in. */
  actor: string;
  /** Absent when a name was typed that has no account. */
  account?: FactSubject;
  /** Of the typed name, when there is no account. */
  usernameIndex?: string;
  outcome: 'done' | 'refused';
  /** Name of the rule that refused. */
  rule?: string;
}

export const OPERATOR = 'operator';

/** Commits with the change it tells of. */
export async function appendFacts(_tx: EntityManager, _facts: readonly SecurityFact[]): Promise<void> {
  // The seam to the house's audit trail.
}

/** For facts that stand alone, such as a refused sign-in. */
@Injectable()
export class SecurityTrail {
  async note(_fact: SecurityFact): Promise<void> {
    // The seam to the house's audit trail.
  }
}
