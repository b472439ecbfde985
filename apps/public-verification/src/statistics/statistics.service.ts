import { hash } from 'node:crypto';
import { countsDigest, publishCounts } from '@app/credential';
import { chinaDate, DomainError, type Clock } from '@app/kernel';
import { CLOCK, type Page } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { keepBriefly } from '../certificate/keep-briefly.js';
import { keepAppointment, type AppointmentFact } from './appointment.repository.js';
import type { StatisticsDayEntity } from './statistics.entity.js';
import {
  findDay,
  keepDay,
  lastDay,
  listCounts,
  listDays,
  sumIssued,
  takeUnpublished,
  totalsUntil,
  type CountFilter,
  type ListedCount,
} from './statistics.repository.js';
import {
  assertAllArrived,
  assertClosedFact,
  cursorOf,
  placeOf,
  publicStatistics,
  type ClosedFact,
  type Statistics,
} from './statistics.js';

const KEPT_MS = 5_000;
/** Before any certificate of the register. */
export const FIRST_DAY = '2019-01-01';

export type Wanted = Omit<CountFilter, 'from' | 'to'> & { from: string | null; to: string | null };

@Injectable()
export class StatisticsService {
  /** Counted at most once in five seconds. */
  readonly totals: () => Promise<Statistics>;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    const today = (): string => chinaDate(clock.now());
    this.totals = keepBriefly(KEPT_MS, async () =>
      publicStatistics(await sumIssued(dataSource.manager, FIRST_DAY, today())),
    );
  }

  /**
   * Publishes the counts of a day with the checkpoint that covers it.
   * @throws DomainError `statistics/not-arrived`: the event waits and comes again; `statistics/bad-event`
   */
  async applyDayClosed(tx: EntityManager, fact: ClosedFact, recordedAt: Date): Promise<void> {
    assertClosedFact(fact);
    assertAllArrived(fact, await totalsUntil(tx, fact.day));
    const carriedBefore = (await lastDay(tx))?.carried ?? [];
    const { counts, carried } = publishCounts(await takeUnpublished(tx, fact.day), carriedBefore);
    const { day, size, rootHash, checkpoint } = fact;
    const countsSha256 = countsDigest(day, counts, (bytes) => hash('sha256', bytes, 'buffer'));
    const closed = { day, logSize: size, rootHash, checkpoint, countsSha256, carried, closedAt: recordedAt };
    await keepDay(tx, closed, counts);
  }

  async applyAppointmentRecorded(tx: EntityManager, fact: AppointmentFact): Promise<void> {
    await keepAppointment(tx, fact);
  }

  /** @throws DomainError `request/cursor` */
  async daily({ from, to, ...wanted }: Wanted, after: string | undefined, limit: number): Promise<Page<ListedCount>> {
    const place = after === undefined ? null : placeOf(after);
    const filter = { ...wanted, from: from ?? FIRST_DAY, to: to ?? chinaDate(this.clock.now()) };
    const rows = await listCounts(this.dataSource.manager, filter, place, limit);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return rows.length > limit && last ? { items, next: cursorOf(last) } : { items };
  }

  /** Closed days, newest first. @throws DomainError `request/cursor` */
  async days(after: string | undefined, limit: number): Promise<Page<StatisticsDayEntity>> {
    const before = after === undefined ? null : placeOf(after).day;
    const rows = await listDays(this.dataSource.manager, before, limit);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return rows.length > limit && last ? { items, next: cursorOf({ day: last.day, position: 0 }) } : { items };
  }

  /** @throws DomainError `statistics/day-not-closed` */
  async day(day: string): Promise<StatisticsDayEntity> {
    const closed = await findDay(this.dataSource.manager, day);
    if (!closed) throw new DomainError('statistics/day-not-closed');
    return closed;
  }
}
