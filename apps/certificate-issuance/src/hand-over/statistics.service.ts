import { chinaDate, DomainError, type Clock } from '@app/kernel';
import { CLOCK, readAs, visibleTo, type Principal } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { writeSheet } from '../workbook/sheet.workbook.js';
import {
  ISSUE_LIST_WIDTHS,
  issueListOf,
  issueListRows,
  type IssuedLine,
  type IssueList,
  type Period,
} from './issue-list.js';
import { countIssued } from './statistics.repository.js';

/** This year up to today when no day is named. */
export interface PeriodWish extends Partial<Period> {
  /** Only this body. */
  organisationId?: string;
}

export interface Statistics extends Period {
  lines: IssuedLine[];
}

const SHEET = '上报汇总';

@Injectable()
export class StatisticsService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Body × occupation × level, and month. */
  async statistics(principal: Principal, query: PeriodWish, months: boolean): Promise<Statistics> {
    const today = chinaDate(this.clock.now());
    const { from = `${today.slice(0, 4)}-01-01`, until = today, organisationId } = query;
    if (from > until) throw new DomainError('hand-over/bad-period', { today });
    const body = organisationId === undefined ? {} : { body: organisationId };
    const wanted = { ...visibleTo(principal), ...body, from, until, months };
    return { from, until, lines: await readAs(this.dataSource, principal, (tx) => countIssued(tx, wanted)) };
  }

  /** 表5, as it is signed. */
  async issueList(principal: Principal, query: PeriodWish): Promise<IssueList> {
    const { lines, ...period } = await this.statistics(principal, query, false);
    return issueListOf(period, lines);
  }

  async issueListWorkbook(principal: Principal, query: PeriodWish): Promise<{ name: string; bytes: Buffer }> {
    const list = await this.issueList(principal, query);
    const bytes = await writeSheet(SHEET, issueListRows(list), [...ISSUE_LIST_WIDTHS]);
    return { name: `issue-list-${list.from}-${list.until}.xlsx`, bytes };
  }
}
