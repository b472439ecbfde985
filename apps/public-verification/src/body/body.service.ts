import type { SnapshotSite } from '@app/credential';
import { DomainError } from '@app/kernel';
import type { Page } from '@app/platform';
import { parseSiteCode } from '@app/standards';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FiledSite } from './body.js';
import { findSite, listOwners, listSites, type SiteFilter } from './body.repository.js';

@Injectable()
export class BodyService {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** @throws DomainError `request/cursor` */
  async list(filter: SiteFilter, after: string | undefined, limit: number): Promise<Page<FiledSite>> {
    const sites = await listSites(this.dataSource.manager, filter, siteCodeOfCursor(after), limit);
    const items = sites.slice(0, limit);
    const last = items.at(-1);
    if (sites.length <= limit || !last) return { items };
    return { items, next: Buffer.from(last.siteCode).toString('base64url') };
  }

  /** Sites whose owner is known, for whoever checks a key against a number. */
  async owners(): Promise<SnapshotSite[]> {
    return (await listOwners(this.dataSource.manager)).filter(({ organisationId }) => organisationId !== '');
  }

  /** @throws DomainError `body/site-code` with the rule that failed; `body/not-found` */
  async get(input: string): Promise<FiledSite> {
    const parsed = parseSiteCode(input);
    if (!parsed.ok) {
      const { rule, zh, en } = parsed;
      throw new DomainError('body/site-code', {}, [{ field: '/siteCode', rule, zh, en }]);
    }
    const site = await findSite(this.dataSource.manager, parsed.value.code);
    if (!site) throw new DomainError('body/not-found');
    return site;
  }
}

/** Site codes, unlike ids, are the order of the directory; '' stands before the first. */
function siteCodeOfCursor(after: string | undefined): string {
  if (after === undefined) return '';
  const parsed = parseSiteCode(Buffer.from(after, 'base64url').toString('utf8'));
  if (!parsed.ok) throw new DomainError('request/cursor');
  return parsed.value.code;
}
