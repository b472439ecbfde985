import { CorrectionRequestAskedSchema } from '@app/contracts';
import { chinaDate, DomainError, newId, type Clock } from '@app/kernel';
import { appendEvents, event } from '@app/messaging';
import {
  CLOCK,
  cursorId,
  inTransaction,
  pageOf,
  PersonalDataVault,
  readAs,
  type Page,
  type PageQuery,
  type Principal,
} from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { lockBinding } from './binding.repository.js';
import {
  applyDecision,
  CORRECTIONS_A_DAY_MAX,
  readWish,
  type CorrectionRequest,
  type CorrectionWish,
  type DecisionFact,
} from './correction-request.js';
import { changeRequest, insertRequest, listRequests } from './correction-request.repository.js';
import { findOwnCertificates } from './own-certificate.repository.js';

export type OwnRequest = CorrectionRequest & CorrectionWish;

@Injectable()
export class CorrectionRequestService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
  ) {}

  /**
   * @throws DomainError `correction-request/not-acceptable` with the fields; `binding/none`; `certificate/not-own`;
   *   `correction-request/not-valid`, `…/open`, `…/too-many`
   */
  async ask(
    principal: Principal,
    given: CorrectionWish & Pick<CorrectionRequest, 'certificateId' | 'field'>,
  ): Promise<OwnRequest> {
    const wish = readWish(given);
    const { subject } = principal;
    const { certificateId, field } = given;
    const request = await inTransaction(this.dataSource, principal, async (tx) => {
      const now = this.clock.now();
      const { documentIndex } = await lockBinding(tx, subject);
      const [certificate] = await findOwnCertificates(tx, documentIndex, [certificateId]);
      if (!certificate) throw new DomainError('certificate/not-own');
      if (certificate.status !== 'valid') throw new DomainError('correction-request/not-valid');
      await this.assertFew(tx, subject, now);
      const wishSealed = this.vault.seal('person', JSON.stringify(wish));
      const id = newId();
      const made: CorrectionRequest = {
        id,
        subject,
        documentIndex,
        certificateId,
        field,
        wishSealed,
        state: 'asked',
        refusal: null,
        askedAt: now,
        decidedAt: null,
      };
      await insertRequest(tx, made);
      const told = { requestId: id, certificateId, field, personSealed: wishSealed, documentIndex };
      await appendEvents(tx, [event(CorrectionRequestAskedSchema, id, { ...told, askedAt: now.toISOString() })]);
      return made;
    });
    return { ...request, ...wish };
  }

  async list(principal: Principal, { after, limit }: PageQuery): Promise<Page<OwnRequest>> {
    const before = cursorId(after);
    const rows = await readAs(this.dataSource, principal, (tx) => listRequests(tx, principal.subject, before, limit));
    return pageOf(
      rows.map((row) => ({ ...row, ...(JSON.parse(this.vault.open('person', row.wishSealed)) as CorrectionWish) })),
      limit,
    );
  }

  /** @throws DomainError `correction-request/bad-event`, `…/illegal-transition` */
  async applyDecided(tx: EntityManager, requestId: string, fact: DecisionFact): Promise<void> {
    await changeRequest(tx, requestId, (request) => applyDecision(request, fact));
  }

  /** Counted among the holder's own requests, whose binding is locked. */
  private async assertFew(tx: EntityManager, subject: string, now: Date): Promise<void> {
    const newest = await listRequests(tx, subject, undefined, CORRECTIONS_A_DAY_MAX);
    const today = newest.filter(({ askedAt }) => chinaDate(askedAt) === chinaDate(now));
    if (today.length >= CORRECTIONS_A_DAY_MAX)
      throw new DomainError('correction-request/too-many', { limit: CORRECTIONS_A_DAY_MAX });
  }
}
