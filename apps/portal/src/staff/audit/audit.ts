import type { AuditHead, AuditedService, AuditFilter } from '../../api/audit.ts';

/** What a person types into the filter. */
export interface TypedFilter {
  actor: string;
  object: string;
  person: string;
}
export type FilterField = keyof TypedFilter;

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** `sub` of a token; machines and the command line have a word instead. */
const ACTOR = new RegExp(`^(?:${UUID}|[a-z][a-z0-9._-]{1,63})$`);
/** `plan/<id>`; a typed name that has no account is kept as a long digest. */
const THING = new RegExp(`^[a-z][a-z-]{1,39}/(?:${UUID}|[\\w.:+/=-]{32,128})$`);

/**
 * The filter goes into an address, and addresses are kept in logs: whatever might be a name, an ID number or a phone is
 * not sent at all.
 */
export function isSendable(field: FilterField, typed: string): boolean {
  const text = typed.trim();
  return text === '' || (field === 'actor' ? ACTOR : THING).test(text);
}

export function filterOf(kind: AuditFilter['kind'] | undefined, typed: TypedFilter): AuditFilter {
  const [actor, object, person] = [typed.actor.trim(), typed.object.trim(), typed.person.trim()];
  return {
    ...(kind ? { kind } : {}),
    ...(actor ? { actor } : {}),
    ...(object ? { object } : {}),
    ...(person ? { person } : {}),
  };
}

/** As `npm run audit -- verify --head` takes it. */
export const headText = (service: AuditedService, { position, sha256 }: AuditHead): string =>
  `${service}:${position}:${sha256}`;

const TAIL = 8;
const IS_UUID = new RegExp(`^${UUID}$`);

/** The end of a long id, which tells two apart: ids of one day begin alike. */
export function shortId(id: string): string {
  const [, kind = '', name = id] = /^([a-z-]+\/)(.*)$/.exec(id) ?? [];
  return IS_UUID.test(name) || name.length > 2 * TAIL + 8 ? `${kind}…${name.slice(-TAIL)}` : id;
}
