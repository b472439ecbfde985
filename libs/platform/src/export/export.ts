import { assertTransition, DomainError, type Transitions } from '@app/kernel';

export const EXPORT_STATES = ['prepared', 'ready', 'awaiting-approval', 'refused', 'expired'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

export const TRANSITIONS: Transitions<ExportState> = {
  prepared: ['ready', 'awaiting-approval'],
  'awaiting-approval': ['ready', 'refused', 'expired'],
  ready: ['expired'],
  refused: [],
  expired: [],
};

export const EXPORT_FORMATS = ['xlsx', 'pdf'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Whose second person decides: somebody of the same agency, or another officer of the province. */
export type ExportSide = 'agency' | 'authority';

/** What an installation allows from a day on (China, `YYYY-MM-DD`). */
export interface ExportLimits {
  from: string;
  /** Up to so many rows nobody is asked. */
  freeRows: number;
  /** More rows than this never leave in one file. */
  hardRows: number;
  /** From asking to a decision, and from a file being ready to its last download. */
  expiryHours: number;
  downloads: number;
}

/** What was asked for, and by whom. */
export interface ExportWish {
  kind: string;
  filter: Record<string, string>;
  format: ExportFormat;
  fullDocuments: boolean;
  purpose: string;
  side: ExportSide;
  organisationId: string;
  /** Whose regulators see the request. */
  jurisdiction: string;
  askedBy: string;
}

export interface ExportRequest extends ExportWish {
  id: string;
  state: ExportState;
  askedAt: Date;
  /** Counted when it was asked for. */
  rows: number;
  /** The file may have grown since, up to so many rows. */
  rowsMax: number;
  downloadsMax: number;
  downloads: number;
  expiryHours: number;
  expiresAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  refusalReason: string | null;
}

export interface Decider {
  subject: string;
  side: ExportSide;
  now: Date;
}

const HOUR_MS = 3_600_000;
const hoursAfter = (instant: Date, hours: number): Date => new Date(instant.getTime() + hours * HOUR_MS);

function move(request: ExportRequest, to: ExportState): ExportRequest {
  assertTransition('export', TRANSITIONS, request.state, to);
  return { ...request, state: to };
}

/** The limits of the day: the last ones that have begun. */
export function limitsOn(limits: readonly ExportLimits[], day: string): ExportLimits {
  const sorted = limits.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const found = sorted.findLast(({ from }) => from <= day) ?? sorted[0];
  if (!found) throw new Error('no export limits are configured');
  return found;
}

/** @throws DomainError `export/empty`; `export/too-many-rows` above the hard limit */
export function prepare(id: string, wish: ExportWish, rows: number, limits: ExportLimits, now: Date): ExportRequest {
  if (rows === 0) throw new DomainError('export/empty');
  if (rows > limits.hardRows) throw new DomainError('export/too-many-rows', { rows, limit: limits.hardRows });
  return {
    ...wish,
    id,
    state: 'prepared',
    askedAt: now,
    rows,
    rowsMax: limits.freeRows,
    downloadsMax: limits.downloads,
    downloads: 0,
    expiryHours: limits.expiryHours,
    expiresAt: hoursAfter(now, limits.expiryHours),
    decidedBy: null,
    decidedAt: null,
    refusalReason: null,
  };
}

/** Ready at once, or a second person is asked: for many rows, and for whole document numbers however few they are. */
export function admit(request: ExportRequest): ExportRequest {
  if (request.fullDocuments || request.rows > request.rowsMax) {
    // What the second person agrees to is what was counted, and not a row more.
    return { ...move(request, 'awaiting-approval'), rowsMax: request.rows };
  }
  return move(request, 'ready');
}

/** The request as it is at this moment: nothing has to run for it to expire. */
export function seenAt(request: ExportRequest, now: Date): ExportRequest {
  const isOpen = request.state === 'ready' || request.state === 'awaiting-approval';
  return isOpen && now >= request.expiresAt ? move(request, 'expired') : request;
}

/** @throws DomainError `access/same-person`; `export/other-side` */
function assertMayDecide(request: ExportRequest, { subject, side }: Decider): void {
  if (request.askedBy === subject) throw new DomainError('access/same-person');
  if (request.side !== side) throw new DomainError('export/other-side');
}

/** @throws DomainError `access/same-person`; `export/other-side`; `export/illegal-transition` */
export function approve(request: ExportRequest, decider: Decider): ExportRequest {
  assertMayDecide(request, decider);
  const { subject, now } = decider;
  const seen = seenAt(request, now);
  // The table also lets a small one become ready by itself; a person decides only what waits for one.
  if (seen.state === 'prepared') throw new DomainError('export/illegal-transition', { from: seen.state, to: 'ready' });
  const moved = move(seen, 'ready');
  return { ...moved, decidedBy: subject, decidedAt: now, expiresAt: hoursAfter(now, request.expiryHours) };
}

/** @throws DomainError `access/same-person`; `export/other-side`; `export/illegal-transition` */
export function refuse(request: ExportRequest, decider: Decider, reason: string): ExportRequest {
  assertMayDecide(request, decider);
  const { subject, now } = decider;
  const moved = move(seenAt(request, now), 'refused');
  return { ...moved, decidedBy: subject, decidedAt: now, refusalReason: reason };
}

/** @throws DomainError `export/asker-only` */
export function assertAsker(request: ExportRequest, subject: string): void {
  if (request.askedBy !== subject) throw new DomainError('export/asker-only');
}

/**
 * One more download.
 * @param rows that the file would have now
 * @throws DomainError `export/asker-only`, `export/expired`, `export/not-ready`, `export/downloads-used`, `export/grown`
 */
export function download(request: ExportRequest, subject: string, rows: number, now: Date): ExportRequest {
  assertAsker(request, subject);
  const seen = seenAt(request, now);
  if (seen.state === 'expired') throw new DomainError('export/expired');
  if (seen.state !== 'ready') throw new DomainError('export/not-ready', { state: seen.state });
  if (seen.downloads >= seen.downloadsMax) throw new DomainError('export/downloads-used', { limit: seen.downloadsMax });
  if (rows > seen.rowsMax) throw new DomainError('export/grown', { rows, limit: seen.rowsMax });
  return { ...seen, downloads: seen.downloads + 1 };
}
