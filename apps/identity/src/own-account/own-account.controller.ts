import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { DomainError } from '@app/kernel';
import { CONFIG, Public, RecordsItself } from '@app/platform';
import { Controller, Get, Inject, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ACCOUNT_CLIENT_ID } from '../client/machine-client.js';
import type { IdentityConfig } from '../identity-config.js';
import { BrowserErrorFilter } from '../interaction/browser-error.filter.js';
import { formFields } from '../interaction/form.js';
import { assertFromOurPage } from '../interaction/from-our-page.js';
import { pageHeaders } from '../interaction/page.js';
import { recoveryCodesPage } from '../interaction/second-factor-page.js';
import { passwordPage, recoveryPage, secondFactorFormPage, type Fault } from './credential-pages.js';
import { ACCOUNT_ADDRESS, backLink, ownAccountPage } from './own-account-page.js';
import { OwnAccountService, type ProofFault, type Visitor } from './own-account.service.js';

const HTTP_OK = 200;
const HTTP_SEE_OTHER = 303;
const HTTP_UNPROCESSABLE = 422;
const HTTP_TOO_MANY = 429;
const FIELDS = ['action', 'token', 'uid', 'old', 'factor', 'code', 'ticket', 'password', 'repeated'] as const;
type Form = Record<(typeof FIELDS)[number], string>;

/** What signed-in people see and change of their own account. */
@ApiExcludeController()
@RecordsItself()
@Controller('oidc/account')
@Public()
@UseFilters(BrowserErrorFilter)
export class OwnAccountController {
  constructor(
    @Inject(OwnAccountService) private readonly own: OwnAccountService,
    @Inject(CONFIG) private readonly config: IdentityConfig,
  ) {}

  /** Also where a sign-in that began here comes back to: its code is left to expire, the session is what counts. */
  @Get()
  async show(
    @Query() query: Record<string, string>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (query['error']) return void (await reply.redirect('/', HTTP_SEE_OTHER));
    if (query['code']) return void (await reply.redirect(ACCOUNT_ADDRESS, HTTP_SEE_OTHER));
    await this.withVisitor(request, reply, async (visitor) => {
      const account = await this.own.show(visitor);
      await send(reply, ownAccountPage(account, this.own.formToken(visitor), query['done'] ?? ''));
    });
  }

  @Post()
  async end(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.withForm(request, reply, async (visitor, { action, uid }) => {
      const isOne = action === 'end-session';
      await this.own.endSessions(visitor, isOne ? uid : undefined);
      await reply.redirect(`${ACCOUNT_ADDRESS}?done=${isOne ? 'session' : 'others'}`, HTTP_SEE_OTHER);
    });
  }

  @Get('password')
  async password(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.withVisitor(request, reply, (visitor) => send(reply, passwordPage(this.own.formToken(visitor))));
  }

  @Post('password')
  async changePassword(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.withForm(request, reply, async (visitor, form) => {
      const fault = await this.own
        .changePassword(visitor, form.old, form.password, form.repeated)
        .catch((error: unknown) => {
          if (error instanceof DomainError && error.code.startsWith('password/')) return error;
          throw error;
        });
      if (fault) await send(reply, passwordPage(form.token, fault), fault);
      else await reply.redirect(`${ACCOUNT_ADDRESS}?done=password`, HTTP_SEE_OTHER);
    });
  }

  @Get('second-factor')
  async secondFactor(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.withVisitor(request, reply, async (visitor) => {
      const enrolment = this.own.newEnrolment(visitor);
      await send(reply, await secondFactorFormPage({ token: this.own.formToken(visitor), visitor, enrolment }));
    });
  }

  @Post('second-factor')
  async setSecondFactor(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.withForm(request, reply, async (visitor, form) => {
      const enrolment = this.own.heldEnrolment(visitor, form.ticket);
      const proof = { password: form.old, factor: form.factor };
      const outcome = await this.own.setSecondFactor(visitor, enrolment, form.code, proof);
      if (Array.isArray(outcome)) return send(reply, recoveryCodesPage(outcome, backLink()));
      const { token } = form;
      return send(reply, await secondFactorFormPage({ token, visitor, enrolment, fault: outcome }), outcome);
    });
  }

  @Get('recovery-codes')
  async recoveryCodes(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.withVisitor(request, reply, (visitor) => send(reply, recoveryPage(this.own.formToken(visitor))));
  }

  @Post('recovery-codes')
  async renewRecoveryCodes(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.withForm(request, reply, async (visitor, form) => {
      const outcome = await this.own.renewRecoveryCodes(visitor, { password: form.old, factor: form.factor });
      if (Array.isArray(outcome)) return send(reply, recoveryCodesPage(outcome, backLink()));
      return send(reply, recoveryPage(form.token, outcome), outcome);
    });
  }

  private async withVisitor(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (visitor: Visitor) => Promise<void>,
  ): Promise<void> {
    const visitor = await this.own.visitor(request.raw, reply.raw);
    if (visitor) await work(visitor);
    else await reply.redirect(this.signInAddress(), HTTP_SEE_OTHER);
  }

  /** @throws DomainError `sign-in/foreign-origin` for a form that is not from a page of this session */
  private async withForm(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (visitor: Visitor, form: Form) => Promise<void>,
  ): Promise<void> {
    assertFromOurPage(request);
    const form = formFields(request.body, FIELDS);
    await this.withVisitor(request, reply, (visitor) => {
      if (!isSame(form.token, this.own.formToken(visitor))) throw new DomainError('sign-in/foreign-origin');
      return work(visitor, form);
    });
  }

  /** The verifier is thrown away with the code: nobody can redeem it. */
  private signInAddress(): string {
    const publicUrl = this.config.PUBLIC_URL.replace(/\/+$/, '');
    const parameters = new URLSearchParams({
      client_id: ACCOUNT_CLIENT_ID,
      response_type: 'code',
      redirect_uri: `${publicUrl}${ACCOUNT_ADDRESS}`,
      scope: 'openid',
      code_challenge: createHash('sha256').update(randomBytes(32)).digest('base64url'),
      code_challenge_method: 'S256',
    });
    return `/oidc/auth?${parameters.toString()}`;
  }
}

function isSame(given: string, expected: string): boolean {
  const [one, two] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === two.length && timingSafeEqual(one, two);
}

async function send(reply: FastifyReply, html: string, fault?: Fault | ProofFault): Promise<void> {
  const isBlocked = fault !== undefined && 'kind' in fault && fault.kind === 'blocked';
  if (isBlocked) void reply.header('retry-after', String(fault.retryAfterS));
  await reply
    .code(fault ? (isBlocked ? HTTP_TOO_MANY : HTTP_UNPROCESSABLE) : HTTP_OK)
    .headers(pageHeaders())
    .send(html);
}
