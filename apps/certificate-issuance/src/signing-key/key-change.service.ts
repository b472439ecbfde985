import { DomainError, newId, type Clock } from '@app/kernel';
import {
  assertSupervises,
  CLOCK,
  cursorId,
  inTransaction,
  pageOf,
  PROVINCE_JURISDICTION,
  readAs,
  type Page,
  type PageQuery,
  type Principal,
} from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { changeChange, getChange, insertChange, listChanges } from './key-change.repository.js';
import { confirm, propose, refuse, type KeyChange } from './key-change.js';
import { KeyHoldersService } from './key-holders.service.js';
import type { SigningKeyEntity } from './signing-key.entity.js';
import { compromise, rotate } from './signing-key.js';
import { closeLog, findChain, getKey, lockChain, saveKeys, waitForUsers } from './signing-key.repository.js';
import { SigningKeyService, tellKeys } from './signing-key.service.js';

/** 轮换 and 泄露 of signing keys: proposed by one officer of the province, decided by another. */
@Injectable()
export class KeyChangeService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(SigningKeyService) private readonly keys: SigningKeyService,
    @Inject(KeyHoldersService) private readonly holders: KeyHoldersService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `signing-key/not-found` when the body has no key yet; `key-change/open` */
  async proposeRotation(principal: Principal, organisationId: string, reason: string): Promise<KeyChange> {
    this.assertProvince(principal);
    const { active } = await readAs(this.dataSource, principal, (tx) => findChain(tx, organisationId));
    if (!active) throw new DomainError('signing-key/not-found');
    return this.propose(principal, { kind: 'rotation', organisationId, kid: active.kid, reason });
  }

  /** @throws DomainError `signing-key/not-found`; `signing-key/illegal-transition`; `key-change/open` */
  async proposeCompromise(principal: Principal, kid: string, reason: string): Promise<KeyChange> {
    this.assertProvince(principal);
    const { organisationId, state } = await readAs(this.dataSource, principal, (tx) => getKey(tx, kid));
    if (state === 'compromised') {
      throw new DomainError('signing-key/illegal-transition', { from: state, to: 'compromised' });
    }
    return this.propose(principal, { kind: 'compromise', organisationId, kid, reason });
  }

  /**
   * Carries it out: keys, leaves and events commit together with the decision.
   * @throws DomainError `access/same-person`; `key-change/illegal-transition` for the second who decides;
   *   `signing-key/illegal-transition`, `signing-key/next-too-young`
   */
  async confirm(principal: Principal, id: string): Promise<KeyChange> {
    this.assertProvince(principal);
    const { organisationId, kid } = await readAs(this.dataSource, principal, (tx) => getChange(tx, id));
    // Made before the transaction, which may run twice: a key in a token is not rolled back.
    const fresh = await this.holders.make(organisationId, this.clock.now());
    let isUsed = false;
    try {
      const done = await inTransaction(this.dataSource, principal, async (tx) => {
        const officer = { subject: principal.subject, now: this.clock.now() };
        const change = await changeChange(tx, id, (proposed) => confirm(proposed, officer));
        const changed = await this.carryOut(tx, change, fresh);
        return { change, isUsed: changed.some((key) => key.kid === fresh.kid) };
      });
      isUsed = done.isUsed;
      this.holders.forget(kid);
      return done.change;
    } finally {
      if (!isUsed) this.holders.discard(fresh);
    }
  }

  /** @throws DomainError `key-change/illegal-transition` */
  async refuse(principal: Principal, id: string, reason: string): Promise<KeyChange> {
    this.assertProvince(principal);
    return inTransaction(this.dataSource, principal, (tx) =>
      changeChange(tx, id, (proposed) =>
        refuse(proposed, { subject: principal.subject, now: this.clock.now() }, reason),
      ),
    );
  }

  async list(principal: Principal, { after, limit }: PageQuery): Promise<Page<KeyChange>> {
    this.assertProvince(principal);
    const rows = await readAs(this.dataSource, principal, (tx) => listChanges(tx, cursorId(after), limit));
    return pageOf(rows, limit);
  }

  /** Keys are a matter of the whole province, whichever city the body is in. */
  private assertProvince(principal: Principal): void {
    assertSupervises(principal, PROVINCE_JURISDICTION);
  }

  private async propose(
    principal: Principal,
    wish: Pick<KeyChange, 'kind' | 'organisationId' | 'kid' | 'reason'>,
  ): Promise<KeyChange> {
    // A body from before there were next keys gets one now.
    await this.keys.signerFor(wish.organisationId);
    return inTransaction(this.dataSource, principal, async (tx) => {
      const change = propose({ ...wish, id: newId() }, { subject: principal.subject, now: this.clock.now() });
      await insertChange(tx, change);
      return change;
    });
  }

  /**
   * The order of the locks is the argument (docs/adr/0012-signing-keys.md): nobody signs with the key any more, then
   * everything that was signed with it gets its place, and only then is the size of the log read.
   */
  private async carryOut(tx: EntityManager, change: KeyChange, fresh: SigningKeyEntity): Promise<SigningKeyEntity[]> {
    await lockChain(tx, change.organisationId);
    await waitForUsers(tx, change.kid);
    const key = await getKey(tx, change.kid);
    const { next } = await findChain(tx, change.organisationId);
    if (!next) throw new Error('a chain of keys without a next one');
    const from = change.kind === 'compromise' ? await closeLog(tx) : 0;
    // Read behind the locks: what waited for them has logged earlier instants.
    const now = this.clock.now();
    const stamped = { ...fresh, createdAt: now, changedAt: now };
    const changed =
      change.kind === 'rotation'
        ? rotate(key, next, stamped, now)
        : compromise(key, next, { fresh: stamped, from, now });
    await saveKeys(tx, changed);
    await tellKeys(tx, changed);
    return changed;
  }
}
