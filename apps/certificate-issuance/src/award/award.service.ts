import { chinaDate, DomainError, newId, type Clock, type FieldFault } from '@app/kernel';
import {
  assertMayRead,
  assertOwn,
  CLOCK,
  cursorId,
  inTransaction,
  pageOf,
  PersonalDataVault,
  type Page,
  type PageQuery,
  type Principal,
  readAs,
  visibleTo,
} from '@app/platform';
import { findOccupation } from '@app/standards';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { maskHolder } from '../certificate/holder.js';
import { findFiledScope } from '../scope/scope.repository.js';
import type { AssessedSubject } from '../scope/scope.js';
import type { AwardRowEntity } from './award.entity.js';
import { readRow, type AwardClaim, type ReadRow } from './award-person.js';
import {
  changeAward,
  getAward,
  getNorm,
  getRow,
  insertAward,
  insertRows,
  listAwards,
  rowsOfAward,
} from './award.repository.js';
import {
  assertEditable,
  assertNormInForce,
  draftAward,
  submitAward,
  withdrawAward,
  type Award,
  type AwardContent,
} from './award.js';
import { personFaults, promotionYear } from './basis-rules.js';

export const AWARD_ROWS_MAX = 500;

/** A row that was not taken in: `index` is its place in the request. */
export interface RejectedRow {
  index: number;
  faults: FieldFault[];
}

export interface AwardWithRows {
  /** For the trail. */
  id: string;
  award: Award;
  rows: AwardRowEntity[];
}

export interface FiledRows extends AwardWithRows {
  rejected: RejectedRow[];
}

/** A row opened: what the officer compares with the papers. */
export interface OpenedRow {
  row: AwardRowEntity;
  person: { name: string; documentType: string; documentNumber: string };
  birthDate: string;
  claim: AwardClaim;
}

/** The body's side of an application, and looking at it. */
@Injectable()
export class AwardService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
  ) {}

  /**
   * Drafts an application with the rows that are right and gives the others back, each with its faults.
   * @throws DomainError `award/filing-not-arrived`; `award/content`; `award/no-good-row` with the faults of all rows
   */
  async draft(principal: Principal, content: AwardContent, inputs: readonly unknown[]): Promise<FiledRows> {
    assertOwn(principal, principal);
    const today = chinaDate(this.clock.now());
    return inTransaction(this.dataSource, principal, async (tx) => {
      const scope = await findFiledScope(tx, content.filingId);
      if (!scope) throw new DomainError('award/filing-not-arrived');
      const { basis, filingId, siteCode } = content;
      const named = await subjectOf(tx, content, today);
      const award = draftAward(
        newId(),
        principal.organisationId,
        { basis, filingId, siteCode, ...named },
        scope,
        today,
      );
      const filed = this.takeIn(award, inputs, [], today);
      await insertAward(tx, award);
      await insertRows(tx, filed.rows);
      return { id: award.id, award, ...filed };
    });
  }

  /**
   * Adds corrected rows to a draft.
   * @throws DomainError `award/not-editable`; `award/too-many-rows`; `award/no-good-row`
   */
  async addRows(principal: Principal, id: string, inputs: readonly unknown[]): Promise<FiledRows> {
    const today = chinaDate(this.clock.now());
    return inTransaction(this.dataSource, principal, async (tx) => {
      let rejected: RejectedRow[] = [];
      const award = await changeAward(tx, id, async (current) => {
        assertOwn(principal, current);
        assertEditable(current);
        const filed = this.takeIn(current, inputs, await rowsOfAward(tx, id), today);
        rejected = filed.rejected;
        await insertRows(tx, filed.rows);
        return current;
      });
      return { id, award, rows: await rowsOfAward(tx, id), rejected };
    });
  }

  async submit(principal: Principal, id: string): Promise<AwardWithRows> {
    return this.changeOwn(principal, id, (award) => submitAward(award, this.actor(principal)));
  }

  async withdraw(principal: Principal, id: string): Promise<AwardWithRows> {
    return this.changeOwn(principal, id, (award) => withdrawAward(award, this.actor(principal)));
  }

  async list(principal: Principal, query: PageQuery): Promise<Page<Award>> {
    return readAs(this.dataSource, principal, async (tx) =>
      pageOf(await listAwards(tx, visibleTo(principal), cursorId(query.after), query.limit), query.limit),
    );
  }

  async get(principal: Principal, id: string): Promise<AwardWithRows> {
    return readAs(this.dataSource, principal, async (tx) => {
      const award = await getAward(tx, id);
      assertMayRead(principal, award);
      return { id, award, rows: await rowsOfAward(tx, id) };
    });
  }

  /** One person with the papers that were named, in clear. */
  async getRow(principal: Principal, rowId: string): Promise<OpenedRow> {
    const row = await readAs(this.dataSource, principal, async (tx) => {
      const found = await getRow(tx, rowId);
      assertMayRead(principal, await getAward(tx, found.awardId));
      return found;
    });
    return { row, ...openRow(this.vault, row) };
  }

  private actor({ subject }: Principal): { subject: string; now: Date } {
    return { subject, now: this.clock.now() };
  }

  private changeOwn(principal: Principal, id: string, decide: (award: Award) => Award): Promise<AwardWithRows> {
    return inTransaction(this.dataSource, principal, async (tx) => {
      const award = await changeAward(tx, id, (current) => {
        assertOwn(principal, current);
        return decide(current);
      });
      return { id, award, rows: await rowsOfAward(tx, id) };
    });
  }

  /** Good rows become rows of the application; a person who is in it already is a bad row. */
  private takeIn(
    award: Award,
    inputs: readonly unknown[],
    known: readonly AwardRowEntity[],
    today: string,
  ): { rows: AwardRowEntity[]; rejected: RejectedRow[] } {
    if (known.length + inputs.length > AWARD_ROWS_MAX) {
      throw new DomainError('award/too-many-rows', { limit: AWARD_ROWS_MAX });
    }
    const seen = new Set(known.map((row) => row.documentIndex));
    const rows: AwardRowEntity[] = [];
    const rejected: RejectedRow[] = [];
    for (const [index, input] of inputs.entries()) {
      const read = readRow(input, today);
      const documentIndex = read.faults.length > 0 ? '' : this.vault.index('document', read.person.documentNumber);
      const faults = read.faults.length > 0 ? read.faults : personFaults(award.basis, award.subject, read, today);
      const all = seen.has(documentIndex) ? [...faults, TWICE] : faults;
      if (all.length > 0) {
        rejected.push({ index, faults: all.map((each) => ({ ...each, field: `/rows/${index}${each.field}` })) });
        continue;
      }
      seen.add(documentIndex);
      rows.push(this.rowOf(award, read, documentIndex, known.length + rows.length));
    }
    if (rows.length === 0) {
      const faults = rejected.flatMap((row) => row.faults);
      throw new DomainError('award/no-good-row', {}, faults);
    }
    return { rows, rejected };
  }

  private rowOf(award: Award, { person, claim }: ReadRow, documentIndex: string, position: number): AwardRowEntity {
    const { birthDate, ...holder } = person;
    return {
      id: newId(),
      awardId: award.id,
      position,
      personSealed: this.vault.seal('person', JSON.stringify(holder)),
      evidenceSealed: this.vault.seal('person', JSON.stringify({ birthDate, claim })),
      nameIndex: this.vault.index('name', holder.name),
      documentIndex,
      ...maskHolder(holder),
      promotionYear: promotionYear(award.basis, claim),
      state: 'listed',
      refusal: null,
      objectionGround: null,
      objectionReference: null,
      objectedBy: null,
      objectionDecidedBy: null,
      certificateId: null,
      certificateNumber: null,
    };
  }
}

const TWICE: FieldFault = {
  field: '/documentNumber',
  rule: 'duplicate',
  zh: '该人已在本申请中',
  en: 'the person is in this application already',
};

export function openRow(
  vault: PersonalDataVault,
  { personSealed, evidenceSealed }: Pick<AwardRowEntity, 'personSealed' | 'evidenceSealed'>,
): Omit<OpenedRow, 'row'> {
  const person = JSON.parse(vault.open('person', personSealed)) as OpenedRow['person'];
  const { birthDate, claim } = JSON.parse(vault.open('person', evidenceSealed)) as Pick<
    OpenedRow,
    'birthDate' | 'claim'
  >;
  return { person, birthDate, claim };
}

/** Names and editions come from the catalogue or the norm; a clerk types codes only. */
async function subjectOf(
  tx: EntityManager,
  { basis, occupationCode, specialty, levelDigit }: AwardContent,
  today: string,
): Promise<{ subject: AssessedSubject; skillNormId: string | null }> {
  if (basis === 'specific-skill') {
    const norm = await getNorm(tx, { code: occupationCode });
    assertNormInForce(norm, today);
    return {
      skillNormId: norm.id,
      subject: { occupationCode, occupationEdition: '', occupationName: norm.name, specialty: '', levelDigit },
    };
  }
  const found = findOccupation({ code: occupationCode });
  const { name: occupationName, edition: occupationEdition } = found.ok
    ? found.value.occupation
    : { name: '', edition: '' };
  return { skillNormId: null, subject: { occupationCode, occupationEdition, occupationName, specialty, levelDigit } };
}
