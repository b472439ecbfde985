import type { ResultRollReported } from '@app/contracts';
import type { RollReportedEntry } from '@app/credential';
import { chinaDate, type Clock } from '@app/kernel';
import {
  assertMayRead,
  CLOCK,
  cursorId,
  pageOf,
  PersonalDataVault,
  type Page,
  type PageQuery,
  type Principal,
  readAs,
  visibleTo,
} from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { findHolders } from '../certificate/holding.repository.js';
import { isNameUsable, maskHolder, readHolder, type Holder } from '../certificate/holder.js';
import { appendLog } from '../log/log.repository.js';
import { requireFields } from '../event-fields.js';
import { subjectFrom } from '../event-subject.js';
import { findApprovedPlan, findFiledScope } from '../scope/scope.repository.js';
import { auditRoll, type Audit } from './audit.js';
import type { ResultRow, ResultRowEntity } from './result-roll.entity.js';
import {
  changeRoll,
  countRows,
  getRoll,
  insertRows,
  issuedRowsOfRoll,
  listRolls,
  openRollOnce,
  rowsOfRoll,
  type RowCounts,
} from './result-roll.repository.js';
import { openRoll, receivePart, type ResultRoll, type RollHeader } from './result-roll.js';

export interface RollWithCounts extends ResultRoll {
  counts: RowCounts;
}

/** A roll, its rows and what the audit says of them now; null once it is issued, for then the rows say it. */
export interface AuditedRoll {
  roll: ResultRoll;
  rows: ResultRow[];
  audit: Audit | null;
}

const NO_ROWS: RowCounts = { rows: 0, issued: 0, refused: 0 };

@Injectable()
export class ResultRollService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
  ) {}

  /** One part of a roll; parts come in any order, and a part that comes again changes nothing. */
  async applyResultRollReported(tx: EntityManager, data: ResultRollReported): Promise<void> {
    const header = headerOf(data);
    await openRollOnce(tx, openRoll(header));
    let isNew = false;
    await changeRoll(tx, header.id, (roll) => {
      const changed = receivePart(roll, header, data.part, data.rows.length);
      isNew = changed.partsReceived.length > roll.partsReceived.length;
      return changed;
    });
    if (!isNew) return;
    await insertRows(tx, data.rollId, this.rowsOf(data));
    await appendLog(tx, [partEntry(data, this.clock.now().toISOString())]);
  }

  async list(principal: Principal, query: PageQuery): Promise<Page<RollWithCounts>> {
    return readAs(this.dataSource, principal, async (tx) => {
      const rolls = await listRolls(tx, visibleTo(principal), cursorId(query.after), query.limit);
      const page = pageOf(rolls, query.limit);
      const counts = await countRows(
        tx,
        page.items.map((roll) => roll.id),
      );
      return { ...page, items: page.items.map((roll) => ({ ...roll, counts: counts.get(roll.id) ?? NO_ROWS })) };
    });
  }

  /** The dry run: what issuing would do now. */
  async get(principal: Principal, id: string): Promise<AuditedRoll> {
    return readAs(this.dataSource, principal, async (tx) => {
      const roll = await getRoll(tx, id);
      assertMayRead(principal, roll);
      if (roll.state === 'issued') return { roll, rows: await issuedRowsOfRoll(tx, id), audit: null };
      const rows = await rowsOfRoll(tx, id);
      const scope = await findFiledScope(tx, roll.filingId);
      const plan = await findApprovedPlan(tx, roll.planId);
      const documents = rows.map((row) => row.documentIndex);
      const holders = await findHolders(tx, roll.subject, documents);
      const today = chinaDate(this.clock.now());
      return { roll, rows, audit: auditRoll({ roll, scope, plan, rows, holders, today }) };
    });
  }

  /** Most persons come as they are kept: those are not sealed anew. */
  private sealed(holder: Holder, person: string, personSealed: string): string {
    const text = JSON.stringify(holder);
    return text === person && this.vault.isCurrent(personSealed) ? personSealed : this.vault.seal('person', text);
  }

  private rowsOf(data: ResultRollReported): ResultRowEntity[] {
    return data.rows.map((row, position) => {
      requireFields(row, 'candidateId', 'personSealed');
      // A value sealed with another key throws: the event waits with the dead letters until the key is right.
      const person = this.vault.open('person', row.personSealed);
      const holder = readHolder(person);
      return {
        rollId: data.rollId,
        part: data.part,
        position,
        candidateId: row.candidateId,
        admissionNumber: row.admissionNumber,
        holderSealed: holder ? this.sealed(holder, person, row.personSealed) : row.personSealed,
        nameIndex: holder && isNameUsable(person) ? this.vault.index('name', holder.name) : '',
        documentIndex: holder ? this.vault.index('document', holder.documentNumber) : '',
        ...(holder ? maskHolder(holder) : { nameMasked: '', documentMasked: '' }),
        theoryPoints: row.theoryPoints,
        skillPoints: row.skillPoints,
        refusalRule: null,
      };
    });
  }
}

function headerOf(data: ResultRollReported): RollHeader {
  requireFields(data, 'rollId', 'planId', 'filingId', 'organisationId', 'siteCode', 'jurisdiction', 'part', 'parts');
  return {
    id: data.rollId,
    planId: data.planId,
    filingId: data.filingId,
    organisationId: data.organisationId,
    agencyName: data.agencyName,
    jurisdiction: data.jurisdiction,
    siteCode: data.siteCode,
    subject: subjectFrom(data.subject),
    examOn: data.examOn,
    publicityFrom: data.publicityFrom,
    publicityUntil: data.publicityUntil,
    reportedAt: data.reportedAt,
    parts: data.parts,
  };
}

function partEntry(data: ResultRollReported, at: string): RollReportedEntry {
  const { rollId: roll, planId: plan, examOn, publicityFrom, publicityUntil, part, parts } = data;
  const candidates = data.rows.map((row) => row.candidateId);
  return { type: 'roll-reported', roll, plan, examOn, publicityFrom, publicityUntil, part, parts, candidates, at };
}
