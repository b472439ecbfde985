import { newId } from '@app/kernel';
import type { Standing } from '@app/messaging';

/** What is recorded: a change, a look at a named person, data that left the house, a sign-in, a refusal. */
export const AUDIT_KINDS = ['change', 'look', 'export', 'sign-in', 'refusal'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/**
 * One row of the audit trail before it is kept. It names people by opaque ids only: no name, ID number, phone or typed
 * text ever stands in it.
 */
export interface AuditEntry {
  kind: AuditKind;
  /** `filing.submit`, `sign-in.refused` */
  action: string;
  /** `sub` of the token; empty for the public and for the service itself. */
  actor: string;
  organisationId: string;
  jurisdiction: string;
  roles: readonly string[];
  /** What it was about: `plan/<id>`; empty for a list. */
  object: string;
  /** The persons who were shown or changed: `candidate/<id>`, `certificate/<id>`. */
  persons: readonly string[];
  outcome: 'done' | 'refused';
  /** Code of the problem that refused. */
  rule?: string;
  requestId?: string;
  /** Address the request came from. */
  address?: string;
}

/** Largest number of persons one entry names; a longer look becomes several entries. */
export const AUDIT_PERSONS_MAX = 1_000;

/** The acting side of an entry. */
export function actorOf({
  subject,
  organisationId,
  jurisdiction,
  roles,
}: Standing): Pick<AuditEntry, 'actor' | 'organisationId' | 'jurisdiction' | 'roles'> {
  return { actor: subject, organisationId, jurisdiction, roles };
}

/** Id and content as they are stored. The time is the machine's: a demonstration's clock does not move it. */
export function auditRow(entry: AuditEntry, now: Date = new Date()): { id: string; content: string } {
  return { id: newId(now.getTime()), content: JSON.stringify({ at: now.toISOString(), ...entry }) };
}
