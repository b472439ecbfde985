import { DomainError } from '@app/kernel';
import { inTransaction, PersonalDataVault, SERVICE } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AccountEntity } from '../account/account.entity.js';
import { AccountService } from '../account/account.service.js';
import { changeAccount, findActiveById, findActiveByUsername } from '../account/account.repository.js';
import { hashPassword } from '../account/password.js';
import { assertUsablePassword } from '../account/password-rules.js';
import { claimAttempt, clearFailures } from '../account/sign-in-failure.repository.js';
import { normalUsername } from '../account/username.js';
import { appendFact, SecurityTrail, standingOf } from '../audit/security-fact.js';
import { oneTimeCodeDigest } from '../one-time-code/one-time-code.js';
import { SecondFactorService } from '../second-factor/second-factor.service.js';
import { newTotpSecret } from '../second-factor/totp.js';
import { openTicket, sealTicket } from '../ticket/ticket.js';
import { claimInvitation, isOpenInvitation } from './invitation.repository.js';

export interface InvitationForm {
  username: string;
  code: string;
  password: string;
  repeated: string;
}

export type InvitationFault =
  { kind: 'refused' } | { kind: 'blocked'; retryAfterS: number } | { kind: 'password'; error: DomainError };

/** What the browser is shown next. */
export type InvitationStep =
  | { kind: 'form'; fault: InvitationFault }
  | { kind: 'enrolment'; ticket: string; secret: string; username: string; isWrong: boolean }
  | { kind: 'done'; recoveryCodes: string[] };

/** The invitation is used when everything is there, not before: until then the forms carry it. */
interface Ticket {
  accountId: string;
  codeSha256: string;
  passwordHash: string;
  secret: string;
}

const REFUSED: InvitationStep = { kind: 'form', fault: { kind: 'refused' } };

@Injectable()
export class InvitationService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(AccountService) private readonly accounts: AccountService,
    @Inject(SecondFactorService) private readonly factors: SecondFactorService,
    @Inject(SecurityTrail) private readonly trail: SecurityTrail,
  ) {}

  /** A wrong code, an old one and a name that nobody has give the same answer. */
  async use(form: InvitationForm): Promise<InvitationStep> {
    const tx = this.dataSource.manager;
    const username = normalUsername(form.username);
    const failures = this.vault.index('secret', `invitation ${username ?? form.username}`);
    const account = await findActiveByUsername(tx, username ?? '');
    const retryAfterS = await claimAttempt(tx, failures);
    if (retryAfterS !== undefined) return { kind: 'form', fault: { kind: 'blocked', retryAfterS } };
    const codeSha256 = oneTimeCodeDigest(form.code) ?? '';
    if (!account || !(await isOpenInvitation(tx, account.id, codeSha256, new Date()))) {
      const usernameIndex = this.vault.index('name', username ?? form.username);
      const about = account ? { account: account.id } : { usernameIndex };
      await this.trail.note({ kind: 'sign-in', action: 'invitation.refused', about, outcome: 'refused' });
      return REFUSED;
    }
    await clearFailures(tx, failures);
    const fault = await this.passwordFault(account.id, form);
    if (fault) return { kind: 'form', fault: { kind: 'password', error: fault } };
    const passwordHash = await hashPassword(form.password);
    const standing = await this.accounts.standingOf(account.id);
    const ticket: Ticket = { accountId: account.id, codeSha256, passwordHash, secret: newTotpSecret() };
    if (standing?.needsSecondFactor) return this.enrolment(ticket, account.username, false);
    const used = await inTransaction(this.dataSource, SERVICE, (tx) => this.claim(tx, account, ticket));
    return used ? { kind: 'done', recoveryCodes: [] } : REFUSED;
  }

  async enrol(ticketText: string, code: string): Promise<InvitationStep> {
    const ticket = openTicket<Ticket>(this.vault, 'invitation', ticketText, Date.now());
    const account = ticket && (await findActiveById(this.dataSource.manager, ticket.accountId));
    if (!account) return REFUSED;
    return inTransaction(this.dataSource, SERVICE, async (tx): Promise<InvitationStep> => {
      const recoveryCodes = await this.factors.replace(tx, account.id, ticket.secret, code, new Date());
      if (!recoveryCodes) return this.enrolment(ticket, account.username, true);
      if (await this.claim(tx, account, ticket)) return { kind: 'done', recoveryCodes };
      throw new DomainError('invitation/used');
    });
  }

  private async claim(tx: EntityManager, account: AccountEntity, ticket: Ticket): Promise<boolean> {
    if (!(await claimInvitation(tx, account.id, ticket.codeSha256, new Date()))) return false;
    await changeAccount(tx, account.id, { passwordHash: ticket.passwordHash });
    await clearFailures(tx, this.vault.index('name', account.username));
    const by = standingOf(account);
    const about = { account: account.id };
    await appendFact(tx, { kind: 'change', action: 'invitation.used', by, about, outcome: 'done' });
    return true;
  }

  private enrolment(ticket: Ticket, username: string, isWrong: boolean): InvitationStep {
    const sealed = sealTicket(this.vault, 'invitation', ticket, Date.now());
    return { kind: 'enrolment', ticket: sealed, secret: ticket.secret, username, isWrong };
  }

  private async passwordFault(accountId: string, form: InvitationForm): Promise<DomainError | undefined> {
    if (form.password !== form.repeated) return new DomainError('password/not-repeated');
    try {
      assertUsablePassword(form.password, await this.accounts.passwordContextOf(accountId));
      return undefined;
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }
}
