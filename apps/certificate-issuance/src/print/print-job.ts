import { assertTransition, DomainError, type Transitions } from '@app/kernel';

export const PRINT_STATES = ['queued', 'running', 'ready', 'cancelled', 'failed', 'expired'] as const;
export type PrintState = (typeof PRINT_STATES)[number];

export const TRANSITIONS: Transitions<PrintState> = {
  queued: ['running', 'cancelled'],
  running: ['ready', 'cancelled', 'failed'],
  ready: ['expired'],
  cancelled: [],
  failed: [],
  expired: [],
};

export const PRINT_LIMITS = {
  /** As many as a roll may have. */
  certificates: 10_000,
  /** Of one organisation, queued and running. */
  open: 3,
  /** From being ready to its last download: a print file names everyone in full. */
  hours: 24,
} as const;

/** One print file of all certificates of a roll, on its way. */
export interface PrintJob {
  id: string;
  rollId: string;
  organisationId: string;
  jurisdiction: string;
  askedBy: string;
  askedAt: Date;
  state: PrintState;
  /** Certificates of the roll when it was asked for. */
  total: number;
  /** Certificates whose pages are kept. */
  done: number;
  /** The last of them: where to go on. */
  lastCertificateId: string | null;
  /** Pieces that are kept; the first is what a file begins with. */
  pieces: number;
  /** Objects and bytes of the pieces. */
  objects: number;
  bytes: number;
  /** Which process makes it, and until when it is believed to live. */
  worker: string | null;
  leaseUntil: Date | null;
  /** Code of the problem that ended it. */
  failure: string | null;
  expiresAt: Date | null;
}

export interface PrintWish {
  rollId: string;
  organisationId: string;
  jurisdiction: string;
  askedBy: string;
}

/** What one piece adds. */
export interface PieceAdded {
  objects: number;
  bytes: number;
  certificates: number;
  lastCertificateId: string | null;
}

const HOUR_MS = 3_600_000;
const LEASE_MS = 60_000;

function move(job: PrintJob, to: PrintState): PrintJob {
  assertTransition('print', TRANSITIONS, job.state, to);
  return { ...job, state: to };
}

/**
 * @param total certificates of the roll; @param open jobs of the organisation that are not done
 * @throws DomainError `print/empty`, `print/too-many-certificates`, `print/too-many-jobs`
 */
export function queue(id: string, wish: PrintWish, total: number, open: number, now: Date): PrintJob {
  if (total === 0) throw new DomainError('print/empty');
  if (total > PRINT_LIMITS.certificates) {
    throw new DomainError('print/too-many-certificates', { total, limit: PRINT_LIMITS.certificates });
  }
  if (open >= PRINT_LIMITS.open) throw new DomainError('print/too-many-jobs', { limit: PRINT_LIMITS.open });
  return {
    ...wish,
    id,
    askedAt: now,
    state: 'queued',
    total,
    ...NOTHING,
    worker: null,
    leaseUntil: null,
    failure: null,
    expiresAt: null,
  };
}

const NOTHING = { done: 0, lastCertificateId: null, pieces: 0, objects: 0, bytes: 0 } as const;

/** Waiting, or left behind by a process that died. */
export const isFree = ({ state, leaseUntil }: PrintJob, now: Date): boolean =>
  state === 'queued' || (state === 'running' && (leaseUntil === null || leaseUntil <= now));

export function take(job: PrintJob, worker: string, now: Date): PrintJob {
  const moved = job.state === 'running' ? job : move(job, 'running');
  return { ...moved, worker, leaseUntil: new Date(now.getTime() + LEASE_MS) };
}

/** Of a process that ends in order: another may go on at once. */
export const release = (job: PrintJob): PrintJob => ({ ...job, worker: null, leaseUntil: null });

/** Whether this process still has it: it may have been cancelled, or taken by another that thought this one dead. */
export const isMine = ({ state, worker }: PrintJob, by: string): boolean => state === 'running' && worker === by;

export function add(job: PrintJob, piece: PieceAdded, now: Date): PrintJob {
  return {
    ...job,
    leaseUntil: new Date(now.getTime() + LEASE_MS),
    done: job.done + piece.certificates,
    lastCertificateId: piece.lastCertificateId ?? job.lastCertificateId,
    pieces: job.pieces + 1,
    objects: job.objects + piece.objects,
    bytes: job.bytes + piece.bytes,
  };
}

/** From the beginning: what is kept was made by another version of the pages, and does not fit. */
export const restart = (job: PrintJob): PrintJob => ({ ...job, ...NOTHING });

export function finish(job: PrintJob, piece: PieceAdded, now: Date): PrintJob {
  const expiresAt = new Date(now.getTime() + PRINT_LIMITS.hours * HOUR_MS);
  return { ...release(move(add(job, piece, now), 'ready')), expiresAt };
}

export const fail = (job: PrintJob, failure: string): PrintJob => ({ ...release(move(job, 'failed')), failure });

/** @throws DomainError `print/illegal-transition` when it is done already */
export const cancel = (job: PrintJob): PrintJob => release(move(job, 'cancelled'));

/** The job as it is at this moment: nothing has to run for its file to be out of reach. */
export const seenAt = (job: PrintJob, now: Date): PrintJob =>
  job.state === 'ready' && job.expiresAt !== null && now >= job.expiresAt ? move(job, 'expired') : job;

/** @throws DomainError `print/expired`, `print/not-ready` */
export function assertReady(job: PrintJob, now: Date): void {
  const { state } = seenAt(job, now);
  if (state === 'expired') throw new DomainError('print/expired');
  if (state !== 'ready') throw new DomainError('print/not-ready', { state });
}
