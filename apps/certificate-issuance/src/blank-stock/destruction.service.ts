import { chinaDate, DomainError, newId, type Clock, type FieldFault } from '@app/kernel';
import {
  assertOwn,
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
import { readSerial } from './blank-serial.js';
import { destroyFault, type Blank } from './blank.js';
import { lockBlanks } from './blank.repository.js';
import { decideDestruction, type Destruction } from './destruction.js';
import { changeDestruction, insertDestruction, listDestructions } from './destruction.repository.js';

@Injectable()
export class DestructionService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * A batch of blanks, all of them fit to be destroyed; from now on nothing is printed on them.
   * @throws DomainError `blank-destruction/bad-serials` with one fault per serial; `blank-stock/bad-serial`
   */
  async propose(principal: Principal, serials: readonly string[]): Promise<Destruction> {
    const { organisationId, subject } = principal;
    assertOwn(principal, { organisationId });
    const now = this.clock.now();
    const read = serials.map((serial, index) => readSerial(serial, `/serials/${index}`, chinaDate(now)));
    return inTransaction(this.dataSource, principal, async (tx) => {
      const blanks = await lockBlanks(tx, organisationId, read);
      const faults = faultsOf(read, blanks);
      const [first] = blanks;
      if (faults.length > 0 || !first) throw new DomainError('blank-destruction/bad-serials', {}, faults);
      const destruction: Destruction = {
        id: newId(),
        organisationId,
        jurisdiction: first.jurisdiction,
        quantity: blanks.length,
        state: 'proposed',
        proposedBy: subject,
        proposedAt: now,
        decidedBy: null,
        decidedAt: null,
        refusalReason: null,
      };
      await insertDestruction(
        tx,
        destruction,
        blanks.map(({ id }) => id),
      );
      return destruction;
    });
  }

  async confirm(principal: Principal, id: string): Promise<Destruction> {
    return this.decide(principal, id, { to: 'done' });
  }

  async refuse(principal: Principal, id: string, reason: string): Promise<Destruction> {
    return this.decide(principal, id, { to: 'refused', reason });
  }

  async list(principal: Principal, query: PageQuery): Promise<Page<Destruction>> {
    return readAs(this.dataSource, principal, async (tx) =>
      pageOf(await listDestructions(tx, visibleTo(principal), cursorId(query.after), query.limit), query.limit),
    );
  }

  private decide(
    principal: Principal,
    id: string,
    decision: Parameters<typeof decideDestruction>[1],
  ): Promise<Destruction> {
    const actor = { subject: principal.subject, now: this.clock.now() };
    return inTransaction(this.dataSource, principal, (tx) =>
      changeDestruction(tx, id, (proposed) => {
        assertOwn(principal, proposed);
        return decideDestruction(proposed, decision, actor);
      }),
    );
  }
}

/** Each serial once, in the order of the request. */
function faultsOf(serials: readonly string[], blanks: readonly Blank[]): FieldFault[] {
  const bySerial = new Map(blanks.map((blank) => [blank.serial, blank]));
  return serials.flatMap((serial, index): FieldFault[] => {
    const isRepeated = serials.indexOf(serial) < index;
    const fault = isRepeated
      ? { rule: 'duplicate', zh: '同一流水码重复', en: 'the serial stands here twice' }
      : destroyFault(bySerial.get(serial));
    return fault ? [{ field: `/serials/${index}`, ...fault }] : [];
  });
}
