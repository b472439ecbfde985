/** Services that keep a trail, in the order of a certificate's way; the accounts last. */
export const AUDITED = [
  'agency-filing',
  'question-bank',
  'exam-scheduling',
  'certificate-issuance',
  'public-verification',
  'identity',
] as const;
export type AuditedService = (typeof AUDITED)[number];

export const AUDIT_KINDS = ['change', 'look', 'export', 'sign-in', 'refusal'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

export interface AuditRow {
  /** Place in the chain, counted from 1. */
  position: number;
  id: string;
  sha256: string;
  at: string;
  kind: string;
  action: string;
  actor: string;
  organisationId: string;
  jurisdiction: string;
  roles: string[];
  object: string;
  persons: string[];
  outcome: string;
  /** Code of the problem that refused. */
  rule?: string;
  requestId?: string;
  address?: string;
  /** The single looks, when one row keeps several of strangers. */
  looks?: AuditLook[];
}

export interface AuditLook {
  at: string;
  persons: string[];
  requestId?: string;
  address?: string;
}

export interface AuditHead {
  position: number;
  sha256: string;
}

export interface AuditPage {
  items: AuditRow[];
  /** Value of `before` for the next page. */
  next?: number;
  head?: AuditHead;
}

export interface AuditFilter {
  kind?: AuditKind;
  actor?: string;
  object?: string;
  person?: string;
}

const PAGE_ROWS = 50;

export function auditPath(service: AuditedService, filter: AuditFilter, before?: number): string {
  const query = new URLSearchParams({ limit: String(PAGE_ROWS) });
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  if (before !== undefined) query.set('before', String(before));
  return `/api/${service}/audit?${query}`;
}
