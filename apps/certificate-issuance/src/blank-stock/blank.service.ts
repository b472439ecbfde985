import { chinaDate, DomainError, type Clock } from '@app/kernel';
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
import { getCertificate } from '../certificate/certificate.repository.js';
import { readSerial } from './blank-serial.js';
import { printOn, spoil, type Blank, type BlankState, type SpoilReason } from './blank.js';
import {
  blankIdOf,
  changeBlank,
  findPrint,
  listBalances,
  listBlanks,
  lockCertificate,
  nextBlankId,
  type BlankBalance,
} from './blank.repository.js';

export interface BlankWish extends PageQuery {
  state?: BlankState;
  serial?: string;
}

export interface BalancePage {
  items: BlankBalance[];
  next?: string;
}

@Injectable()
export class BlankService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Notes on which blank a certificate was printed: the named one, or the lowest on hand. A certificate has one print at a
   * time; another needs the first to be spoiled.
   * @throws DomainError `blank/printed`, `blank/certificate-not-valid`, `blank/not-in-stock`, `blank/none-on-hand`,
   *   `blank/illegal-transition`
   */
  async assign(principal: Principal, certificateId: string, serial: string | undefined): Promise<Blank> {
    const now = this.clock.now();
    return inTransaction(this.dataSource, principal, async (tx) => {
      const certificate = await getCertificate(tx, certificateId);
      assertOwn(principal, certificate);
      if (certificate.status !== 'valid') throw new DomainError('blank/certificate-not-valid');
      await lockCertificate(tx, certificateId);
      if (await findPrint(tx, certificateId)) throw new DomainError('blank/printed');
      const { organisationId } = certificate;
      const id = serial
        ? await blankIdOf(tx, organisationId, readSerial(serial, '/serial', chinaDate(now)))
        : await nextBlankId(tx, organisationId);
      return changeBlank(tx, id, (blank) => printOn(blank, certificateId, { subject: principal.subject, now }));
    });
  }

  async spoil(principal: Principal, id: string, why: { reason: SpoilReason; note: string }): Promise<Blank> {
    return inTransaction(this.dataSource, principal, (tx) =>
      changeBlank(tx, id, (blank) => {
        assertOwn(principal, blank);
        return spoil(blank, why, { subject: principal.subject, now: this.clock.now() });
      }),
    );
  }

  async list(principal: Principal, query: BlankWish): Promise<Page<Blank>> {
    const { state, serial, after, limit } = query;
    const filter = { ...visibleTo(principal), ...(state ? { state } : {}), ...(serial ? { serial } : {}) };
    return readAs(this.dataSource, principal, async (tx) =>
      pageOf(await listBlanks(tx, filter, cursorId(after), limit), limit),
    );
  }

  async balances(principal: Principal, { after, limit }: PageQuery): Promise<BalancePage> {
    const from = after === undefined ? undefined : Buffer.from(after, 'base64url').toString('utf8');
    const rows = await readAs(this.dataSource, principal, (tx) => listBalances(tx, visibleTo(principal), from, limit));
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    if (rows.length <= limit || !last) return { items };
    return { items, next: Buffer.from(last.organisationId).toString('base64url') };
  }
}
