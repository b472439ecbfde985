import { Public, RecordsItself } from '@app/platform';
import { Controller, Get, Inject, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BrowserErrorFilter } from './browser-error.filter.js';
import { enrolmentPage } from './enrolment-page.js';
import { formFields } from './form.js';
import { assertFromOurPage } from './from-our-page.js';
import { InteractionService, type BrowserExchange, type SignInStep } from './interaction.service.js';
import { pageHeaders } from './page.js';
import { codesKeptForm, recoveryCodesPage, secondFactorPage } from './second-factor-page.js';
import { signInPage } from './sign-in-page.js';

const HTTP_OK = 200;
const HTTP_SEE_OTHER = 303;
const HTTP_UNPROCESSABLE = 422;
const HTTP_TOO_MANY = 429;
const FIELDS = ['action', 'username', 'password', 'ticket', 'code', 'recovery'] as const;
type Shown = Exclude<SignInStep, { kind: 'finished' }>;

/** The pages on which people sign in. */
@ApiExcludeController()
@RecordsItself()
@Controller('oidc/interaction')
@UseFilters(BrowserErrorFilter)
export class InteractionController {
  constructor(@Inject(InteractionService) private readonly interactions: InteractionService) {}

  @Get(':uid')
  @Public()
  async show(@Param('uid') uid: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { clientOrigin } = await this.interactions.find(exchangeOf(uid, request, reply));
    await reply
      .code(HTTP_OK)
      .headers(headersFor(clientOrigin))
      .send(signInPage(addressOf(uid)));
  }

  @Post(':uid')
  @Public()
  async submit(@Param('uid') uid: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    assertFromOurPage(request);
    const exchange = exchangeOf(uid, request, reply);
    const { clientOrigin } = await this.interactions.find(exchange);
    const step = await this.take(exchange, formFields(request.body, FIELDS));
    if (step.kind === 'finished') {
      await reply.redirect(step.location, HTTP_SEE_OTHER);
      return;
    }
    const fault = faultOf(step);
    if (fault?.kind === 'blocked') void reply.header('retry-after', String(fault.retryAfterS));
    await reply
      .code(fault ? (fault.kind === 'blocked' ? HTTP_TOO_MANY : HTTP_UNPROCESSABLE) : HTTP_OK)
      .headers(headersFor(clientOrigin))
      .send(await pageOf(step, addressOf(uid)));
  }

  private async take(exchange: BrowserExchange, form: Record<(typeof FIELDS)[number], string>): Promise<SignInStep> {
    switch (form.action) {
      case 'cancel':
        return { kind: 'finished', location: await this.interactions.cancel(exchange) };
      case 'second-factor':
        return this.interactions.secondFactor(exchange, form.ticket, { kind: 'app', text: form.code });
      case 'recovery-code':
        return this.interactions.secondFactor(exchange, form.ticket, { kind: 'recovery-code', text: form.recovery });
      case 'enrol':
        return this.interactions.enrol(exchange, form.ticket, form.code);
      case 'continue':
        return this.interactions.goOn(exchange, form.ticket);
      default:
        return this.interactions.signIn(exchange, form.username, form.password);
    }
  }
}

function exchangeOf(uid: string, request: FastifyRequest, reply: FastifyReply): BrowserExchange {
  return { uid, request: request.raw, response: reply.raw };
}

const addressOf = (uid: string): string => `/oidc/interaction/${encodeURIComponent(uid)}`;

const headersFor = (clientOrigin: string | undefined): Record<string, string> =>
  pageHeaders(clientOrigin ? [clientOrigin] : []);

function faultOf(step: Shown): { kind: 'refused' | 'restart' } | { kind: 'blocked'; retryAfterS: number } | undefined {
  if (step.kind === 'sign-in' || step.kind === 'second-factor') return step.fault;
  return step.kind === 'enrolment' && step.isWrong ? { kind: 'refused' } : undefined;
}

async function pageOf(step: Shown, action: string): Promise<string> {
  switch (step.kind) {
    case 'sign-in':
      return signInPage(action, step.fault);
    case 'second-factor':
      return secondFactorPage(action, step.ticket, step.fault);
    case 'enrolment':
      return enrolmentPage({ ...step, action, canCancel: true });
    case 'recovery-codes':
      return recoveryCodesPage(step.codes, codesKeptForm(action, step.ticket));
  }
}
