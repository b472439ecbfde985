import { DomainError } from '@app/kernel';
import { hiddenOr, type Visibility } from '@app/platform';
import { LessThan, type EntityManager } from 'typeorm';
import { HandOverPackageEntity } from './hand-over.entity.js';
import type { AnswerCounts, HandOverPackage, PackageFile } from './hand-over-package.js';

const TABLE = 'hand_over_package';

export async function insertPackage(tx: EntityManager, drafted: HandOverPackage): Promise<void> {
  await tx.insert(HandOverPackageEntity, drafted);
}

/** @throws DomainError `hand-over/not-found` */
export async function getPackage(tx: EntityManager, id: string): Promise<HandOverPackage> {
  const found = await tx.findOneBy(HandOverPackageEntity, { id });
  if (!found) throw await hiddenOr(tx, TABLE, id, new DomainError('hand-over/not-found'));
  return found;
}

/** Locks the row, applies `decide` and saves what it gives: the only way to change a package. */
export async function changePackage(
  tx: EntityManager,
  id: string,
  decide: (found: HandOverPackage) => HandOverPackage | Promise<HandOverPackage>,
): Promise<HandOverPackage> {
  const found = await tx.findOne(HandOverPackageEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!found) throw await hiddenOr(tx, TABLE, id, new DomainError('hand-over/not-found'));
  const changed = await decide(found);
  await tx.save(HandOverPackageEntity, changed);
  return changed;
}

/** Newest first, one row more than `limit`. */
export function listPackages(
  tx: EntityManager,
  filter: Visibility,
  before: string | undefined,
  limit: number,
): Promise<HandOverPackage[]> {
  const where = { ...filter, ...(before ? { id: LessThan(before) } : {}) };
  return tx.find(HandOverPackageEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
}

/** Notes a file that was made of the package. */
export async function keepFile(tx: EntityManager, packageId: string, file: PackageFile): Promise<void> {
  await tx.query(
    `INSERT INTO hand_over_file (package_id, sha256, export_id, rows, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT ON CONSTRAINT hand_over_file_pk DO NOTHING`,
    [packageId, file.sha256, file.exportId, file.rows, file.madeBy, file.madeAt],
  );
}

export function filesOf(tx: EntityManager, packageId: string): Promise<PackageFile[]> {
  return tx.query<PackageFile[]>(
    `SELECT sha256, export_id AS "exportId", rows, made_by AS "madeBy", made_at AS "madeAt"
     FROM hand_over_file WHERE package_id = $1 ORDER BY made_at`,
    [packageId],
  );
}

export async function countAnswers(tx: EntityManager, packageId: string): Promise<AnswerCounts> {
  const [counts] = await tx.query<AnswerCounts[]>(
    `SELECT count(*) FILTER (WHERE answer = 'accepted')::int AS accepted,
       count(*) FILTER (WHERE answer = 'refused')::int AS refused,
       count(*) FILTER (WHERE answer IS NULL)::int AS unanswered
     FROM hand_over_line WHERE package_id = $1`,
    [packageId],
  );
  return counts ?? { accepted: 0, refused: 0, unanswered: 0 };
}
