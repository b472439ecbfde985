import { PersonalDataVault } from '@app/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { organisationName } from '../organisation/organisation.repository.js';
import { findActiveById, findActiveByUsername } from './account.repository.js';
import { hashPassword, isPassword } from './password.js';
import { claimAttempt, clearFailures } from './sign-in-failure.repository.js';
import { normalUsername } from './username.js';

/** What tokens say about their subject. */
export interface Profile {
  subject: string;
  name: string;
  organisation?: string;
  organisationName?: string;
  roles: string[];
  jurisdiction?: string;
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
  ) {}

  async onModuleInit(): Promise<void> {
    this.decoyHash = await hashPassword('no account has this password');
  }

  /** A wrong password, an unknown name and a disabled account give the same outcome after the same work. */
  async signIn(typedUsername: string, password: string): Promise<SignInOutcome> {
    const tx = this.dataSource.manager;
    const username = normalUsername(typedUsername);
    const usernameIndex = this.vault.index('name', username ?? typedUsername);
    const retryAfterS = await claimAttempt(tx, usernameIndex);
    if (retryAfterS !== undefined) return { kind: 'blocked', retryAfterS };
    const account = await findActiveByUsername(tx, username ?? '');
    const matches = await isPassword(account?.passwordHash ?? this.decoyHash, password);
    if (!account || !matches) return { kind: 'refused' };
    await clearFailures(tx, usernameIndex);
    return { kind: 'accepted', accountId: account.id };
  }

  /** Of an account that may sign in; nothing for a disabled one. */
  async profileOf(accountId: string): Promise<Profile | undefined> {
    const tx = this.dataSource.manager;
    const account = await findActiveById(tx, accountId);
    if (!account) return undefined;
    const { organisationId, jurisdiction } = account;
    const name = organisationId ? await organisationName(tx, organisationId) : undefined;
    return {
      subject: account.id,
      name: this.vault.open('name', account.displayNameSealed),
      roles: account.roles,
      ...(organisationId ? { organisation: organisationId } : {}),
      ...(name ? { organisationName: name } : {}),
      ...(jurisdiction ? { jurisdiction } : {}),
    };
  }
}
