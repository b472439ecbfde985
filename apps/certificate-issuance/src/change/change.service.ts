import { CertificateStatusChangedSchema } from '@app/contracts';
import type { CertificateStatusEntry } from '@app/credential';
import { chinaDate, DomainError, newId, type Clock } from '@app/kernel';
import { APPEND_EVENTS_MAX, appendEvents, event } from '@app/messaging';
import {
  assertMayRead,
  CLOCK,
  cursorId,
  inTransaction,
  pageOf,
  PersonalDataVault,
  readAs,
  visibleTo,
  type Page,
  type PageQuery,
  type Principal,
} from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Certificate } from '../certificate/certificate.js';
import { subsidyUntil } from '../certificate/subsidy.js';
import { appendLog, LOG_BATCH_LEAVES_MAX } from '../log/log.repository.js';
import { decide, propose, STATUS_AFTER, withdraw, type Actor, type Change } from './change.js';
import type { ProposalDto } from './change.dto.js';
import {
  assertAllSeen,
  changeChange,
  endValidity,
  getChange,
  insertChange,
  listChanges,
  lockCertificates,
  validOfRoll,
} from './change.repository.js';
import { NextVersionService } from './next-version.service.js';

@Injectable()
export class ChangeService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(NextVersionService) private readonly next: NextVersionService,
  ) {}

  /**
   * The first of two persons.
   * @throws DomainError `change/not-acceptable` with the fields; `change/certificates` when the certificates are not all
   *   of one body, not there or not valid
   */
  async propose(principal: Principal, asked: ProposalDto): Promise<Change> {
    const { kind, reason, document, explanation, correction } = asked;
    return inTransaction(this.dataSource, principal, async (tx) => {
      const ids = asked.rollId ? await validOfRoll(tx, asked.rollId) : (asked.certificateIds ?? []);
      const certificates = await lockCertificates(tx, ids);
      await assertAllSeen(tx, { ids, rollId: asked.rollId }, certificates);
      const owner = ownerOf(certificates);
      assertMayRead(principal, owner);
      const content = {
        id: newId(),
        kind,
        ...owner,
        certificateIds: ids,
        reason,
        document: { ...document },
        explanationSealed: this.vault.seal('person', explanation),
        correctionSealed: correction ? this.next.sealCorrection(correction) : null,
      };
      const change = propose(content, this.actor(principal));
      await insertChange(tx, change);
      return change;
    });
  }

  /**
   * The second of two persons: carries the change out. Certificates that are not valid any more stay as they are, and are
   * not counted.
   * @throws DomainError `change/own-proposal`, `change/illegal-transition`, `change/nothing-left`
   */
  async approve(principal: Principal, id: string): Promise<Change> {
    const proposed = await this.get(principal, id);
    const means = await this.next.meansFor(proposed);
    return inTransaction(this.dataSource, principal, (tx) =>
      changeChange(tx, id, async (change) => {
        const done = decide(change, 'done', this.actor(principal));
        const certificates = await lockCertificates(tx, change.certificateIds);
        const valid = certificates.filter(({ status }) => status === 'valid');
        const [only] = valid;
        if (!only) throw new DomainError('change/nothing-left');
        const following = means ? this.next.prepare(only, change) : null;
        await this.end(tx, change, valid, following?.grantee.certificateId ?? null);
        if (means && following) await this.next.issue(tx, following, means);
        return { ...done, changed: valid.length };
      }),
    );
  }

  async refuse(principal: Principal, id: string): Promise<Change> {
    await this.get(principal, id);
    return inTransaction(this.dataSource, principal, (tx) =>
      changeChange(tx, id, (change) => decide(change, 'refused', this.actor(principal))),
    );
  }

  async withdraw(principal: Principal, id: string): Promise<Change> {
    await this.get(principal, id);
    return inTransaction(this.dataSource, principal, (tx) =>
      changeChange(tx, id, (change) => withdraw(change, this.actor(principal))),
    );
  }

  async get(principal: Principal, id: string): Promise<Change> {
    const change = await readAs(this.dataSource, principal, (tx) => getChange(tx, id));
    assertMayRead(principal, change);
    return change;
  }

  async list(principal: Principal, query: PageQuery): Promise<Page<Change>> {
    return readAs(this.dataSource, principal, async (tx) =>
      pageOf(await listChanges(tx, visibleTo(principal), cursorId(query.after), query.limit), query.limit),
    );
  }

  private actor(principal: Principal): Actor {
    return { subject: principal.subject, now: this.clock.now() };
  }

  /** Rows, log and events of certificates that end, in one commit with the decision. */
  private async end(
    tx: EntityManager,
    { kind, reason }: Change,
    certificates: readonly Certificate[],
    replacedBy: string | null,
  ): Promise<void> {
    const now = this.clock.now();
    const end = { status: STATUS_AFTER[kind], reason, on: chinaDate(now), replacedBy };
    const ids = certificates.map(({ id }) => id);
    await endValidity(tx, ids, end);
    const { status, on } = end;
    const entries = ids.map((id): CertificateStatusEntry => {
      const entry = { type: 'certificate-status', id, status, reason, on, at: now.toISOString() } as const;
      return replacedBy ? { ...entry, replacedBy } : entry;
    });
    for (let start = 0; start < entries.length; start += LOG_BATCH_LEAVES_MAX) {
      await appendLog(tx, entries.slice(start, start + LOG_BATCH_LEAVES_MAX));
    }
    const events = certificates.map((certificate) => statusEvent(certificate, end));
    for (let start = 0; start < events.length; start += APPEND_EVENTS_MAX) {
      await appendEvents(tx, events.slice(start, start + APPEND_EVENTS_MAX));
    }
  }
}

/** @throws DomainError `change/certificates` */
function ownerOf(certificates: readonly Certificate[]): { organisationId: string; jurisdiction: string } {
  const [first] = certificates;
  const alike = certificates.every(
    ({ organisationId, jurisdiction, status }) =>
      organisationId === first?.organisationId && jurisdiction === first.jurisdiction && status === 'valid',
  );
  if (!first || !alike) throw new DomainError('change/certificates');
  return { organisationId: first.organisationId, jurisdiction: first.jurisdiction };
}

function statusEvent(
  certificate: Certificate,
  end: { status: string; reason: string; on: string; replacedBy: string | null },
) {
  const { occupationCode, occupationEdition, occupationName, specialty, levelDigit } = certificate;
  return event(CertificateStatusChangedSchema, certificate.id, {
    certificateId: certificate.id,
    certificateNumber: certificate.number,
    organisationId: certificate.organisationId,
    subject: { occupationCode, occupationEdition, occupationName, specialty, levelDigit },
    status: end.status,
    reason: end.reason,
    changedOn: end.on,
    replacedBy: end.replacedBy ?? '',
    issuedOn: certificate.issuedOn,
    documentIndex: certificate.documentIndex,
    jurisdiction: certificate.jurisdiction,
    subsidyUntil: subsidyUntil(certificate.issuedOn),
  });
}
