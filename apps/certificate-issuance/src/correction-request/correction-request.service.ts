import { CorrectionRequestDecidedSchema, type CorrectionRequestAsked } from '@app/contracts';
import type { Clock } from '@app/kernel';
import { appendEvents, event } from '@app/messaging';
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
import { getChange } from '../change/change.repository.js';
import { requireFields } from '../event-fields.js';
import { accept, refuse, type CorrectionRequest, type Refusal } from './correction-request.js';
import {
  changeRequest,
  getRequest,
  insertRequest,
  listRequests,
  ownerOfCertificate,
} from './correction-request.repository.js';

export type OpenedRequest = CorrectionRequest & { rightValue: string; note: string };

@Injectable()
export class CorrectionRequestService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
  ) {}

  /** @throws DomainError `event/incomplete` */
  async applyAsked(tx: EntityManager, asked: CorrectionRequestAsked): Promise<void> {
    requireFields(asked, 'requestId', 'certificateId', 'field', 'personSealed', 'askedAt');
    const { requestId: id, certificateId, field, personSealed: wishSealed, askedAt } = asked;
    await insertRequest(tx, {
      id,
      certificateId,
      field,
      wishSealed,
      ...(await ownerOfCertificate(tx, certificateId)),
      state: 'asked',
      changeId: null,
      refusal: null,
      askedAt: new Date(askedAt),
      decidedBy: null,
      decidedAt: null,
    });
  }

  async get(principal: Principal, id: string): Promise<OpenedRequest> {
    const request = await readAs(this.dataSource, principal, (tx) => getRequest(tx, id));
    assertMayRead(principal, request);
    const wish = JSON.parse(this.vault.open('person', request.wishSealed)) as { rightValue: string; note: string };
    return { ...request, ...wish };
  }

  async list(principal: Principal, query: PageQuery): Promise<Page<CorrectionRequest>> {
    return readAs(this.dataSource, principal, async (tx) =>
      pageOf(await listRequests(tx, visibleTo(principal), cursorId(query.after), query.limit), query.limit),
    );
  }

  /** @throws DomainError `correction-request/change`, `…/illegal-transition`, `change/not-found` */
  async accept(principal: Principal, id: string, changeId: string): Promise<CorrectionRequest> {
    return this.decide(principal, id, async (tx, request) =>
      accept(request, await getChange(tx, changeId), { subject: principal.subject, now: this.clock.now() }),
    );
  }

  /** @throws DomainError `correction-request/illegal-transition` */
  async refuse(principal: Principal, id: string, refusal: Refusal): Promise<CorrectionRequest> {
    return this.decide(principal, id, (_tx, request) =>
      refuse(request, refusal, { subject: principal.subject, now: this.clock.now() }),
    );
  }

  private async decide(
    principal: Principal,
    id: string,
    answer: (tx: EntityManager, request: CorrectionRequest) => CorrectionRequest | Promise<CorrectionRequest>,
  ): Promise<CorrectionRequest> {
    return inTransaction(this.dataSource, principal, async (tx) => {
      const decided = await changeRequest(tx, id, (request) => {
        assertMayRead(principal, request);
        return answer(tx, request);
      });
      const told = event(CorrectionRequestDecidedSchema, id, {
        requestId: id,
        certificateId: decided.certificateId,
        decision: decided.state,
        changeId: decided.changeId ?? '',
        refusal: decided.refusal ?? '',
        decidedAt: decided.decidedAt?.toISOString() ?? '',
      });
      await appendEvents(tx, [told]);
      return decided;
    });
  }
}
