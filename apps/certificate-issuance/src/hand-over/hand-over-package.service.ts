import { chinaDate, DomainError, newId, type Clock } from '@app/kernel';
import {
  assertSupervises,
  CLOCK,
  cursorId,
  inTransaction,
  pageOf,
  PROVINCE_JURISDICTION,
  readAs,
  visibleTo,
  type Page,
  type PageQuery,
  type Principal,
} from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { mapOn } from './column-map.js';
import {
  assertPeriod,
  PACKAGE_CERTIFICATES_MAX,
  sendPackage,
  type AnswerCounts,
  type HandOverPackage,
  type PackageFile,
} from './hand-over-package.js';
import { countOpen, takeLines } from './hand-over-line.repository.js';
import {
  changePackage,
  countAnswers,
  filesOf,
  getPackage,
  insertPackage,
  listPackages,
} from './hand-over-package.repository.js';

/** Days of issue, both included. */
export interface DraftWish {
  from: string;
  until: string;
  organisationId?: string;
  withRefused: boolean;
}

/** A package with what was made of it and what was answered. */
export interface Manifest extends HandOverPackage {
  files: PackageFile[];
  answers: AnswerCounts;
}

export interface DraftedPackage extends HandOverPackage {
  /** Certificates of the period that did not fit. */
  left: number;
}

@Injectable()
export class HandOverPackageService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `hand-over/nothing-left`, `hand-over/bad-period`, `hand-over/no-map` */
  async draft(principal: Principal, wish: DraftWish): Promise<DraftedPackage> {
    assertSupervises(principal, PROVINCE_JURISDICTION);
    const now = this.clock.now();
    const today = chinaDate(now);
    const { from: issuedFrom, until: issuedUntil, organisationId = '', withRefused } = wish;
    assertPeriod(issuedFrom, issuedUntil, today);
    const id = newId();
    const wanted = { issuedFrom, issuedUntil, organisationId, withRefused };
    const { version: mapVersion } = mapOn(today);
    return inTransaction(this.dataSource, principal, async (tx) => {
      await insertPackage(tx, {
        id,
        jurisdiction: PROVINCE_JURISDICTION,
        state: 'drafted',
        issuedFrom,
        issuedUntil,
        organisationId,
        mapVersion,
        quantity: PACKAGE_CERTIFICATES_MAX,
        draftedBy: principal.subject,
        draftedAt: now,
        sentBy: null,
        sentAt: null,
        sentSha256: null,
      });
      const quantity = await takeLines(tx, id, wanted, PACKAGE_CERTIFICATES_MAX);
      if (quantity === 0) throw new DomainError('hand-over/nothing-left');
      const drafted = await changePackage(tx, id, (made) => ({ ...made, quantity }));
      return { ...drafted, left: await countOpen(tx, wanted) };
    });
  }

  async list(principal: Principal, query: PageQuery): Promise<Page<HandOverPackage>> {
    return readAs(this.dataSource, principal, async (tx) =>
      pageOf(await listPackages(tx, visibleTo(principal), cursorId(query.after), query.limit), query.limit),
    );
  }

  async get(principal: Principal, id: string): Promise<Manifest> {
    return readAs(this.dataSource, principal, async (tx) => {
      const found = await getPackage(tx, id);
      assertSupervises(principal, found.jurisdiction);
      return { ...found, files: await filesOf(tx, id), answers: await countAnswers(tx, id) };
    });
  }

  /** Says which of the files went to the centre. */
  async send(principal: Principal, id: string, sha256: string): Promise<HandOverPackage> {
    const actor = { subject: principal.subject, now: this.clock.now() };
    return inTransaction(this.dataSource, principal, (tx) =>
      changePackage(tx, id, async (drafted) => {
        assertSupervises(principal, drafted.jurisdiction);
        return sendPackage(drafted, await filesOf(tx, id), sha256, actor);
      }),
    );
  }
}
