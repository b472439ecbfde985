import type { IncomingMessage, ServerResponse } from 'node:http';
import { DomainError } from '@app/kernel';
import { inTransaction, PersonalDataVault, type Standing as Actor } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Provider } from 'oidc-provider';
import { DataSource, type EntityManager } from 'typeorm';
import { changeAccount } from '../account/account.repository.js';
import { AccountService, type Standing } from '../account/account.service.js';
import { hashPassword } from '../account/password.js';
import { assertUsablePassword } from '../account/password-rules.js';
import { appendFact, SecurityTrail } from '../audit/security-fact.js';
import { endSession } from '../oidc/end-session.js';
import { OIDC_PROVIDER } from '../oidc/oidc.module.js';
import { isSufficient, SESSION_AGE_MAX_S } from '../oidc/sign-in-policy.js';
import { listRoles } from '../role/role.repository.js';
import { SecondFactorService, type TypedFactor } from '../second-factor/second-factor.service.js';
import { newTotpSecret, stepOf } from '../second-factor/totp.js';
import { listSessions } from '../session/sign-in-session.repository.js';
import { openTicket, sealTicket } from '../ticket/ticket.js';

/** Who uses the page, by the provider's own session of this browser. */
export interface Visitor {
  accountId: string;
  sessionUid: string;
  standing: Standing;
}

export interface OwnSession {
  uid: string;
  browser: string;
  address: string;
  beganAt: Date;
  lastUsedAt: Date;
  isThis: boolean;
}

export interface OwnAccount {
  username: string;
  name: string;
  organisationName: string;
  roles: { zh: string; en: string }[];
  hasSecondFactor: boolean;
  needsSecondFactor: boolean;
  recoveryCodesLeft: number;
  sessions: OwnSession[];
}

/** What the person shows again before something that opens the account is changed. */
export interface Proof {
  password: string;
  /** Code of the app or a recovery code; only asked for where there is a second factor. */
  factor: string;
}

export type ProofFault =
  { kind: 'password' } | { kind: 'factor' } | { kind: 'blocked'; retryAfterS: number } | { kind: 'new-code' };

export interface Enrolment {
  ticket: string;
  secret: string;
}

interface Ticket {
  accountId: string;
  secret: string;
}

const APP_CODE_FORM = /^[\d\s]{6,9}$/;

@Injectable()
export class OwnAccountService {
  constructor(
    @Inject(OIDC_PROVIDER) private readonly provider: Provider,
    @Inject(AccountService) private readonly accounts: AccountService,
    @Inject(SecondFactorService) private readonly factors: SecondFactorService,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(SecurityTrail) private readonly trail: SecurityTrail,
  ) {}

  /** Nobody when the browser has no session, or one that would not be given tokens either. */
  async visitor(request: IncomingMessage, response: ServerResponse): Promise<Visitor | undefined> {
    const session = await this.provider.Session.get(this.provider.createContext(request, response));
    const { accountId, uid } = session;
    if (!accountId || session.past(SESSION_AGE_MAX_S) || !(await isSufficient(this.accounts, session)))
      return undefined;
    const standing = await this.accounts.standingOf(accountId);
    return standing && { accountId, sessionUid: uid, standing };
  }

  /** Says that a form came from a page of this session. */
  formToken({ sessionUid }: Visitor): string {
    return this.vault.index('secret', `account page ${sessionUid}`);
  }

  async show({ accountId, sessionUid, standing }: Visitor): Promise<OwnAccount> {
    const tx = this.dataSource.manager;
    const book = await listRoles(tx);
    const sessions = await listSessions(tx, accountId);
    const { profile, username, hasSecondFactor, needsSecondFactor } = standing;
    return {
      username,
      name: profile.name,
      organisationName: profile.organisationName ?? '',
      roles: book.filter(({ code }) => profile.roles.includes(code)),
      hasSecondFactor,
      needsSecondFactor,
      recoveryCodesLeft: await this.factors.recoveryCodesLeft(accountId),
      sessions: sessions.map(({ addressSealed, ...session }) => ({
        ...session,
        address: this.vault.open('secret', addressSealed),
        isThis: session.uid === sessionUid,
      })),
    };
  }

  /** @param uid of one session, or none for all but this one */
  async endSessions(visitor: Visitor, uid: string | undefined): Promise<void> {
    await this.change(visitor, 'session.ended', async (tx) => {
      if (uid === undefined) await this.endOthers(tx, visitor);
      else await endSession(tx, this.vault, visitor.accountId, uid);
    });
  }

  /** @throws DomainError that names the rule of passwords */
  async changePassword(
    visitor: Visitor,
    old: string,
    wanted: string,
    repeated: string,
  ): Promise<ProofFault | undefined> {
    if (wanted !== repeated) throw new DomainError('password/not-repeated');
    assertUsablePassword(wanted, await this.accounts.passwordContextOf(visitor.accountId));
    const fault = await this.passwordFault(visitor, old);
    if (fault) return fault;
    const passwordHash = await hashPassword(wanted);
    await this.change(visitor, 'password.changed', async (tx) => {
      await changeAccount(tx, visitor.accountId, { passwordHash });
      await this.endOthers(tx, visitor);
    });
    return undefined;
  }

  newEnrolment({ accountId }: Visitor): Enrolment {
    const secret = newTotpSecret();
    return { secret, ticket: sealTicket<Ticket>(this.vault, 'second-factor', { accountId, secret }, Date.now()) };
  }

  /** The enrolment that a form carries; a new one when it is too old. */
  heldEnrolment(visitor: Visitor, ticket: string): Enrolment {
    const held = openTicket<Ticket>(this.vault, 'second-factor', ticket, Date.now());
    return held?.accountId === visitor.accountId ? { ticket, secret: held.secret } : this.newEnrolment(visitor);
  }

  /** @param code of the app that is set up @returns the new recovery codes */
  async setSecondFactor(
    visitor: Visitor,
    { secret }: Enrolment,
    code: string,
    proof: Proof,
  ): Promise<string[] | ProofFault> {
    // First what costs nothing to repeat: a recovery code is not spent on a mistyped one.
    if (stepOf(secret, code, Date.now()) === undefined) return { kind: 'new-code' };
    const fault = await this.proofFault(visitor, proof);
    if (fault) return fault;
    const codes = await this.change(visitor, 'second-factor.set-up', (tx) =>
      this.factors.replace(tx, visitor.accountId, secret, code, new Date()),
    );
    return codes ?? { kind: 'new-code' };
  }

  async renewRecoveryCodes(visitor: Visitor, proof: Proof): Promise<string[] | ProofFault> {
    if (!visitor.standing.hasSecondFactor) return { kind: 'factor' };
    const fault = await this.proofFault(visitor, proof);
    if (fault) return fault;
    return this.change(visitor, 'recovery-codes.renewed', (tx) =>
      this.factors.renewRecoveryCodes(tx, visitor.accountId),
    );
  }

  private async proofFault(visitor: Visitor, { password, factor }: Proof): Promise<ProofFault | undefined> {
    const fault = await this.passwordFault(visitor, password);
    if (fault || !visitor.standing.hasSecondFactor) return fault;
    const kind: TypedFactor['kind'] = APP_CODE_FORM.test(factor.normalize('NFKC').trim()) ? 'app' : 'recovery-code';
    const outcome = await this.factors.check(visitor.accountId, { kind, text: factor });
    if (outcome.kind === 'accepted') return undefined;
    await this.note(visitor, `second-factor.${outcome.kind}`);
    return outcome.kind === 'blocked' ? outcome : { kind: 'factor' };
  }

  private async passwordFault(visitor: Visitor, password: string): Promise<ProofFault | undefined> {
    const outcome = await this.accounts.confirmPassword(visitor.accountId, password);
    if (outcome.kind === 'accepted') return undefined;
    return outcome.kind === 'blocked' ? outcome : { kind: 'password' };
  }

  private async endOthers(tx: EntityManager, { accountId, sessionUid }: Visitor): Promise<void> {
    for (const { uid } of await listSessions(tx, accountId)) {
      if (uid !== sessionUid) await endSession(tx, this.vault, accountId, uid);
    }
  }

  private async change<T>(visitor: Visitor, action: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const by = actorOf(visitor);
    return inTransaction(this.dataSource, by, async (tx) => {
      const done = await work(tx);
      await appendFact(tx, { kind: 'change', action, by, about: { account: visitor.accountId }, outcome: 'done' });
      return done;
    });
  }

  private async note(visitor: Visitor, action: string): Promise<void> {
    const about = { account: visitor.accountId };
    await this.trail.note({ kind: 'sign-in', action, by: actorOf(visitor), about, outcome: 'refused' });
  }
}

const actorOf = ({ standing: { profile } }: Visitor): Actor => ({
  subject: profile.subject,
  organisationId: profile.organisation ?? '',
  roles: profile.roles,
  jurisdiction: profile.jurisdiction ?? '',
});
