import { chinaDate, type Clock } from '@app/kernel';
import { ANYONE, CLOCK, readAs, type Page } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { cursorOf, placeOf } from './announcement.js';
import { listAnnouncements, type Announcement, type AnnouncementFilter } from './announcement.repository.js';

export type Wanted = Omit<AnnouncementFilter, 'from'> & { from: string | null };

@Injectable()
export class AnnouncementService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** From today on unless another day is asked for. @throws DomainError `request/cursor` */
  async list(wanted: Wanted, after: string | undefined, limit: number): Promise<Page<Announcement>> {
    const place = after === undefined ? null : placeOf(after);
    const filter = { ...wanted, from: wanted.from ?? chinaDate(this.clock.now()) };
    const rows = await readAs(this.dataSource, ANYONE, (tx) => listAnnouncements(tx, filter, place, limit));
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return rows.length > limit && last ? { items, next: cursorOf(last) } : { items };
  }
}
