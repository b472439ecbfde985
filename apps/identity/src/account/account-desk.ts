import { DomainError, newId } from '@app/kernel';
import { inTransaction, SERVICE, type PersonalDataVault } from '@app/platform';
import type { DataSource, EntityManager } from 'typeorm';
import { appendFact, OPERATOR } from '../audit/security-fact.js';
import { deleteInvitation } from '../invitation/invitation.repository.js';
import { issueInvitation, type IssuedInvitation } from '../invitation/issue-invitation.js';
import {
  ORGANISATION_KINDS,
  type OrganisationEntity,
  type OrganisationKind,
} from '../organisation/organisation.entity.js';
import { findOrganisation, lockOrganisation, putOrganisations } from '../organisation/organisation.repository.js';
import { grantableRoles, needsSecondFactor, NO_ORGANISATION } from '../role/role.js';
import { listRoles } from '../role/role.repository.js';
import { findSecondFactor } from '../second-factor/second-factor.repository.js';
import type { AccountEntity } from './account.entity.js';
import { changeAccount, endSessions, findByUsername, insertNewAccount } from './account.repository.js';
import { hashPassword } from './password.js';
import { assertUsablePassword } from './password-rules.js';
import { resetAccount } from './reset-account.js';
import { clearFailures } from './sign-in-failure.repository.js';
import { normalUsername } from './username.js';

/** What the operator gave cannot be carried out; the message is for the operator. */
export class DeskError extends Error {}

export interface NewAccount {
  username: string;
  displayName: string;
  organisationId: string | undefined;
  roles: readonly string[];
  jurisdiction: string | undefined;
}

/** What an operator does with accounts at the command line; there is no door to it on the network. */
export class AccountDesk {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: PersonalDataVault,
  ) {}

  async putOrganisation(id: string, name: string, kind: string, jurisdiction: string): Promise<void> {
    if (!(ORGANISATION_KINDS as readonly string[]).includes(kind))
      throw new DeskError(`机构类别应为 the kind must be one of ${ORGANISATION_KINDS.join(', ')}`);
    if (!id || !name || !jurisdiction) throw new DeskError('缺少 missing: id, --name, --jurisdiction');
    await putOrganisations(this.dataSource.manager, [{ id, name, kind: kind as OrganisationKind, jurisdiction }]);
  }

  /** With a password that the operator hands over. An invitation is better: nobody else ever knows the password. */
  async addAccount(given: NewAccount, password: string): Promise<void> {
    await inTransaction(this.dataSource, SERVICE, async (tx) => {
      const account = await this.insert(tx, given);
      await changeAccount(tx, account.id, { passwordHash: await this.usableHash(tx, account, password) });
      await tell(tx, 'person.added', account);
    });
  }

  async invite(given: NewAccount): Promise<IssuedInvitation> {
    return inTransaction(this.dataSource, SERVICE, async (tx) => {
      const account = await this.insert(tx, given);
      await tell(tx, 'person.invited', account);
      return issueInvitation(tx, account.id, OPERATOR.subject, new Date());
    });
  }

  /** Also ends the person's sessions and the wait after failed attempts. The second factor stays. */
  async setPassword(typedUsername: string, password: string): Promise<void> {
    await this.change(typedUsername, 'person.password-set', async (tx, account) => {
      await changeAccount(tx, account.id, { passwordHash: await this.usableHash(tx, account, password) });
      await deleteInvitation(tx, account.id);
      await clearFailures(tx, this.vault.index('name', account.username));
    });
  }

  /** For a forgotten password or a lost telephone. */
  async reset(typedUsername: string): Promise<IssuedInvitation> {
    const issued: IssuedInvitation[] = [];
    await this.change(typedUsername, 'person.reset', async (tx, account) => {
      if (account.disabledAt) throw new DomainError('person/disabled');
      issued[0] = await resetAccount(tx, this.vault, account, OPERATOR.subject, new Date());
    });
    const [invitation] = issued;
    if (!invitation) throw new Error('a reset issues an invitation');
    return invitation;
  }

  async setRoles(typedUsername: string, roles: readonly string[]): Promise<void> {
    await this.change(typedUsername, 'person.roles-changed', async (tx, account) => {
      const organisation = account.organisationId ? await findOrganisation(tx, account.organisationId) : undefined;
      await changeAccount(tx, account.id, { roles: await givenRoles(tx, organisation, roles) });
    });
  }

  async disable(typedUsername: string): Promise<void> {
    await this.change(typedUsername, 'person.disabled', async (tx, account) => {
      await changeAccount(tx, account.id, { disabledAt: account.disabledAt ?? new Date() });
      await deleteInvitation(tx, account.id);
    });
  }

  async enable(typedUsername: string): Promise<void> {
    await this.change(typedUsername, 'person.enabled', async (tx, account) => {
      await changeAccount(tx, account.id, { disabledAt: null });
      await clearFailures(tx, this.vault.index('name', account.username));
    });
  }

  private async insert(tx: EntityManager, given: NewAccount): Promise<AccountEntity> {
    const username = normalUsername(given.username);
    if (!username) throw new DomainError('person/username');
    if (!given.displayName) throw new DeskError('缺少 missing: --name');
    const { organisationId } = given;
    const organisation = organisationId ? await findOrganisation(tx, organisationId) : undefined;
    if (organisationId && !organisation) throw new DeskError(`没有这个机构 there is no organisation ${organisationId}`);
    const now = new Date();
    const account: AccountEntity = {
      id: newId(),
      username,
      passwordHash: null,
      displayNameSealed: this.vault.seal('name', given.displayName),
      organisationId: organisationId ?? null,
      roles: await givenRoles(tx, organisation, given.roles),
      jurisdiction: given.jurisdiction ?? null,
      isDemo: false,
      createdAt: now,
      disabledAt: null,
      sessionsValidFrom: now,
    };
    if (!(await insertNewAccount(tx, account))) throw new DomainError('person/username-taken');
    return account;
  }

  private async usableHash(tx: EntityManager, account: AccountEntity, password: string): Promise<string> {
    const organisation = account.organisationId ? await findOrganisation(tx, account.organisationId) : undefined;
    const needs = needsSecondFactor(await listRoles(tx), account.roles);
    assertUsablePassword(password, {
      username: account.username,
      organisationName: organisation?.name ?? '',
      hasSecondFactor: needs || (await findSecondFactor(tx, account.id)) !== undefined,
    });
    return hashPassword(password);
  }

  /** Whatever the operator changes ends the person's sessions. The organisation is locked as its administrators lock it. */
  private async change(
    typedUsername: string,
    action: string,
    work: (tx: EntityManager, account: AccountEntity) => Promise<void>,
  ): Promise<void> {
    const username = normalUsername(typedUsername);
    await inTransaction(this.dataSource, SERVICE, async (tx: EntityManager) => {
      const found = username ? await findByUsername(tx, username) : undefined;
      if (found?.organisationId) await lockOrganisation(tx, found.organisationId);
      const account = username ? await findByUsername(tx, username) : undefined;
      if (!account) throw new DeskError('没有这个账号 there is no such account');
      await work(tx, account);
      await endSessions(tx, account.id);
      await tell(tx, action, account);
    });
  }
}

async function givenRoles(
  tx: EntityManager,
  organisation: OrganisationEntity | undefined,
  wanted: readonly string[],
): Promise<string[]> {
  const kind = organisation?.kind ?? NO_ORGANISATION;
  return grantableRoles(await listRoles(tx), wanted, { kind, by: 'operator' });
}

async function tell(tx: EntityManager, action: string, account: AccountEntity): Promise<void> {
  await appendFact(tx, { kind: 'change', action, by: OPERATOR, about: { account: account.id }, outcome: 'done' });
}
