import { chinaDate, type Clock } from '@app/kernel';
import { CLOCK, type Page } from '@app/platform';
import type { Occupation } from '@app/standards';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { keepBriefly } from '../certificate/keep-briefly.js';
import { cursorOf, keyOf, searchCatalogue } from './occupation.js';
import { countFiledBodies } from './occupation.repository.js';

const BODIES_KEPT_MS = 5_000;

export interface ListedOccupation {
  occupation: Occupation;
  filedBodies: number;
}

@Injectable()
export class OccupationService {
  private readonly filedBodies: () => Promise<Map<string, number>>;

  constructor(@Inject(DataSource) dataSource: DataSource, @Inject(CLOCK) clock: Clock) {
    this.filedBodies = keepBriefly(BODIES_KEPT_MS, () => countFiledBodies(dataSource.manager, chinaDate(clock.now())));
  }

  /** @throws DomainError `request/cursor` */
  async list(query: string, after: string | undefined, limit: number): Promise<Page<ListedOccupation>> {
    const found = searchCatalogue(query, after);
    const bodies = await this.filedBodies();
    const page = found.slice(0, limit);
    const items = page.map((occupation) => ({ occupation, filedBodies: bodies.get(keyOf(occupation)) ?? 0 }));
    const last = page.at(-1);
    return found.length > limit && last ? { items, next: cursorOf(last) } : { items };
  }
}
