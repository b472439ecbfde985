import { chinaDate, DomainError, newId, type Clock } from '@app/kernel';
import {
  ANYONE,
  CLOCK,
  cursorId,
  inTransaction,
  pageOf,
  type Page,
  type PageQuery,
  type Principal,
  PROVINCE_JURISDICTION,
  readAs,
  supervises,
} from '@app/platform';
import { isRealDay } from '@app/standards';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AwardRowEntity, SkillNormEntity } from './award.entity.js';
import {
  countRows,
  getAward,
  insertNorm,
  listAwardsInPublicity,
  listNorms,
  publicRows,
  type RunningAward,
} from './award.repository.js';
import { assertPublic, type Award } from './award.js';

/** Rows that are shown while publicity runs. */
const PUBLIC_STATES = ['listed', 'objected'] as const;

export interface PublicAward {
  award: Award;
  page: Page<AwardRowEntity>;
}

export type NewNorm = Pick<SkillNormEntity, 'code' | 'name' | 'publishedOn' | 'validUntil' | 'documentNumber'>;

/** What everyone may read: persons of an application while its publicity runs, and the norms that the province published. */
@Injectable()
export class AwardPublicityService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The lists that are public today, without their persons. @throws DomainError `request/cursor` */
  async running({ after, limit }: PageQuery): Promise<Page<RunningAward>> {
    const today = chinaDate(this.clock.now());
    const before = cursorId(after);
    return readAs(this.dataSource, ANYONE, async (tx) => {
      const page = pageOf(await listAwardsInPublicity(tx, today, before, limit), limit);
      const persons = await countRows(tx, page.items, PUBLIC_STATES);
      return { ...page, items: page.items.map((award) => ({ award, persons: persons.get(award.id) ?? 0 })) };
    });
  }

  /** @throws DomainError `award/not-public` whenever publicity does not run, also for an application that is not there */
  async list(id: string, query: PageQuery): Promise<PublicAward> {
    return readAs(this.dataSource, ANYONE, async (tx) => {
      const award = await getAward(tx, id).catch((error: unknown) => {
        throw error instanceof DomainError ? new DomainError('award/not-public') : error;
      });
      assertPublic(award, this.clock.now());
      const rows = await publicRows(tx, id, PUBLIC_STATES, cursorId(query.after), query.limit);
      return { award, page: pageOf(rows, query.limit) };
    });
  }

  /** @throws DomainError `award/norm-days`; `award/norm-exists` */
  async publishNorm(principal: Principal, norm: NewNorm): Promise<SkillNormEntity> {
    if (!supervises(principal, PROVINCE_JURISDICTION)) throw new DomainError('access/foreign-jurisdiction');
    const today = chinaDate(this.clock.now());
    const { publishedOn, validUntil } = norm;
    const inOrder = validUntil === null || (isRealDay(validUntil) && validUntil >= publishedOn);
    if (!isRealDay(publishedOn) || publishedOn > today || !inOrder) throw new DomainError('award/norm-days');
    return inTransaction(this.dataSource, principal, async (tx) => {
      const kept = { id: newId(), ...norm, publishedBy: principal.subject };
      await insertNorm(tx, kept);
      return kept;
    });
  }

  async norms(principal: Principal, query: PageQuery): Promise<Page<SkillNormEntity>> {
    return readAs(this.dataSource, principal, async (tx) =>
      pageOf(await listNorms(tx, cursorId(query.after), query.limit), query.limit),
    );
  }
}
