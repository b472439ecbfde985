import { DomainError } from '@app/kernel';
import { formatSiteCode } from '@app/standards';
import { hiddenOr, type Visibility } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { Filing } from './filing.js';
import { FilingEntity, SiteEntity } from './filing.entity.js';

/** @throws DomainError `filing/exists` when the body has an open or filed filing */
export async function insertFiling(tx: EntityManager, filing: Filing): Promise<void> {
  const inserted = await tx
    .createQueryBuilder()
    .insert()
    .into(FilingEntity)
    .values(filing)
    .orIgnore()
    .returning('id')
    .execute();
  if ((inserted.raw as unknown[]).length === 0) throw new DomainError('filing/exists');
}

/** @throws DomainError `filing/not-found` */
export async function getFiling(tx: EntityManager, id: string): Promise<Filing> {
  const filing = await tx.findOneBy(FilingEntity, { id });
  if (!filing) throw await hiddenOr(tx, 'filing', id, new DomainError('filing/not-found'));
  return filing;
}

/** Locks the row, applies `decide` and saves what it gives: the only way to change a filing. */
export async function changeFiling(tx: EntityManager, id: string, decide: (filing: Filing) => Filing): Promise<Filing> {
  const filing = await tx.findOne(FilingEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!filing) throw await hiddenOr(tx, 'filing', id, new DomainError('filing/not-found'));
  const changed = decide(filing);
  await tx.save(FilingEntity, changed);
  return changed;
}

/** Newest first, one row more than `limit` so that the caller knows whether another page follows. */
export async function listFilings(
  tx: EntityManager,
  owner: Visibility,
  before: string | undefined,
  limit: number,
): Promise<Filing[]> {
  const { organisationId, jurisdiction } = owner;
  const filings = tx
    .createQueryBuilder(FilingEntity, 'filing')
    .orderBy('filing.id', 'DESC')
    .take(limit + 1);
  if (organisationId !== undefined) filings.andWhere('filing.organisationId = :organisationId', { organisationId });
  if (jurisdiction !== undefined) filings.andWhere('filing.supervised_in @> ARRAY[:jurisdiction]', { jurisdiction });
  if (before) filings.andWhere('filing.id < :before', { before });
  return filings.getMany();
}

/** Gives every site of a filing the next 6-digit sequence of its kind; the counter row is locked until the commit. */
export async function allocateSiteCodes(
  tx: EntityManager,
  filingId: string,
  kind: 'Y' | 'S',
  siteIds: readonly string[],
): Promise<Map<string, string>> {
  const [counter] = await tx.query<{ last: number }[]>(
    `INSERT INTO site_counter (kind_letter, last) VALUES ($1, $2)
     ON CONFLICT ON CONSTRAINT site_counter_pk DO UPDATE SET last = site_counter.last + excluded.last RETURNING last`,
    [kind, siteIds.length],
  );
  const first = (counter?.last ?? siteIds.length) - siteIds.length + 1;
  const codes = new Map<string, string>();
  for (const [index, siteId] of siteIds.entries()) {
    const siteSequence = String(first + index).padStart(6, '0');
    const siteCode = formatSiteCode({ kind, ministryCode: '0000', province: '23', siteSequence });
    codes.set(siteId, siteCode);
    await tx.insert(SiteEntity, { siteCode, filingId, siteId });
  }
  return codes;
}

export async function siteCodesOf(tx: EntityManager, filingId: string): Promise<Map<string, string>> {
  const sites = await tx.findBy(SiteEntity, { filingId });
  return new Map(sites.map((site) => [site.siteId, site.siteCode]));
}
