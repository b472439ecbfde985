import { chinaDate, DomainError, type Clock } from '@app/kernel';
import { ANYONE, CLOCK, cursorId, pageOf, PersonalDataVault, readAs, type Page, type PageQuery } from '@app/platform';
import { maskName, maskResidentId } from '@app/standards';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Person } from '../candidate/candidate.js';
import type { Plan } from '../plan/plan.js';
import { getPlan } from '../plan/plan.repository.js';
import { assertPublic } from './report.js';
import { listPassed, listRunning, type RunningPublicity } from './report.repository.js';

export interface PublicList {
  plan: Plan;
  people: { nameMasked: string; documentMasked: string }[];
  next?: string;
}

@Injectable()
export class PublicityService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The lists that are public today, without their persons. @throws DomainError `request/cursor` */
  async running({ after, limit }: PageQuery): Promise<Page<RunningPublicity>> {
    const today = chinaDate(this.clock.now());
    const before = cursorId(after);
    return readAs(this.dataSource, ANYONE, async (tx) => pageOf(await listRunning(tx, today, before, limit), limit));
  }

  /** Passed persons only, masked (domain.md §5.6), while publicity runs. */
  async list(planId: string, after: string | undefined, limit: number): Promise<PublicList> {
    const [plan, rows] = await readAs(this.dataSource, ANYONE, async (tx) => {
      const found = await getPlan(tx, planId).catch((error: unknown) => {
        throw error instanceof DomainError ? new DomainError('publicity/not-found') : error;
      });
      assertPublic(found, this.clock.now());
      return [found, await listPassed(tx, planId, after ?? '', limit + 1)] as const;
    });
    const shown = rows.slice(0, limit);
    const people = shown.map((row) => {
      const person = JSON.parse(this.vault.open('person', row.personSealed)) as Person;
      return { nameMasked: maskName(person.name), documentMasked: maskResidentId(person.documentNumber) };
    });
    const last = shown.at(-1);
    return rows.length > limit && last ? { plan, people, next: last.admissionNumber } : { plan, people };
  }
}
