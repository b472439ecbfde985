import { In, type EntityManager } from 'typeorm';
import type { FiledSite, ScopeLine } from './body.js';
import { changedLines } from './scope-history.js';
import { FiledScopeLineEntity, FiledSiteEntity } from './body.entity.js';

/** Whom the directory is searched for; null stands for any. */
export interface SiteFilter {
  /** Part of the body's or the site's name. */
  query: string | null;
  regionCode: string | null;
  occupationCode: string | null;
  levelDigit: string | null;
}

/** Scope lines that go into one statement. */
const LINES_AT_ONCE = 500;

/**
 * Puts a filing's sites in place of those known of it before: the event carries the whole of the filing. Lines that it
 * has no more are kept for the days on which they were filed.
 * @param from first day on which it counts, where it changes what was known
 */
export async function replaceFiling(
  tx: EntityManager,
  filingId: string,
  sites: readonly FiledSite[],
  { from, recordedAt }: { from: string; recordedAt: Date },
): Promise<void> {
  const before = await tx.findBy(FiledSiteEntity, { filingId });
  const siteCodes = before.map(({ siteCode }) => siteCode);
  const known = await tx.findBy(FiledScopeLineEntity, { siteCode: In(siteCodes), isPast: false });
  const { ended, going, begun } = changedLines(known, sites, before.length > 0 ? from : '');
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
      publicPhone: site.publicPhone,
      publicAddress: site.publicAddress,
      recordedAt,
    })),
  );
  await tx.delete(FiledScopeLineEntity, { siteCode: In(siteCodes), isPast: false });
  const lines = [...ended, ...going, ...begun].filter(({ filedOn, validUntil }) => filedOn <= validUntil);
  for (let start = 0; start < lines.length; start += LINES_AT_ONCE) {
    await tx.insert(FiledScopeLineEntity, lines.slice(start, start + LINES_AT_ONCE));
  }
}

/** By site code, one row more than `limit` so that the caller knows whether another page follows. */
export async function listSites(
  tx: EntityManager,
  { query, regionCode, occupationCode, levelDigit }: SiteFilter,
  after: string,
  limit: number,
): Promise<FiledSite[]> {
  const sites = tx
    .createQueryBuilder(FiledSiteEntity, 'site')
    .where('site.siteCode > :after', { after })
    .orderBy('site.siteCode')
    .take(limit + 1);
  if (query)
    sites.andWhere('(site.agencyName ILIKE :like OR site.siteName ILIKE :like)', { like: `%${literal(query)}%` });
  if (regionCode) sites.andWhere('site.regionCode = :regionCode', { regionCode });
  if (occupationCode || levelDigit) {
    sites.andWhere(
      `EXISTS (SELECT 1 FROM filed_scope_line l WHERE l.site_code = site.site_code AND NOT l.is_past
         AND (:occupationCode::text IS NULL OR l.occupation_code = :occupationCode)
         AND (:levelDigit::text IS NULL OR l.level_digit = :levelDigit))`,
      { occupationCode, levelDigit },
    );
  }
  return withScope(tx, await sites.getMany());
}

/** As it stands: nothing in it is a pattern. */
const literal = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&');

export async function findSite(tx: EntityManager, siteCode: string): Promise<FiledSite | undefined> {
  const [site] = await withScope(tx, await tx.findBy(FiledSiteEntity, { siteCode }));
  return site;
}

async function withScope(tx: EntityManager, sites: readonly Omit<FiledSite, 'scope'>[]): Promise<FiledSite[]> {
  const lines = await tx.find(FiledScopeLineEntity, {
    where: { siteCode: In(sites.map((site) => site.siteCode)), isPast: false },
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
