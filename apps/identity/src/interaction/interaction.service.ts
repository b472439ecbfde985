import type { IncomingMessage, ServerResponse } from 'node:http';
import { DomainError } from '@app/kernel';
import { inTransaction, LOGGER, PersonalDataVault, type Standing as Actor } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { errors, type Provider } from 'oidc-provider';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { AccountService, type Standing } from '../account/account.service.js';
import { appendFact, SecurityTrail } from '../audit/security-fact.js';
import { OIDC_PROVIDER } from '../oidc/oidc.module.js';
import { SECOND_FACTOR_SHOWN } from '../oidc/sign-in-standing.js';
import { SecondFactorService, type TypedFactor } from '../second-factor/second-factor.service.js';
import { newTotpSecret } from '../second-factor/totp.js';
import { openTicket, sealTicket } from '../ticket/ticket.js';
import type { FactorFault } from './second-factor-page.js';
import type { SignInFault } from './sign-in-page.js';

const MS_PER_S = 1000;

/** The browser's request and our answer to it: the provider finds the interaction by a cookie of that request. */
export interface BrowserExchange {
  uid: string;
  request: IncomingMessage;
  response: ServerResponse;
}

/** A sign-in that waits for the person. */
export interface OpenSignIn {
  /** Origin that the browser goes to in the end. */
  clientOrigin: string | undefined;
}

/** What the person has shown so far: good for one interaction of one browser, and as long as the password stays. */
interface Ticket {
  /** Of the interaction. */
  uid: string;
  accountId: string;
  credential: string;
  /** `passed`: both factors; the recovery codes are being shown. */
  state: 'password' | 'passed';
  /** Of the second factor that is being set up. */
  secret?: string;
}

/** What the browser is shown next. */
export type SignInStep =
  | { kind: 'finished'; location: string }
  | { kind: 'sign-in'; fault: SignInFault }
  | { kind: 'second-factor'; ticket: string; fault?: FactorFault }
  | { kind: 'enrolment'; ticket: string; secret: string; username: string; isWrong: boolean }
  | { kind: 'recovery-codes'; ticket: string; codes: string[] };

/** An open ticket, and the account as it is now. */
interface Held {
  ticket: Ticket;
  standing: Standing;
  /** When the account was looked at: what happens to it later overtakes the sign-in. */
  atS: number;
}

const RESTART: SignInStep = { kind: 'sign-in', fault: { kind: 'restart' } };

const actorOf = ({ profile }: Standing): Actor => ({
  subject: profile.subject,
  organisationId: profile.organisation ?? '',
  roles: profile.roles,
  jurisdiction: profile.jurisdiction ?? '',
});

@Injectable()
export class InteractionService {
  constructor(
    @Inject(OIDC_PROVIDER) private readonly provider: Provider,
    @Inject(AccountService) private readonly accounts: AccountService,
    @Inject(SecondFactorService) private readonly factors: SecondFactorService,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(SecurityTrail) private readonly trail: SecurityTrail,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws DomainError `sign-in/expired` also when the browser that asks is not the one that began */
  async find({ uid, request, response }: BrowserExchange): Promise<OpenSignIn> {
    const interaction = await this.provider.interactionDetails(request, response).catch((error: unknown) => {
      if (error instanceof errors.SessionNotFound) throw new DomainError('sign-in/expired');
      throw error;
    });
    if (interaction.uid !== uid || interaction.prompt.name !== 'login') throw new DomainError('sign-in/expired');
    const redirectUri = interaction.params['redirect_uri'];
    return { clientOrigin: typeof redirectUri === 'string' ? new URL(redirectUri).origin : undefined };
  }

  async signIn(exchange: BrowserExchange, username: string, password: string): Promise<SignInStep> {
    const outcome = await this.accounts.signIn(username, password);
    if (outcome.kind !== 'accepted') {
      this.logger.info({ outcome: outcome.kind }, 'sign-in failed');
      return { kind: 'sign-in', fault: outcome };
    }
    const { accountId } = outcome;
    const atS = this.nowS();
    const standing = await this.accounts.standingOf(accountId);
    if (!standing) return { kind: 'sign-in', fault: { kind: 'refused' } };
    const ticket: Ticket = { uid: exchange.uid, accountId, credential: standing.credential, state: 'password' };
    if (standing.hasSecondFactor) return { kind: 'second-factor', ticket: this.seal(ticket) };
    if (standing.needsSecondFactor) return this.enrolment({ ...ticket, secret: newTotpSecret() }, standing, false);
    return this.accept(exchange, { ticket, standing, atS }, ['pwd']);
  }

  async secondFactor(exchange: BrowserExchange, ticketText: string, typed: TypedFactor): Promise<SignInStep> {
    const held = await this.hold(exchange, ticketText, 'password');
    if (!held) return RESTART;
    const outcome = await this.factors.check(held.ticket.accountId, typed);
    if (outcome.kind !== 'accepted') {
      this.logger.info({ outcome: outcome.kind }, 'second factor failed');
      await this.note(`second-factor.${outcome.kind}`, held.standing, 'refused');
      return { kind: 'second-factor', ticket: this.seal(held.ticket), fault: outcome };
    }
    if (typed.kind === 'app') return this.accept(exchange, held, ['pwd', 'otp', SECOND_FACTOR_SHOWN]);
    await this.note('recovery-code.used', held.standing, 'done');
    return this.accept(exchange, held, ['pwd', SECOND_FACTOR_SHOWN]);
  }

  /** Sets up the second factor that the account's roles need. */
  async enrol(exchange: BrowserExchange, ticketText: string, code: string): Promise<SignInStep> {
    const held = await this.hold(exchange, ticketText, 'password');
    const secret = held?.ticket.secret;
    if (!held || !secret || held.standing.hasSecondFactor) return RESTART;
    const by = actorOf(held.standing);
    const account = by.subject;
    const codes = await inTransaction(this.dataSource, by, async (tx) => {
      const made = await this.factors.enrol(tx, account, secret, code, new Date());
      if (made)
        await appendFact(tx, {
          kind: 'change',
          action: 'second-factor.set-up',
          by,
          about: { account },
          outcome: 'done',
        });
      return made;
    });
    if (!codes) return this.enrolment(held.ticket, held.standing, true);
    return { kind: 'recovery-codes', ticket: this.seal({ ...held.ticket, state: 'passed' }), codes };
  }

  /** After the recovery codes were shown. */
  async goOn(exchange: BrowserExchange, ticketText: string): Promise<SignInStep> {
    const held = await this.hold(exchange, ticketText, 'passed');
    return held ? this.accept(exchange, held, ['pwd', 'otp', SECOND_FACTOR_SHOWN]) : RESTART;
  }

  /** @returns where the browser goes next */
  async cancel(exchange: BrowserExchange): Promise<string> {
    return this.finish(exchange, { error: 'access_denied', error_description: 'the person cancelled' });
  }

  private enrolment(ticket: Ticket, { username }: Standing, isWrong: boolean): SignInStep {
    return { kind: 'enrolment', ticket: this.seal(ticket), secret: ticket.secret ?? '', username, isWrong };
  }

  private seal(ticket: Ticket): string {
    return sealTicket(this.vault, 'sign-in', ticket, Date.now());
  }

  private async hold({ uid }: BrowserExchange, text: string, state: Ticket['state']): Promise<Held | undefined> {
    const ticket = openTicket<Ticket>(this.vault, 'sign-in', text, Date.now());
    if (ticket?.uid !== uid || ticket.state !== state) return undefined;
    const atS = this.nowS();
    const standing = await this.accounts.standingOf(ticket.accountId);
    return standing?.credential === ticket.credential ? { ticket, standing, atS } : undefined;
  }

  private async accept(exchange: BrowserExchange, held: Held, amr: string[]): Promise<SignInStep> {
    const { accountId } = held.ticket;
    this.logger.info({ account: accountId }, 'signed in');
    await this.note('sign-in.accepted', held.standing, 'done');
    // In the second in which the person was let in again, a sign-in counts as one of the next.
    const ts = Math.max(held.atS, held.standing.validFromS);
    const location = await this.finish(exchange, { login: { accountId, amr, ts } });
    return { kind: 'finished', location };
  }

  private async note(action: string, standing: Standing, outcome: 'done' | 'refused'): Promise<void> {
    const by = actorOf(standing);
    await this.trail.note({ kind: 'sign-in', action, by, about: { account: by.subject }, outcome });
  }

  private nowS(): number {
    return Math.floor(Date.now() / MS_PER_S);
  }

  private async finish(
    { request, response }: BrowserExchange,
    result: Parameters<Provider['interactionResult']>[2],
  ): Promise<string> {
    return this.provider.interactionResult(request, response, result, { mergeWithLastSubmission: false });
  }
}
