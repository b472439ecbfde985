import { DomainError } from '@app/kernel';
import { Public } from '@app/platform';
import { Controller, Get, Inject, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BrowserErrorFilter } from './browser-error.filter.js';
import { InteractionService, type BrowserExchange } from './interaction.service.js';
import { pageHeaders } from './page.js';
import { signInPage, type SignInFault } from './sign-in-page.js';

const HTTP_OK = 200;
const HTTP_SEE_OTHER = 303;
const HTTP_UNPROCESSABLE = 422;
const HTTP_TOO_MANY = 429;

/** The pages on which people sign in. */
@ApiExcludeController()
@Controller('oidc/interaction')
@UseFilters(BrowserErrorFilter)
export class InteractionController {
  constructor(@Inject(InteractionService) private readonly interactions: InteractionService) {}

  @Get(':uid')
  @Public()
  async show(@Param('uid') uid: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { clientOrigin } = await this.interactions.find(exchangeOf(uid, request, reply));
    await sendPage(reply, uid, clientOrigin);
  }

  @Post(':uid')
  @Public()
  async submit(@Param('uid') uid: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    assertFromOurPage(request);
    const exchange = exchangeOf(uid, request, reply);
    const { clientOrigin } = await this.interactions.find(exchange);
    const form = formOf(request.body);
    if (form.action === 'cancel') {
      await reply.redirect(await this.interactions.cancel(exchange), HTTP_SEE_OTHER);
      return;
    }
    const step = await this.interactions.signIn(exchange, form.username, form.password);
    if (step.kind === 'finished') await reply.redirect(step.location, HTTP_SEE_OTHER);
    else await sendPage(reply, uid, clientOrigin, step);
  }
}

function exchangeOf(uid: string, request: FastifyRequest, reply: FastifyReply): BrowserExchange {
  return { uid, request: request.raw, response: reply.raw };
}

/**
 * Beside the interaction's cookie, which other sites cannot make a browser send along with a form.
 * @throws DomainError `sign-in/foreign-origin`
 */
function assertFromOurPage(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new DomainError('sign-in/foreign-origin');
}

function formOf(body: unknown): { action: string; username: string; password: string } {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const text = (name: string): string => {
    const value = fields[name];
    return typeof value === 'string' ? value : '';
  };
  return { action: text('action'), username: text('username'), password: text('password') };
}

async function sendPage(
  reply: FastifyReply,
  uid: string,
  clientOrigin: string | undefined,
  fault?: SignInFault,
): Promise<void> {
  const status = { none: HTTP_OK, refused: HTTP_UNPROCESSABLE, blocked: HTTP_TOO_MANY }[fault?.kind ?? 'none'];
  if (fault?.kind === 'blocked') void reply.header('retry-after', String(fault.retryAfterS));
  await reply
    .code(status)
    .headers(pageHeaders(clientOrigin ? [clientOrigin] : []))
    .send(signInPage(`/oidc/interaction/${encodeURIComponent(uid)}`, fault));
}
