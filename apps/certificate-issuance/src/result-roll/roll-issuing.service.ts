import { ResultRollAuditedSchema } from '@app/contracts';
import { chinaDate, DomainError, newId, type Clock } from '@app/kernel';
import { appendEvents, event } from '@app/messaging';
import { assertSupervises, CLOCK, inTransaction, placesFor, readAs, SERVICE, type Principal } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CertificateIssuingService, type IssuingMeans } from '../certificate/certificate-issuing.service.js';
import type { Grant } from '../certificate/certificate.js';
import { claimHoldings, findHolders } from '../certificate/holding.repository.js';
import { findApprovedPlan, findFiledScope } from '../scope/scope.repository.js';
import { SigningKeyService } from '../signing-key/signing-key.service.js';
import { StatusEntriesService } from '../status-list/status-entries.service.js';
import { auditRoll, WAITING_RULES, type RefusalRule } from './audit.js';
import {
  auditedRowsOfRoll,
  changeRoll,
  countRows,
  getRoll,
  keepRefusals,
  personsOfRows,
  type AuditedRow,
} from './result-roll.repository.js';
import { issueRoll, type ResultRoll } from './result-roll.js';
import type { RollWithCounts } from './result-roll.service.js';

/** Rows told in one event: a message of the broker holds 1 MiB, and 5,000 rows are about half of it. */
const AUDITED_ROWS_PER_EVENT = 5_000;

/**
 * One thread makes all certificates: more rolls at a time would only make all of them late, and each holds a connection.
 * Two, so that a short one passes a long one.
 */
const ROLLS = { places: 2, waitingMax: 50, busy: 'service/unavailable' } as const;

/** A row and what becomes of it: a certificate or a rule. */
interface DecidedRow extends AuditedRow {
  certificateId: string;
  certificateNumber: string;
  refusalRule: RefusalRule | null;
}

/** 核发: the audit's answer becomes certificates, in one commit for the whole roll. */
@Injectable()
export class RollIssuingService {
  private readonly inPlace = placesFor(ROLLS);

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SigningKeyService) private readonly keys: SigningKeyService,
    @Inject(StatusEntriesService) private readonly entries: StatusEntriesService,
    @Inject(CertificateIssuingService) private readonly certificates: CertificateIssuingService,
  ) {}

  /**
   * Issues every row that may be issued and refuses the others.
   * @throws DomainError `result-roll/waiting` when something has to be waited for: the roll stays as it is;
   *   `result-roll/illegal-transition` for the second of two officers; `service/unavailable` when too many wait
   */
  async issue(principal: Principal, id: string): Promise<RollWithCounts> {
    const reported = await readAs(this.dataSource, principal, (tx) => getRoll(tx, id));
    assertSupervises(principal, reported.jurisdiction);
    return this.inPlace(() => this.issueReported(principal, reported));
  }

  private async issueReported(principal: Principal, reported: ResultRoll): Promise<RollWithCounts> {
    const { id } = reported;
    const means = await this.meansFor(reported);
    return inTransaction(this.dataSource, principal, async (tx) => {
      const now = this.clock.now();
      const roll = await changeRoll(tx, id, (received) => issueRoll(received, { subject: principal.subject, now }));
      const rows = await this.decide(tx, roll, means, chinaDate(now));
      await keepRefusals(tx, id, rows);
      await tellAudit(tx, roll, rows);
      const issued = rows.filter((row) => !row.refusalRule).length;
      return { ...roll, counts: { rows: rows.length, issued, refused: rows.length - issued } };
    });
  }

  /** A key, and an entry in the status lists for every row: what a refused row does not need stays unused. */
  private async meansFor(roll: ResultRoll): Promise<IssuingMeans> {
    const counts = await readAs(this.dataSource, SERVICE, (tx) => countRows(tx, [roll.id]));
    const signer = await this.keys.signerFor(roll.organisationId);
    return { signer, statuses: await this.entries.take(counts.get(roll.id)?.rows ?? 0) };
  }

  /** Audits the roll and gives each row its certificate or its refusal. */
  private async decide(tx: EntityManager, roll: ResultRoll, means: IssuingMeans, today: string): Promise<DecidedRow[]> {
    const reported = await auditedRowsOfRoll(tx, roll.id);
    const scope = await findFiledScope(tx, roll.filingId);
    const plan = await findApprovedPlan(tx, roll.planId);
    const documents = reported.map((row) => row.documentIndex);
    const holders = await findHolders(tx, roll.subject, documents);
    const audit = auditRoll({ roll, scope, plan, rows: reported, holders, today });
    if (audit.waitsFor) {
      throw new DomainError('result-roll/waiting', { rule: audit.waitsFor, ...WAITING_RULES[audit.waitsFor] });
    }
    const rows = reported.map((row, index): DecidedRow => {
      const refusalRule = audit.refusals[index] ?? null;
      return { ...row, refusalRule, certificateId: refusalRule ? '' : newId(), certificateNumber: '' };
    });
    const passed = rows.filter((row) => !row.refusalRule);
    const claimed = await claimHoldings(tx, roll.subject, passed);
    for (const row of passed) if (!claimed.has(row.certificateId)) row.refusalRule = 'already-held';
    const granted = passed.filter((row) => !row.refusalRule);
    const grantees = {
      rows: granted,
      persons: (block: readonly DecidedRow[]) => personsOfRows(tx, roll.id, block),
    };
    const numbers = await this.certificates.issue(tx, grantOf(roll, scope?.agencyName ?? '', today), grantees, means);
    for (const [index, row] of granted.entries()) row.certificateNumber = numbers[index] ?? '';
    return rows;
  }
}

function grantOf(roll: ResultRoll, agencyName: string, issuedOn: string): Grant {
  const { id: rollId, planId, filingId, organisationId, jurisdiction, siteCode, subject } = roll;
  const ground = { basis: 'assessment', rollId, planId, awardId: null, filingId };
  return { ...ground, organisationId, jurisdiction, siteCode, agencyName, issuedOn, ...subject };
}

async function tellAudit(tx: EntityManager, roll: ResultRoll, rows: readonly DecidedRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += AUDITED_ROWS_PER_EVENT) {
    const told = event(ResultRollAuditedSchema, roll.id, {
      rollId: roll.id,
      planId: roll.planId,
      auditedAt: roll.issuedAt ?? '',
      rows: rows.slice(start, start + AUDITED_ROWS_PER_EVENT).map((row) => ({
        candidateId: row.candidateId,
        certificateNumber: row.certificateNumber,
        refusalRule: row.refusalRule ?? '',
      })),
    });
    await appendEvents(tx, [told]);
  }
}
