import { chinaDate, DomainError, newId, type Clock } from '@app/kernel';
import {
  assertOwn,
  assertSupervises,
  CLOCK,
  cursorId,
  inTransaction,
  pageOf,
  readAs,
  visibleTo,
  type Page,
  type PageQuery,
  type Principal,
} from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SerialRange } from './blank-serial.js';
import {
  changeRequest,
  findBody,
  insertBlanks,
  insertRequest,
  listRequests,
  takeOnHand,
} from './supply-request.repository.js';
import { askForBlanks, grantBlanks, receiveBlanks, refuseBlanks, type SupplyRequest } from './supply-request.js';

@Injectable()
export class SupplyRequestService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `blank-stock/not-filed` for an organisation that is no body */
  async ask(principal: Principal, quantity: number): Promise<SupplyRequest> {
    const { organisationId } = principal;
    assertOwn(principal, { organisationId });
    return inTransaction(this.dataSource, principal, async (tx) => {
      const body = await findBody(tx, organisationId);
      if (!body) throw new DomainError('blank-stock/not-filed');
      const request = askForBlanks({ id: newId(), organisationId, ...body, quantity }, this.actor(principal));
      await insertRequest(tx, request);
      return request;
    });
  }

  async list(principal: Principal, query: PageQuery): Promise<Page<SupplyRequest>> {
    return readAs(this.dataSource, principal, async (tx) =>
      pageOf(await listRequests(tx, visibleTo(principal), cursorId(query.after), query.limit), query.limit),
    );
  }

  /** The range is the body's from now on, and on hand when the body has signed for it. */
  async grant(principal: Principal, id: string, range: SerialRange): Promise<SupplyRequest> {
    const actor = this.actor(principal);
    return inTransaction(this.dataSource, principal, async (tx) => {
      let serials: string[] = [];
      const request = await changeRequest(tx, id, (asked) => {
        assertSupervises(principal, asked.jurisdiction);
        const granted = grantBlanks(asked, range, chinaDate(actor.now), actor);
        ({ serials } = granted);
        return granted.request;
      });
      await insertBlanks(tx, request, serials);
      return request;
    });
  }

  async refuse(principal: Principal, id: string, reason: string): Promise<SupplyRequest> {
    return inTransaction(this.dataSource, principal, (tx) =>
      changeRequest(tx, id, (asked) => {
        assertSupervises(principal, asked.jurisdiction);
        return refuseBlanks(asked, reason, this.actor(principal));
      }),
    );
  }

  async receive(principal: Principal, id: string): Promise<SupplyRequest> {
    return inTransaction(this.dataSource, principal, async (tx) => {
      const request = await changeRequest(tx, id, (granted) => {
        assertOwn(principal, granted);
        return receiveBlanks(granted, this.actor(principal));
      });
      await takeOnHand(tx, id);
      return request;
    });
  }

  private actor({ subject }: Principal): { subject: string; now: Date } {
    return { subject, now: this.clock.now() };
  }
}
