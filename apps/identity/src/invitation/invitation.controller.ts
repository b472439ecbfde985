import { Public, RecordsItself } from '@app/platform';
import { Controller, Get, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BrowserErrorFilter } from '../interaction/browser-error.filter.js';
import { enrolmentPage } from '../interaction/enrolment-page.js';
import { formFields } from '../interaction/form.js';
import { assertFromOurPage } from '../interaction/from-our-page.js';
import { pageHeaders } from '../interaction/page.js';
import { recoveryCodesPage } from '../interaction/second-factor-page.js';
import { donePage, INVITATION_ADDRESS, invitationPage, signInLink } from './invitation-page.js';
import { InvitationService, type InvitationStep } from './invitation.service.js';

const HTTP_OK = 200;
const HTTP_UNPROCESSABLE = 422;
const HTTP_TOO_MANY = 429;
const FIELDS = ['action', 'username', 'code', 'password', 'repeated', 'ticket'] as const;
type Form = Record<(typeof FIELDS)[number], string>;

/** The page on which invited people set their password. */
@ApiExcludeController()
@RecordsItself()
@Controller('oidc/invitation')
@UseFilters(BrowserErrorFilter)
export class InvitationController {
  constructor(@Inject(InvitationService) private readonly invitations: InvitationService) {}

  @Get()
  @Public()
  async show(@Res() reply: FastifyReply): Promise<void> {
    await reply.code(HTTP_OK).headers(pageHeaders()).send(invitationPage());
  }

  @Post()
  @Public()
  async submit(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    assertFromOurPage(request);
    const form = formFields(request.body, FIELDS);
    const step =
      form.action === 'enrol' ? await this.invitations.enrol(form.ticket, form.code) : await this.invitations.use(form);
    if (step.kind === 'form' && step.fault.kind === 'blocked')
      void reply.header('retry-after', String(step.fault.retryAfterS));
    await reply
      .code(statusOf(step))
      .headers(pageHeaders())
      .send(await pageOf(step, form));
  }
}

function statusOf(step: InvitationStep): number {
  if (step.kind === 'form') return step.fault.kind === 'blocked' ? HTTP_TOO_MANY : HTTP_UNPROCESSABLE;
  return step.kind === 'enrolment' && step.isWrong ? HTTP_UNPROCESSABLE : HTTP_OK;
}

async function pageOf(step: InvitationStep, form: Form): Promise<string> {
  switch (step.kind) {
    case 'form':
      // After a good code only the password is wrong: the rest need not be typed again.
      return invitationPage(step.fault, step.fault.kind === 'password' ? form : undefined);
    case 'enrolment':
      return enrolmentPage({ ...step, action: INVITATION_ADDRESS, canCancel: false });
    case 'done':
      return step.recoveryCodes.length > 0 ? recoveryCodesPage(step.recoveryCodes, signInLink()) : donePage();
  }
}
