import { newId } from '@app/kernel';
import { inTransaction, ROLES, type PersonalDataVault, SERVICE } from '@app/platform';
import type { DataSource, EntityManager } from 'typeorm';
import { deletePayloadsOfAccount } from '../oidc/oidc-payload.repository.js';
import { ORGANISATION_KINDS, type OrganisationKind } from '../organisation/organisation.entity.js';
import { organisationName, putOrganisations } from '../organisation/organisation.repository.js';
import type { AccountEntity } from './account.entity.js';
import { changeAccount, findByUsername, insertAccounts } from './account.repository.js';
import { hashPassword } from './password.js';
import { clearFailures } from './sign-in-failure.repository.js';
import { normalUsername } from './username.js';

const PASSWORD_LENGTH_MIN = 12;

/** What the operator gave cannot be carried out; the message is for the operator. */
export class DeskError extends Error {}

export interface NewAccount {
  username: string;
  displayName: string;
  organisationId: string | undefined;
  roles: readonly string[];
  jurisdiction: string | undefined;
  password: string;
}

function usablePassword(password: string): string {
  if (password.length < PASSWORD_LENGTH_MIN)
    throw new DeskError(`密码至少 ${PASSWORD_LENGTH_MIN} 个字符 the password needs ${PASSWORD_LENGTH_MIN} characters`);
  return password;
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

  async addAccount(given: NewAccount): Promise<void> {
    const username = normalUsername(given.username);
    if (!username) throw new DeskError('用户名格式不对 the username is not usable');
    if (!given.displayName) throw new DeskError('缺少 missing: --name');
    const unknown = given.roles.filter((role) => !(ROLES as readonly string[]).includes(role));
    if (given.roles.length === 0 || unknown.length > 0)
      throw new DeskError(`角色应为 --roles must be some of ${ROLES.join(', ')}`);
    const passwordHash = await hashPassword(usablePassword(given.password));
    await inTransaction(this.dataSource, SERVICE, async (tx) => {
      if (await findByUsername(tx, username)) throw new DeskError(`账号已存在 there is an account ${username}`);
      if (given.organisationId && !(await organisationName(tx, given.organisationId)))
        throw new DeskError(`没有这个机构 there is no organisation ${given.organisationId}`);
      const account: AccountEntity = {
        id: newId(),
        username,
        passwordHash,
        displayNameSealed: this.vault.seal('name', given.displayName),
        organisationId: given.organisationId ?? null,
        roles: [...given.roles],
        jurisdiction: given.jurisdiction ?? null,
        isDemo: false,
        createdAt: new Date(),
        disabledAt: null,
      };
      await insertAccounts(tx, [account]);
    });
  }

  /** Also ends the person's sessions and the wait after failed attempts. */
  async setPassword(typedUsername: string, password: string): Promise<void> {
    const passwordHash = await hashPassword(usablePassword(password));
    await this.change(typedUsername, { passwordHash });
  }

  async disable(typedUsername: string): Promise<void> {
    await this.change(typedUsername, { disabledAt: new Date() });
  }

  async enable(typedUsername: string): Promise<void> {
    await this.change(typedUsername, { disabledAt: null });
  }

  private async change(typedUsername: string, change: Parameters<typeof changeAccount>[2]): Promise<void> {
    const username = normalUsername(typedUsername);
    await inTransaction(this.dataSource, SERVICE, async (tx: EntityManager) => {
      const account = username ? await findByUsername(tx, username) : undefined;
      if (!account) throw new DeskError('没有这个账号 there is no such account');
      await changeAccount(tx, account.id, change);
      await deletePayloadsOfAccount(tx, account.id);
      await clearFailures(tx, this.vault.index('name', account.username));
    });
  }
}
