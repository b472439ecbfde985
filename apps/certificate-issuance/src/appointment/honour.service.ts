import { chinaDate, DomainError, newId, type Clock } from '@app/kernel';
import {
  assertOwn,
  CLOCK,
  cursorId,
  hasRole,
  inTransaction,
  pageOf,
  PersonalDataVault,
  type Page,
  type PageQuery,
  type Principal,
  PROVINCE_JURISDICTION,
  readAs,
  supervises,
  type Visibility,
  visibleTo,
} from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readRow } from '../award/award-person.js';
import { maskHolder } from '../certificate/holder.js';
import { HonourEntity } from './appointment.entity.js';
import { countChiefs, insertHonour, listOf } from './appointment.repository.js';
import { assertHonour, type ChiefTechnicianCounts, type HonourContent } from './honour.js';

/** 首席技师 that are honours; they never become appointments, and no count adds them together. */
@Injectable()
export class HonourService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
  ) {}

  /** @throws DomainError `honour/is-an-appointment`, `honour/other-giver`, `honour/content`, `honour/exists` */
  async record(principal: Principal, content: HonourContent, input: unknown): Promise<HonourEntity> {
    const giver = hasRole(principal, 'province-officer') ? 'province' : 'enterprise';
    if (giver === 'enterprise') assertOwn(principal, principal);
    else if (!supervises(principal, PROVINCE_JURISDICTION)) throw new DomainError('access/foreign-jurisdiction');
    const today = chinaDate(this.clock.now());
    const honour = assertHonour(content, giver, today);
    const { person, faults } = readRow(input, today);
    if (faults.length > 0) throw new DomainError('honour/content', {}, faults);
    const { birthDate: _birthDate, ...holder } = person;
    const entity: HonourEntity = {
      id: newId(),
      ...honour,
      organisationId: giver === 'enterprise' ? principal.organisationId : '',
      personSealed: this.vault.seal('person', JSON.stringify(holder)),
      nameIndex: this.vault.index('name', holder.name),
      documentIndex: this.vault.index('document', holder.documentNumber),
      ...maskHolder(holder),
      recordedBy: principal.subject,
    };
    return inTransaction(this.dataSource, principal, async (tx) => {
      await insertHonour(tx, entity);
      return entity;
    });
  }

  async list(principal: Principal, { after, limit }: PageQuery): Promise<Page<HonourEntity>> {
    return readAs(this.dataSource, principal, async (tx) =>
      pageOf(await listOf(tx, HonourEntity, this.visible(principal), cursorId(after), limit), limit),
    );
  }

  /** How many of each kind the asker may see; the ladder counts those who hold the post today. */
  async counts(principal: Principal): Promise<ChiefTechnicianCounts> {
    const today = chinaDate(this.clock.now());
    const rows = await readAs(this.dataSource, principal, (tx) => countChiefs(tx, this.visible(principal), today));
    const of = (kind: keyof ChiefTechnicianCounts): number => rows.find((row) => row.kind === kind)?.count ?? 0;
    return {
      'provincial-honour': of('provincial-honour'),
      'city-honour': of('city-honour'),
      'enterprise-scheme': of('enterprise-scheme'),
      ladder: of('ladder'),
    };
  }

  private visible(principal: Principal): Visibility {
    return visibleTo(principal);
  }
}
