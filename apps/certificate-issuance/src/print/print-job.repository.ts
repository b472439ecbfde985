import { DomainError } from '@app/kernel';
import { hiddenOr, type Visibility } from '@app/platform';
import { In, LessThan, type EntityManager } from 'typeorm';
import { PrintJobEntity, PrintPieceEntity } from './print-job.entity.js';
import type { PrintJob } from './print-job.js';

const TABLE = 'print_job';

export async function insertPrintJob(tx: EntityManager, job: PrintJob): Promise<void> {
  await tx.insert(PrintJobEntity, job);
}

/** @throws DomainError `print/not-found` */
export async function getPrintJob(tx: EntityManager, id: string): Promise<PrintJob> {
  const job = await tx.findOneBy(PrintJobEntity, { id });
  if (!job) throw await hiddenOr(tx, TABLE, id, new DomainError('print/not-found'));
  return job;
}

/** Locks the row, applies `decide` and saves what it gives: the only way to change a job. */
export async function changePrintJob(
  tx: EntityManager,
  id: string,
  decide: (job: PrintJob) => PrintJob | Promise<PrintJob>,
): Promise<PrintJob> {
  const job = await tx.findOne(PrintJobEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!job) throw await hiddenOr(tx, TABLE, id, new DomainError('print/not-found'));
  const changed = await decide(job);
  await tx.save(PrintJobEntity, changed);
  return changed;
}

/** Newest first, one row more than `limit`. */
export function listPrintJobs(
  tx: EntityManager,
  filter: Visibility,
  before: string | undefined,
  limit: number,
): Promise<PrintJob[]> {
  const where = { ...filter, ...(before ? { id: LessThan(before) } : {}) };
  return tx.find(PrintJobEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
}

/** Not done yet, oldest first. */
export function openPrintJobs(tx: EntityManager, filter: { organisationId?: string } = {}): Promise<PrintJob[]> {
  return tx.find(PrintJobEntity, { where: { ...filter, state: In(['queued', 'running']) }, order: { id: 'ASC' } });
}

/** Two askers of one organisation at once are counted one after the other. */
export async function lockPrintAsking(tx: EntityManager, organisationId: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`print ${organisationId}`]);
}

export async function keepPiece(tx: EntityManager, piece: PrintPieceEntity): Promise<void> {
  await tx.insert(PrintPieceEntity, piece);
}

export function getPiece(tx: EntityManager, jobId: string, piece: number): Promise<PrintPieceEntity | null> {
  return tx.findOneBy(PrintPieceEntity, { jobId, piece });
}

/** Of the whole file, in order. */
export async function piecesMap(tx: EntityManager, jobId: string): Promise<{ offsets: number[]; pages: number[] }> {
  const found = await tx.find(PrintPieceEntity, {
    select: { piece: true, offsets: true, pages: true },
    where: { jobId },
    order: { piece: 'ASC' },
  });
  return { offsets: found.flatMap(({ offsets }) => offsets.map(Number)), pages: found.flatMap(({ pages }) => pages) };
}

export async function dropPieces(tx: EntityManager, jobId: string): Promise<void> {
  await tx.delete(PrintPieceEntity, { jobId });
}

/** Jobs that have pieces and will never give them away again. */
export function spentPrintJobs(tx: EntityManager, now: Date): Promise<PrintJob[]> {
  return tx
    .createQueryBuilder(PrintJobEntity, 'j')
    .where(`(j.state IN ('cancelled', 'failed', 'expired') OR (j.state = 'ready' AND j.expires_at <= :now))`, { now })
    .andWhere('EXISTS (SELECT 1 FROM print_piece p WHERE p.job_id = j.id)')
    .orderBy('j.id')
    .getMany();
}
