import { AwardDecidedSchema } from '@app/contracts';
import type { AwardApprovedEntry } from '@app/credential';
import { chinaDate, DomainError, type Clock } from '@app/kernel';
import { appendEvents, event } from '@app/messaging';
import { assertSupervises, CLOCK, inTransaction, PersonalDataVault, type Principal } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { findHolders } from '../certificate/holding.repository.js';
import { findFiledScope } from '../scope/scope.repository.js';
import { appendLog } from '../log/log.repository.js';
import type { AwardRowEntity } from './award.entity.js';
import { changeAward, getNorm, getRow, keepOutcomes, rowsOfAward, saveRow } from './award.repository.js';
import { decideObjection, objectTo, refuseRow, REFUSALS, type Objection } from './award-row.js';
import { openRow, type AwardWithRows } from './award.service.js';
import {
  acceptAward,
  approveAward,
  assertNormInForce,
  closePublicity,
  publishAward,
  refuseAward,
  type Actor,
  type Award,
} from './award.js';
import { figuresOn, personFaults } from './basis-rules.js';

/** The authority's side: 受理, 批准 by a second officer, 公示, 异议. */
@Injectable()
export class AwardDecidingService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
  ) {}

  async accept(principal: Principal, id: string): Promise<AwardWithRows> {
    return this.changeSupervised(principal, id, (award, actor) => acceptAward(award, actor));
  }

  /**
   * Looks once more at scope, norm and every person as they are on the day of decision; a row that no longer holds is
   * refused with its rule, the others go on.
   * @throws DomainError `access/same-person`; `award/content`; `award/no-row-left`
   */
  async approve(principal: Principal, id: string): Promise<AwardWithRows> {
    return this.changeSupervised(principal, id, async (award, actor, tx) => {
      const scope = await findFiledScope(tx, award.filingId);
      if (!scope) throw new DomainError('award/filing-not-arrived');
      const today = chinaDate(actor.now);
      if (award.skillNormId) assertNormInForce(await getNorm(tx, { id: award.skillNormId }), today);
      const rows = await this.checkRows(tx, award, today);
      const left = rows.filter((row) => row.state === 'listed').length;
      const approved = approveAward(award, scope, left, actor);
      await tellDecided(tx, approved, rows, 'approved', actor);
      return approved;
    });
  }

  async refuse(principal: Principal, id: string, reason: string): Promise<AwardWithRows> {
    return this.changeSupervised(principal, id, async (award, actor, tx) => {
      const refused = refuseAward(award, reason, actor);
      await tellDecided(tx, refused, await rowsOfAward(tx, id), 'refused', actor);
      return refused;
    });
  }

  /** 公示 in working days, as configured for the day. */
  async publish(principal: Principal, id: string): Promise<AwardWithRows> {
    return this.changeSupervised(principal, id, (award, actor) =>
      publishAward(award, figuresOn(chinaDate(actor.now)).publicityWorkingDays, actor),
    );
  }

  /** @throws DomainError `award/publicity-running` with the last day */
  async close(principal: Principal, id: string): Promise<AwardWithRows> {
    return this.changeSupervised(principal, id, async (award, actor, tx) => {
      const closed = closePublicity(award, actor);
      const listed = (await rowsOfAward(tx, id)).filter((row) => row.state !== 'refused');
      await appendLog(tx, [approvedEntry(closed, listed, actor.now)]);
      return closed;
    });
  }

  /** 异议: stops one row, while publicity runs and until it is issued. */
  async object(principal: Principal, rowId: string, objection: Objection): Promise<AwardWithRows> {
    return this.changeRow(principal, rowId, (row) => objectTo(row, objection, principal.subject));
  }

  /** @throws DomainError `access/same-person` for the one who recorded it */
  async decideObjection(principal: Principal, rowId: string, decision: 'upheld' | 'dismissed'): Promise<AwardWithRows> {
    return this.changeRow(principal, rowId, (row) => decideObjection(row, decision, principal.subject));
  }

  private async checkRows(tx: EntityManager, award: Award, today: string): Promise<AwardRowEntity[]> {
    const listed = await rowsOfAward(tx, award.id);
    const documents = listed.map((row) => row.documentIndex);
    const holders = award.subject.levelDigit ? await findHolders(tx, award.subject, documents) : new Set<string>();
    const rows = listed.map((row) => {
      if (holders.has(row.documentIndex)) return refuseRow(row, REFUSALS['already-held']);
      const { person, birthDate, claim } = openRow(this.vault, row);
      const [fault] = personFaults(award.basis, award.subject, { person: { ...person, birthDate }, claim }, today);
      return fault ? refuseRow(row, { rule: fault.rule, zh: fault.zh, en: fault.en }) : row;
    });
    await keepOutcomes(tx, rows);
    return rows;
  }

  private changeSupervised(
    principal: Principal,
    id: string,
    decide: (award: Award, actor: Actor, tx: EntityManager) => Award | Promise<Award>,
  ): Promise<AwardWithRows> {
    return inTransaction(this.dataSource, principal, async (tx) => {
      const award = await changeAward(tx, id, (current) => {
        assertSupervises(principal, current.jurisdiction);
        return decide(current, { subject: principal.subject, now: this.clock.now() }, tx);
      });
      return { id, award, rows: await rowsOfAward(tx, id) };
    });
  }

  /** Changes one row under the lock of its application. */
  private changeRow(
    principal: Principal,
    rowId: string,
    decide: (row: AwardRowEntity) => AwardRowEntity,
  ): Promise<AwardWithRows> {
    return inTransaction(this.dataSource, principal, async (tx) => {
      const { awardId } = await getRow(tx, rowId);
      const award = await changeAward(tx, awardId, async (current) => {
        assertSupervises(principal, current.jurisdiction);
        if (current.state !== 'in-publicity' && current.state !== 'ready') {
          throw new DomainError('award/not-open-to-objection', { state: current.state });
        }
        await saveRow(tx, decide(await getRow(tx, rowId)));
        return current;
      });
      return { id: awardId, award, rows: await rowsOfAward(tx, awardId) };
    });
  }
}

/** Tells of a decision; counts only, no reader needs the persons. */
export async function tellDecided(
  tx: EntityManager,
  award: Award,
  rows: readonly AwardRowEntity[],
  decision: 'approved' | 'refused' | 'issued',
  actor: Actor,
): Promise<void> {
  const count = (state: AwardRowEntity['state']): number => rows.filter((row) => row.state === state).length;
  const { id: awardId, basis, organisationId, jurisdiction, filingId, siteCode, subject } = award;
  const told = { awardId, basis, organisationId, jurisdiction, filingId, siteCode, subject, decision };
  await appendEvents(tx, [
    event(AwardDecidedSchema, awardId, {
      ...told,
      decidedAt: actor.now.toISOString(),
      rows: rows.length,
      issued: count('issued'),
      kept: count('kept'),
      refused: count('refused'),
    }),
  ]);
}

/** The log has it before any certificate that rests on it. */
function approvedEntry(award: Award, rows: readonly AwardRowEntity[], now: Date): AwardApprovedEntry {
  const { subject, publicityFrom, publicityUntil } = award;
  return {
    type: 'award-approved',
    award: award.id,
    basis: award.basis,
    filing: award.filingId,
    site: award.siteCode,
    subject: [subject.occupationCode, subject.occupationEdition, subject.specialty, subject.levelDigit],
    publicityFrom: publicityFrom ?? '',
    publicityUntil: publicityUntil ?? '',
    candidates: rows.map(({ id }) => id),
    at: now.toISOString(),
  };
}
