import { DomainError } from '@app/kernel';
import type { LevelDigit } from '@app/standards';
import { In, type EntityManager } from 'typeorm';
import type { FiledScope, FiledSite, ScopeLine } from './scope.js';
import { FiledSiteEntity, ScopeLineEntity } from './scope.entity.js';

/** The newest word on a filing replaces everything known of it; a site it no longer names keeps no scope. */
export async function replaceFiling(
  tx: EntityManager,
  filingId: string,
  sites: readonly FiledSite[],
  lines: readonly ScopeLine[],
): Promise<void> {
  const known = await tx.findBy(FiledSiteEntity, { filingId });
  await tx.delete(ScopeLineEntity, { siteCode: In(known.map((site) => site.siteCode)) });
  await tx.save(FiledSiteEntity, [...sites]);
  await tx.insert(ScopeLineEntity, [...lines]);
}

/** @throws DomainError `plan/not-in-scope` when the organisation has no such site or the site no such line */
export async function findScope(
  tx: EntityManager,
  organisationId: string,
  wanted: { siteCode: string; occupationCode: string; specialty: string; levelDigit: LevelDigit },
): Promise<FiledScope> {
  const { siteCode, occupationCode, specialty, levelDigit } = wanted;
  const site = await tx.findOneBy(FiledSiteEntity, { siteCode, organisationId });
  const line = site && (await tx.findOneBy(ScopeLineEntity, { siteCode, occupationCode, specialty, levelDigit }));
  if (!site || !line) throw new DomainError('plan/not-in-scope');
  return { site, line };
}
