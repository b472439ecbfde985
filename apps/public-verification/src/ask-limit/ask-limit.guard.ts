import { PROOF_HEADER } from '@app/credential';
import { DomainError } from '@app/kernel';
import {
  applyDecorators,
  Inject,
  Injectable,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AskLimitService } from './ask-limit.service.js';

/** Before the look-up and before the form is checked: whatever is asked, it is counted. */
@Injectable()
export class AskLimitGuard implements CanActivate {
  constructor(@Inject(AskLimitService) private readonly limits: AskLimitService) {}

  canActivate(context: ExecutionContext): true {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const header = request.headers[PROOF_HEADER];
    const hindrance = this.limits.hindrance({
      address: request.ip,
      route: `${request.method} ${request.routeOptions.url ?? ''}`,
      parameters: request.params,
      body: request.body,
      proof: typeof header === 'string' ? header : undefined,
    });
    if (!hindrance) return true;
    const reply = http.getResponse<FastifyReply>();
    void reply.header('cache-control', 'no-store');
    if ('challenge' in hindrance) {
      void reply.header(PROOF_HEADER, hindrance.challenge);
      throw new DomainError('ask-limit/proof-of-work');
    }
    void reply.header('retry-after', String(hindrance.retryAfterS));
    throw new DomainError('ask-limit/too-many');
  }
}

/** A public route that answers about persons: limited per address and per number, document or token (docs/adr/0016). */
export const AskLimited = (): MethodDecorator =>
  applyDecorators(
    UseGuards(AskLimitGuard),
    ApiHeader({
      name: PROOF_HEADER,
      required: false,
      description:
        '`<challenge>.<nonce>` after an answer 429: its SHA-256 begins with the bits that the challenge names',
    }),
    ApiResponse({
      status: 429,
      description:
        '`ask-limit/proof-of-work` with a challenge to solve, once and within two minutes; or `ask-limit/too-many`',
      headers: {
        [PROOF_HEADER]: { description: '`<expiry>.<bits>.<salt>.<seal>`', schema: { type: 'string' } },
        'retry-after': { description: 'seconds', schema: { type: 'string' } },
      },
    }),
  );
