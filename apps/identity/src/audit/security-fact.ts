import {
  ANYONE,
  appendAudit,
  actorOf,
  AuditTrail,
  currentRequest,
  type AuditEntry,
  type AuditKind,
  type Standing,
} from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** The command line: whoever may use it holds the keys of the installation. */
export const OPERATOR: Standing = { subject: 'operator', organisationId: '', roles: ['operator'], jurisdiction: '' };

/** What of an account tells who acted. */
interface ActingAccount {
  id: string;
  organisationId: string | null;
  roles: readonly string[];
  jurisdiction: string | null;
}

export const standingOf = ({ id, organisationId, roles, jurisdiction }: ActingAccount): Standing => ({
  subject: id,
  organisationId: organisationId ?? '',
  roles,
  jurisdiction: jurisdiction ?? '',
});

/** Something that happened to an account and matters later. */
export interface SecurityFact {
  kind: AuditKind;
  /** `sign-in.accepted` */
  action: string;
  /** Absent while nobody is signed in. */
  by?: Standing;
  /** Whom it is about: an account, or the blind index of a typed name that has none. */
  about: { account: string } | { usernameIndex: string };
  outcome: 'done' | 'refused';
}

function entryOf({ kind, action, by = ANYONE, about, outcome }: SecurityFact): AuditEntry {
  const { requestId, address } = currentRequest.getStore() ?? {};
  const object = 'account' in about ? `account/${about.account}` : `username/${about.usernameIndex}`;
  return {
    ...actorOf(by),
    kind,
    action,
    object,
    persons: 'account' in about ? [object] : [],
    outcome,
    ...(requestId ? { requestId } : {}),
    ...(address ? { address } : {}),
  };
}

/** Commits with the change it tells of. */
export async function appendFact(tx: EntityManager, fact: SecurityFact): Promise<void> {
  await appendAudit(tx, [entryOf(fact)]);
}

/** For facts that stand alone, such as a refused sign-in. */
@Injectable()
export class SecurityTrail {
  constructor(@Inject(AuditTrail) private readonly trail: AuditTrail) {}

  async note(fact: SecurityFact): Promise<void> {
    await this.trail.note(entryOf(fact));
  }
}
