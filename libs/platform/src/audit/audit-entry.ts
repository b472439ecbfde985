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
  /** The single looks, when one row keeps several: `persons` then has those of all, and no request or address is given. */
  looks?: readonly AuditLook[];
}

/** One of the looks that a row keeps together. */
export interface AuditLook {
  /** RFC 3339. */
  at: string;
  persons: readonly string[];
  requestId?: string;
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

/** Largest number of looks that one row keeps. */
export const AUDIT_LOOKS_MAX = 100;

/** An entry and its time, which is the machine's: a demonstration's clock does not move it. */
export interface TimedEntry {
  at: Date;
  entry: AuditEntry;
}

const isStrangersLook = ({ entry: { kind, actor, object, outcome } }: TimedEntry): boolean =>
  kind === 'look' && actor === '' && object === '' && outcome === 'done';

/**
 * The rows that keep these entries. Looks of strangers are many and alike: those that come together share a row, as one
 * row with its indexes and its link for each would cost more than the look itself.
 */
export function auditRowsOf(entries: readonly TimedEntry[]): TimedEntry[] {
  const rows: TimedEntry[] = entries.filter((each) => !isStrangersLook(each));
  const byAction = new Map<string, TimedEntry[]>();
  for (const look of entries.filter(isStrangersLook)) {
    const alike = byAction.get(look.entry.action);
    if (alike) alike.push(look);
    else byAction.set(look.entry.action, [look]);
  }
  for (const looks of byAction.values()) {
    for (let start = 0; start < looks.length; start += AUDIT_LOOKS_MAX) {
      rows.push(oneRow(looks.slice(start, start + AUDIT_LOOKS_MAX)));
    }
  }
  return rows;
}

function oneRow(looks: readonly TimedEntry[]): TimedEntry {
  const [first] = looks;
  if (!first) throw new Error('a row of no looks');
  if (looks.length === 1) return first;
  const { requestId: _request, address: _address, persons: _persons, ...shared } = first.entry;
  const single = looks.map(({ at, entry: { persons, requestId, address } }) => ({
    at: at.toISOString(),
    persons,
    ...(requestId ? { requestId } : {}),
    ...(address ? { address } : {}),
  }));
  const persons = [...new Set(single.flatMap((look) => look.persons))];
  return { at: first.at, entry: { ...shared, persons, looks: single } };
}

/** Id and content as they are stored. */
export function auditRow({ at, entry }: TimedEntry): { id: string; content: string } {
  return { id: newId(at.getTime()), content: JSON.stringify({ at: at.toISOString(), ...entry }) };
}
