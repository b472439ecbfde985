import { DomainError, newId } from '@app/kernel';
import {
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
import type { AccountEntity } from '../account/account.entity.js';
import {
  changeAccount,
  countOthersWithRole,
  endSessions,
  findActiveById,
  insertNewAccount,
  listAccounts,
  lockAccount,
} from '../account/account.repository.js';
import { resetAccount } from '../account/reset-account.js';
import { normalUsername } from '../account/username.js';
import { appendFact } from '../audit/security-fact.js';
import { deleteInvitation, invitationExpiries } from '../invitation/invitation.repository.js';
import { issueInvitation, type IssuedInvitation } from '../invitation/issue-invitation.js';
import type { OrganisationEntity } from '../organisation/organisation.entity.js';
import { lockOrganisation } from '../organisation/organisation.repository.js';
import { ADMINISTRATOR, grantableRoles, type RoleRule } from '../role/role.js';
import { listRoles } from '../role/role.repository.js';
import { accountsWithSecondFactor } from '../second-factor/second-factor.repository.js';
import {
  assertEnabled,
  assertOfAdministrator,
  assertStaysAdministered,
  personState,
  type PersonState,
} from './person.js';

/** A person as the own administrator sees them. */
export interface KnownPerson {
  id: string;
  username: string;
  displayName: string;
  roles: string[];
  state: PersonState;
  hasSecondFactor: boolean;
  createdAt: Date;
  invitationExpiresAt?: Date;
}

export interface NewPerson {
  username: string;
  displayName: string;
  roles: readonly string[];
}

export interface Invited {
  person: KnownPerson;
  invitation: IssuedInvitation;
}

/** What every change has at hand: the organisation is locked, so changes to its people follow one another. */
interface Office {
  tx: EntityManager;
  organisation: OrganisationEntity;
  book: readonly RoleRule[];
  now: Date;
}

@Injectable()
export class PersonService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
  ) {}

  async list(principal: Principal, query: PageQuery): Promise<Page<KnownPerson>> {
    const beforeId = cursorId(query.after);
    return readAs(this.dataSource, principal, async (tx) => {
      const rows = await listAccounts(tx, principal.organisationId, { beforeId, limit: query.limit });
      const { items, ...rest } = pageOf(rows, query.limit);
      return { ...rest, items: await this.known(tx, items) };
    });
  }

  async invite(principal: Principal, given: NewPerson): Promise<Invited> {
    return this.inOffice(principal, async (office) => {
      const { tx, organisation, book, now } = office;
      const username = normalUsername(given.username);
      if (!username) throw new DomainError('person/username');
      const account: AccountEntity = {
        id: newId(),
        username,
        passwordHash: null,
        displayNameSealed: this.vault.seal('name', given.displayName),
        organisationId: organisation.id,
        roles: grantableRoles(book, given.roles, { kind: organisation.kind, by: 'organisation-admin' }),
        jurisdiction: organisation.jurisdiction,
        isDemo: false,
        createdAt: now,
        disabledAt: null,
        sessionsValidFrom: now,
      };
      if (!(await insertNewAccount(tx, account))) throw new DomainError('person/username-taken');
      const invitation = await issueInvitation(tx, account.id, principal.subject, now);
      await this.tell(tx, 'person.invited', principal, account);
      return { person: await this.one(tx, account), invitation };
    });
  }

  async disable(principal: Principal, id: string): Promise<KnownPerson> {
    return this.change(principal, id, 'person.disabled', async ({ tx, now }, account, others) => {
      assertStaysAdministered(account, others);
      await changeAccount(tx, id, { disabledAt: account.disabledAt ?? now });
      await deleteInvitation(tx, id);
      await endSessions(tx, id);
    });
  }

  async enable(principal: Principal, id: string): Promise<KnownPerson> {
    return this.change(principal, id, 'person.enabled', ({ tx }) => changeAccount(tx, id, { disabledAt: null }));
  }

  async setRoles(principal: Principal, id: string, wanted: readonly string[]): Promise<KnownPerson> {
    return this.change(principal, id, 'person.roles-changed', async ({ tx, book, organisation }, account, others) => {
      const roles = grantableRoles(book, wanted, { kind: organisation.kind, by: 'organisation-admin' });
      assertStaysAdministered(account, others, roles);
      await changeAccount(tx, id, { roles });
      await endSessions(tx, id);
    });
  }

  /** For a forgotten password or a lost telephone: neither opens anything any more, only the new code does. */
  async reset(principal: Principal, id: string): Promise<Invited> {
    const issued: IssuedInvitation[] = [];
    const person = await this.change(principal, id, 'person.reset', async ({ tx, now }, account, others) => {
      assertEnabled(account);
      assertStaysAdministered(account, others);
      issued[0] = await resetAccount(tx, this.vault, account, principal.subject, now);
    });
    const [invitation] = issued;
    if (!invitation) throw new Error('a reset issues an invitation');
    return { person, invitation };
  }

  private async change(
    principal: Principal,
    id: string,
    action: string,
    work: (office: Office, account: AccountEntity, otherAdministrators: number) => Promise<void>,
  ): Promise<KnownPerson> {
    return this.inOffice(principal, async (office) => {
      const { tx, organisation, book } = office;
      const account = await lockAccount(tx, id);
      if (!account) throw new DomainError('person/not-found');
      if (account.organisationId !== organisation.id) throw new DomainError('access/foreign-organisation');
      assertOfAdministrator(book, account);
      await work(office, account, await countOthersWithRole(tx, organisation.id, ADMINISTRATOR, id));
      await this.tell(tx, action, principal, account);
      const after = await lockAccount(tx, id);
      return this.one(tx, after ?? account);
    });
  }

  /** A token outlives a dismissal by minutes: whoever administers must still be an administrator now. */
  private async inOffice<T>(principal: Principal, work: (office: Office) => Promise<T>): Promise<T> {
    return inTransaction(this.dataSource, principal, async (tx) => {
      const organisation = await lockOrganisation(tx, principal.organisationId);
      if (!organisation) throw new DomainError('access/foreign-organisation');
      const administrator = await findActiveById(tx, principal.subject);
      if (administrator?.organisationId !== organisation.id || !administrator.roles.includes(ADMINISTRATOR))
        throw new DomainError('access/role');
      return work({ tx, organisation, book: await listRoles(tx), now: new Date() });
    });
  }

  private async tell(tx: EntityManager, action: string, principal: Principal, account: AccountEntity): Promise<void> {
    await appendFact(tx, { kind: 'change', action, by: principal, about: { account: account.id }, outcome: 'done' });
  }

  private async one(tx: EntityManager, account: AccountEntity): Promise<KnownPerson> {
    const [person] = await this.known(tx, [account]);
    if (!person) throw new Error('one account is one person');
    return person;
  }

  private async known(tx: EntityManager, accounts: readonly AccountEntity[]): Promise<KnownPerson[]> {
    const ids = accounts.map(({ id }) => id);
    const expiries = await invitationExpiries(tx, ids);
    const withFactor = await accountsWithSecondFactor(tx, ids);
    const now = new Date();
    return accounts.map((account) => {
      const expiresAt = expiries.get(account.id);
      return {
        id: account.id,
        username: account.username,
        displayName: this.vault.open('name', account.displayNameSealed),
        roles: account.roles,
        state: personState(account, expiresAt, now),
        hasSecondFactor: withFactor.has(account.id),
        createdAt: account.createdAt,
        ...(expiresAt && expiresAt > now ? { invitationExpiresAt: expiresAt } : {}),
      };
    });
  }
}
