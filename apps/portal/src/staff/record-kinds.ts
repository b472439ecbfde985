import type { RecordKind } from './state-tag.tsx';

const STAFF = ['agency-clerk', 'agency-reviewer', 'agency-admin', 'city-officer', 'province-officer', 'auditor'];

export interface ListKind {
  /** Address below /work, and name in the dictionary. */
  key: 'filings' | 'plans' | 'rolls' | 'certificates';
  kind: RecordKind;
  path: string;
  /** Whom the service lets read it. */
  roles: readonly string[];
}

export const LIST_KINDS: readonly ListKind[] = [
  { key: 'filings', kind: 'filing', path: '/api/agency-filing/filings', roles: STAFF },
  { key: 'plans', kind: 'plan', path: '/api/exam-scheduling/plans', roles: [...STAFF, 'examiner'] },
  { key: 'rolls', kind: 'roll', path: '/api/certificate-issuance/rolls', roles: STAFF },
  { key: 'certificates', kind: 'certificate', path: '/api/certificate-issuance/certificates', roles: STAFF },
];

export const listsFor = (roles: readonly string[]): ListKind[] =>
  LIST_KINDS.filter((list) => list.roles.some((role) => roles.includes(role)));

/** A page that is more than a list. */
export interface Tool {
  /** Address below /staff. */
  key: 'people' | 'exports' | 'audit' | 'batches' | 'corrections';
  title: 'navPeople' | 'navExports' | 'navAudit' | 'navBatches' | 'navCorrections';
  roles: readonly string[];
}

const ASKING = ['employer', 'agency-clerk', 'agency-reviewer', 'agency-admin', 'city-officer', 'province-officer'];

const TOOLS: readonly Tool[] = [
  { key: 'batches', title: 'navBatches', roles: ASKING },
  { key: 'corrections', title: 'navCorrections', roles: STAFF },
  { key: 'exports', title: 'navExports', roles: STAFF },
  { key: 'people', title: 'navPeople', roles: ['agency-admin'] },
  { key: 'audit', title: 'navAudit', roles: ['province-officer', 'auditor'] },
];

export const toolsFor = (roles: readonly string[]): Tool[] =>
  TOOLS.filter((tool) => tool.roles.some((role) => roles.includes(role)));
