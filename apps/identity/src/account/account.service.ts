import { createHash } from 'node:crypto';
import { DomainError } from '@app/kernel';
import { PersonalDataVault } from '@app/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { SecurityTrail } from '../audit/security-fact.js';
import { findOrganisation } from '../organisation/organisation.repository.js';
import { needsSecondFactor } from '../role/role.js';
import { listRoles } from '../role/role.repository.js';
import { findSecondFactor } from '../second-factor/second-factor.repository.js';
import type { AccountEntity } from './account.entity.js';
import { findActiveById, findActiveByUsername } from './account.repository.js';
import { hashPassword, isPassword } from './password.js';
import type { PasswordContext } from './password-rules.js';
import { claimAttempt, clearFailures } from './sign-in-failure.repository.js';
import { normalUsername } from './username.js';

const MS_PER_S = 1000;

/** What tokens say about their subject. */
export interface Profile {
  subject: string;
  name: string;
  organisation?: string;
  organisationName?: string;
  roles: string[];
  jurisdiction?: string;
}

/** What decides whether a sign-in is good for an account. */
export interface Standing {
  profile: Profile;
  username: string;
  needsSecondFactor: boolean;
  hasSecondFactor: boolean;
  /** Sign-ins before this second count for nothing. */
  validFromS: number;
  /** Changes with the password: what was begun with the old one does not go on. */
  credential: string;
}

export type SignInOutcome =
  { kind: 'accepted'; accountId: string } | { kind: 'refused' } | { kind: 'blocked'; retryAfterS: number };

@Injectable()
export class AccountService implements OnModuleInit {
  /** Stands in for the hash of an account that does not exist, so that the answer takes as long. */
  private decoyHash = '';

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(SecurityTrail) private readonly trail: SecurityTrail,
  ) {}

  async onModuleInit(): Promise<void> {
    this.decoyHash = await hashPassword('no account has this password');
  }

  /** A wrong password, an unknown name, a disabled and an invited account give the same outcome after the same work. */
  async signIn(typedUsername: string, password: string): Promise<SignInOutcome> {
    const tx = this.dataSource.manager;
    const username = normalUsername(typedUsername);
    const usernameIndex = this.vault.index('name', username ?? typedUsername);
    const account = await findActiveByUsername(tx, username ?? '');
    const retryAfterS = await claimAttempt(tx, usernameIndex);
    if (retryAfterS !== undefined) {
      await this.noteRefusal('sign-in.blocked', account, usernameIndex);
      return { kind: 'blocked', retryAfterS };
    }
    const matches = await isPassword(account?.passwordHash ?? this.decoyHash, password);
    if (!account?.passwordHash || !matches) {
      await this.noteRefusal('sign-in.refused', account, usernameIndex);
      return { kind: 'refused' };
    }
    await clearFailures(tx, usernameIndex);
    return { kind: 'accepted', accountId: account.id };
  }

  /** The person is signed in already and shows to be the same one. */
  async confirmPassword(accountId: string, password: string): Promise<SignInOutcome> {
    const account = await findActiveById(this.dataSource.manager, accountId);
    return this.signIn(account?.username ?? '', password);
  }

  /** Of an account that may sign in; nothing for a disabled one. */
  async profileOf(accountId: string): Promise<Profile | undefined> {
    return (await this.standingOf(accountId))?.profile;
  }

  /** Of an account that may sign in; nothing for a disabled one. */
  async standingOf(accountId: string): Promise<Standing | undefined> {
    const tx = this.dataSource.manager;
    const account = await findActiveById(tx, accountId);
    if (!account) return undefined;
    return {
      profile: await this.profile(tx, account),
      username: account.username,
      needsSecondFactor: needsSecondFactor(await listRoles(tx), account.roles),
      hasSecondFactor: (await findSecondFactor(tx, account.id)) !== undefined,
      validFromS: Math.floor(account.sessionsValidFrom.getTime() / MS_PER_S),
      credential: createHash('sha256')
        .update(account.passwordHash ?? '')
        .digest('base64url'),
    };
  }

  /** @throws DomainError when the account is gone */
  async passwordContextOf(accountId: string): Promise<PasswordContext> {
    const standing = await this.standingOf(accountId);
    if (!standing) throw new DomainError('sign-in/expired');
    return {
      username: standing.username,
      organisationName: standing.profile.organisationName ?? '',
      hasSecondFactor: standing.needsSecondFactor || standing.hasSecondFactor,
    };
  }

  private async profile(tx: EntityManager, account: AccountEntity): Promise<Profile> {
    const { organisationId, jurisdiction } = account;
    const name = organisationId ? (await findOrganisation(tx, organisationId))?.name : undefined;
    return {
      subject: account.id,
      name: this.vault.open('name', account.displayNameSealed),
      roles: account.roles,
      ...(organisationId ? { organisation: organisationId } : {}),
      ...(name ? { organisationName: name } : {}),
      ...(jurisdiction ? { jurisdiction } : {}),
    };
  }

  private async noteRefusal(action: string, account: AccountEntity | undefined, usernameIndex: string): Promise<void> {
    const about = account ? { account: account.id } : { usernameIndex };
    await this.trail.note({ kind: 'sign-in', action, about, outcome: 'refused' });
  }
}
