import type { IncomingMessage, ServerResponse } from 'node:http';
import { DomainError } from '@app/kernel';
import { LOGGER } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { errors, type Provider } from 'oidc-provider';
import type { Logger } from 'pino';
import { AccountService, type SignInOutcome } from '../account/account.service.js';
import { OIDC_PROVIDER } from '../oidc/oidc.module.js';

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

export type SignInStep = { kind: 'finished'; location: string } | Exclude<SignInOutcome, { kind: 'accepted' }>;

@Injectable()
export class InteractionService {
  constructor(
    @Inject(OIDC_PROVIDER) private readonly provider: Provider,
    @Inject(AccountService) private readonly accounts: AccountService,
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
    await this.find(exchange);
    const outcome = await this.accounts.signIn(username, password);
    if (outcome.kind !== 'accepted') {
      this.logger.info({ outcome: outcome.kind }, 'sign-in failed');
      return outcome;
    }
    const { accountId } = outcome;
    this.logger.info({ account: accountId }, 'signed in');
    const location = await this.finish(exchange, { login: { accountId, amr: ['pwd'] } });
    return { kind: 'finished', location };
  }

  /** @returns where the browser goes next */
  async cancel(exchange: BrowserExchange): Promise<string> {
    await this.find(exchange);
    return this.finish(exchange, { error: 'access_denied', error_description: 'the person cancelled' });
  }

  private async finish(
    { request, response }: BrowserExchange,
    result: Parameters<Provider['interactionResult']>[2],
  ): Promise<string> {
    return this.provider.interactionResult(request, response, result, { mergeWithLastSubmission: false });
  }
}
