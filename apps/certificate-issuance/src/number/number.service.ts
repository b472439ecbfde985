import { chinaDate, DomainError, type Clock } from '@app/kernel';
import {
  assertMayRead,
  assertSupervises,
  CLOCK,
  CONFIG,
  hasRole,
  inTransaction,
  PROVINCE_JURISDICTION,
  readAs,
  visibleTo,
  type Principal,
} from '@app/platform';
import { parseCertificateNumber } from '@app/standards';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { IssuanceConfig } from '../issuance.config.js';
import { appendLog } from '../log/log.repository.js';
import { textOf } from '../workbook/cell.js';
import { readSheet } from '../workbook/sheet.workbook.js';
import { reachIssueDay } from './issue-day.repository.js';
import { checkNumbers, NUMBER_ROWS_MAX, withKnown, type KnownRule, type NumberRow } from './number-import.js';
import type { RefusedNumber } from './number-import.js';
import { allocateSerials } from './number-series.repository.js';
import { voidEntry, type VoidedNumber, type VoidReason, type VoidWish } from './number-void.js';
import { getSite, insertImported, insertVoids, knownNumbers, listSites, retireImported } from './number.repository.js';
import type { FiledSite } from './number.repository.js';
import { bringsNumbers, numbersOf, yearOf } from './numbering.js';
import { listSeries, type SeriesLine } from './series-report.repository.js';

export interface NumberImport {
  rows: number;
  kept: number;
  refused: RefusedNumber[];
}

/** Of this year when none is named. */
export interface SeriesWish {
  year?: number;
  siteCode?: string;
  after?: string;
  limit: number;
}

export interface SeriesPage {
  items: SeriesLine[];
  next?: string;
}

@Injectable()
export class NumberService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: IssuanceConfig,
  ) {}

  /** Good rows go in, bad rows come back. */
  async importRows(principal: Principal, rows: readonly NumberRow[]): Promise<NumberImport> {
    refuseStrangers(principal);
    if (rows.length > NUMBER_ROWS_MAX) throw new DomainError('workbook/too-many-rows', { limit: NUMBER_ROWS_MAX });
    const now = this.clock.now();
    const sites = await this.ministrySites(principal);
    const formats = this.config.NUMBER_FORMATS;
    const checked = checkNumbers(rows, { sites: new Set(sites.keys()), today: chinaDate(now), formats });
    return inTransaction(this.dataSource, principal, async (tx) => {
      const known = await knownNumbers(
        tx,
        checked.good.map(({ number }) => number.number),
      );
      const fresh = withKnown(checked, known);
      const kept = await insertImported(tx, fresh.good, sites, { subject: principal.subject, now });
      const raced = fresh.good.filter(({ number }) => !kept.has(number.number));
      const late = new Map<string, KnownRule>(raced.map(({ number }) => [number.number, 'already-imported']));
      return { rows: rows.length, kept: kept.size, refused: withKnown(fresh, late).refused };
    });
  }

  /** One column, 证书编号, with or without its name in the first row. */
  async importWorkbook(principal: Principal, bytes: Uint8Array): Promise<NumberImport> {
    refuseStrangers(principal);
    const rows = await readSheet(bytes, NUMBER_ROWS_MAX);
    const [first] = rows;
    const hasHeader = first?.cells.some((cell) => textOf(cell).includes('编号')) === true;
    const column = hasHeader ? (first?.cells.findIndex((cell) => textOf(cell).includes('编号')) ?? 0) : 0;
    const data = hasHeader ? rows.slice(1) : rows;
    if (data.length === 0) throw new DomainError('workbook/empty');
    return this.importRows(
      principal,
      data.map(({ row, cells }) => ({ row, text: textOf(cells[column]) })),
    );
  }

  /**
   * Takes numbers out of use, with the leaf that says so, in one commit. One officer is enough: a void gives nobody
   * anything, it is public at once and cannot be taken back, and a number that waited for a second person would meanwhile
   * be the gap that nobody can explain.
   */
  async voidNumbers(principal: Principal, wish: VoidWish): Promise<VoidedNumber[]> {
    assertSupervises(principal, PROVINCE_JURISDICTION);
    const now = this.clock.now();
    return inTransaction(this.dataSource, principal, async (tx) => {
      const { number, reason } = wish;
      const voids = number === undefined ? await this.nextSerials(tx, wish, now) : [await retire(tx, number, now)];
      const site = await getSite(tx, voids[0]?.siteCode ?? '');
      await insertVoids(tx, voids, site, { subject: principal.subject, now, reason, note: wish.note });
      await logVoids(tx, voids, reason, now);
      return voids;
    });
  }

  /** What became of every serial: for whoever does not want to believe it. */
  async series(principal: Principal, query: SeriesWish): Promise<SeriesPage> {
    const { siteCode, limit } = query;
    const year = query.year ?? yearOf(chinaDate(this.clock.now()));
    const after = afterOf(query.after);
    const wanted = { ...visibleTo(principal), year, limit, ...(siteCode ? { siteCode } : {}), ...after };
    const lines = await readAs(this.dataSource, principal, (tx) => listSeries(tx, wanted));
    const items = lines.slice(0, limit);
    const last = items.at(-1);
    if (lines.length <= limit || !last) return { items };
    return { items, next: Buffer.from(`${last.siteCode}/${last.level}`).toString('base64url') };
  }

  private async ministrySites(principal: Principal): Promise<Map<string, FiledSite>> {
    const { organisationId } = principal;
    const whose = hasRole(principal, 'province-officer') ? {} : { organisationId };
    const sites = await readAs(this.dataSource, principal, (tx) => listSites(tx, whose));
    const ofMinistry = sites.filter(({ siteCode }) => bringsNumbers(siteCode));
    if (ofMinistry.length === 0) throw new DomainError('number/no-site');
    return new Map(ofMinistry.map((site) => [site.siteCode, site]));
  }

  private async nextSerials(tx: EntityManager, wish: VoidWish, now: Date): Promise<VoidedNumber[]> {
    const { siteCode = '', level = '', count } = wish;
    const today = chinaDate(now);
    await getSite(tx, siteCode);
    if (bringsNumbers(siteCode)) throw new DomainError('number/brings-own', { siteCode });
    await reachIssueDay(this.dataSource, tx, today);
    const year = yearOf(today);
    const first = await allocateSerials(tx, { siteCode, year, level }, count);
    const numbers = numbersOf({ siteCode, levelDigit: level, issuedOn: today }, first, count);
    return numbers.map((number, index) => ({ number, siteCode, year, level, serial: first + index }));
  }
}

/** A body for itself, or the province for everyone. */
function refuseStrangers(principal: Principal): void {
  const { organisationId } = principal;
  assertMayRead(principal, { organisationId, jurisdiction: PROVINCE_JURISDICTION });
}

function retire(tx: EntityManager, text: string, now: Date): Promise<VoidedNumber> {
  const parsed = parseCertificateNumber(text);
  if (!parsed.ok) {
    const { rule, zh, en } = parsed;
    throw new DomainError('number/not-free', {}, [{ field: '/number', rule, zh, en }]);
  }
  return retireImported(tx, parsed.value.number, now);
}

async function logVoids(
  tx: EntityManager,
  voids: readonly VoidedNumber[],
  reason: VoidReason,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  await appendLog(
    tx,
    voids.map((voided) => voidEntry(voided, reason, at)),
  );
}

/** @throws DomainError `request/cursor` */
function afterOf(cursor: string | undefined): { after?: readonly [string, string] } {
  if (cursor === undefined) return {};
  const [, siteCode, level] =
    /^([A-Z]\d{12})\/([1-5A-Z])$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (!siteCode || !level) throw new DomainError('request/cursor');
  return { after: [siteCode, level] };
}
