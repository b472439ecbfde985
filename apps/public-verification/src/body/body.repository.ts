import { In, MoreThan, type EntityManager } from 'typeorm';
import type { FiledSite, ScopeLine } from './body.js';
import { FiledScopeLineEntity, FiledSiteEntity } from './body.entity.js';

/** Puts a filing's sites in place of those known of it before: the event carries the whole of the filing. */
export async function replaceFiling(
  tx: EntityManager,
  filingId: string,
  sites: readonly FiledSite[],
  recordedAt: Date,
): Promise<void> {
  await tx.delete(FiledSiteEntity, { filingId });
  await tx.insert(
    FiledSiteEntity,
    sites.map((site) => ({
      siteCode: site.siteCode,
      filingId: site.filingId,
      organisationId: site.organisationId,
      agencyName: site.agencyName,
      siteName: site.siteName,
      regionCode: site.regionCode,
      filedOn: site.filedOn,
      validUntil: site.validUntil,
      recordedAt,
    })),
  );
  await tx.insert(
    FiledScopeLineEntity,
    sites.flatMap(({ siteCode, filedOn, validUntil, scope }) =>
      scope.map((line) => ({ ...line, siteCode, filedOn, validUntil })),
    ),
  );
}

/** By site code, one row more than `limit` so that the caller knows whether another page follows. */
export async function listSites(tx: EntityManager, after: string, limit: number): Promise<FiledSite[]> {
  const sites = await tx.find(FiledSiteEntity, {
    where: { siteCode: MoreThan(after) },
    order: { siteCode: 'ASC' },
    take: limit + 1,
  });
  return withScope(tx, sites);
}

export async function findSite(tx: EntityManager, siteCode: string): Promise<FiledSite | undefined> {
  const [site] = await withScope(tx, await tx.findBy(FiledSiteEntity, { siteCode }));
  return site;
}

async function withScope(tx: EntityManager, sites: readonly Omit<FiledSite, 'scope'>[]): Promise<FiledSite[]> {
  const lines = await tx.find(FiledScopeLineEntity, {
    where: { siteCode: In(sites.map((site) => site.siteCode)) },
    order: { siteCode: 'ASC', occupationCode: 'ASC', specialty: 'ASC', levelDigit: 'DESC' },
  });
  const bySite = new Map(sites.map((site) => [site.siteCode, { ...site, scope: [] as ScopeLine[] }]));
  for (const line of lines) bySite.get(line.siteCode)?.scope.push(line);
  return [...bySite.values()];
}

/** More sites than a province files. */
const SITES_MAX = 20_000;

/** Whose numbers begin with which site code. */
export function listOwners(
  tx: EntityManager,
): Promise<Pick<FiledSite, 'organisationId' | 'agencyName' | 'siteCode'>[]> {
  return tx.find(FiledSiteEntity, {
    select: { organisationId: true, agencyName: true, siteCode: true },
    order: { siteCode: 'ASC' },
    take: SITES_MAX,
  });
}
