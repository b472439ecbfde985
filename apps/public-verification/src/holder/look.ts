/** What the trail keeps of one look. */
export interface KeptLook {
  id: string;
  at: string;
  action: string;
  roles: readonly string[];
  organisationId: string;
  persons: readonly string[];
}

export type AskerKind = 'public' | 'organisation' | 'authority' | 'other';
export type LookWay = 'facts' | 'code' | 'document' | 'batch' | 'extract' | 'other';

const AUTHORITY = ['city-officer', 'province-officer', 'auditor'];
const WAYS: Readonly<Record<string, LookWay>> = {
  'certificate.verify': 'facts',
  'certificate.verify-token': 'code',
  'extract.show': 'extract',
};
const WAYS_OF_ROOMS: Readonly<Record<string, LookWay>> = { document: 'document', batch: 'batch', 'batch-row': 'batch' };

export function askerOf({ roles, organisationId }: Pick<KeptLook, 'roles' | 'organisationId'>): AskerKind {
  if (roles.includes('public')) return 'public';
  if (roles.some((role) => AUTHORITY.includes(role))) return 'authority';
  return organisationId === '' ? 'other' : 'organisation';
}

/** From `certificate.verify` how somebody came to see it. */
export const wayOf = (action: string): LookWay => WAYS[action] ?? WAYS_OF_ROOMS[action.split('.')[0] ?? ''] ?? 'other';
