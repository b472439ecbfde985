import { DomainError } from '@app/kernel';

/** What the trail keeps of one look. Looks of strangers share a row: `place` is that of the look in it, 0 where it is alone. */
export interface KeptLook {
  rowId: string;
  place: number;
  /** RFC 3339. */
  at: string;
  action: string;
  object: string;
  roles: readonly string[];
  organisationId: string;
  persons: readonly string[];
}

export const ASKER_KINDS = ['public', 'organisation', 'authority', 'other'] as const;
export type AskerKind = (typeof ASKER_KINDS)[number];
export const LOOK_WAYS = [
  'facts',
  'code',
  'document',
  'inquiry',
  'batch',
  'proof',
  'watch',
  'extract',
  'other',
] as const;
export type LookWay = (typeof LOOK_WAYS)[number];

const AUTHORITY = ['city-officer', 'province-officer', 'auditor'];
const WAYS: Readonly<Record<string, LookWay>> = {
  'certificate.verify': 'facts',
  'certificate.verify-token': 'code',
  'certificate.inquire': 'inquiry',
  'extract.show': 'extract',
};
const WAYS_OF_ROOMS: Readonly<Record<string, LookWay>> = {
  document: 'document',
  batch: 'batch',
  proof: 'proof',
  watch: 'watch',
};

/** A batch is answered by the service itself, without roles: an authority's is an organisation's, with its name. */
export function askerOf({ roles, organisationId }: Pick<KeptLook, 'roles' | 'organisationId'>): AskerKind {
  if (roles.includes('public')) return 'public';
  if (roles.some((role) => AUTHORITY.includes(role))) return 'authority';
  return organisationId === '' ? 'other' : 'organisation';
}

/** From `certificate.verify` how somebody came to see it. */
export const wayOf = (action: string): LookWay => WAYS[action] ?? WAYS_OF_ROOMS[action.split('.')[0] ?? ''] ?? 'other';

/** Where a page of looks goes on. */
export type LookPlace = Pick<KeptLook, 'rowId' | 'place'>;

export const lookId = ({ rowId, place }: LookPlace): string => `${rowId}.${place}`;

const LOOK_ID_FORM = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,4})$/;

/** @throws DomainError `request/cursor` */
export function readLookCursor(after: string | undefined): LookPlace | undefined {
  if (after === undefined) return undefined;
  const [, rowId, place] = LOOK_ID_FORM.exec(Buffer.from(after, 'base64url').toString('utf8')) ?? [];
  if (rowId === undefined || place === undefined) throw new DomainError('request/cursor');
  return { rowId, place: Number(place) };
}
