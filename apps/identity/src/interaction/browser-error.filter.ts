import { DomainError } from '@app/kernel';
import { LOGGER, platformProblems } from '@app/platform';
import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { identityProblems } from '../problems.js';
import { errorPage } from './error-page.js';
import { pageHeaders } from './page.js';

const INTERNAL = 'service/internal';
const HTTP_INTERNAL = 500;

/** The edge of the pages: what a program would get as a problem document, a person gets as a page. */
@Catch()
export class BrowserErrorFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const code = codeOf(error);
    const problem = identityProblems[code] ?? platformProblems[code];
    const status = problem?.status ?? HTTP_INTERNAL;
    if (status >= HTTP_INTERNAL) this.logger.error({ err: error, requestId: request.id }, 'request failed');
    const { zh, en } = problem ?? { zh: '系统内部错误', en: 'Internal error' };
    await reply
      .code(status)
      .headers(pageHeaders())
      .send(errorPage({ zh: `${zh}。`, en: `${en}.` }, `${code} · ${request.id}`));
  }
}

function codeOf(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  return error instanceof HttpException && error.getStatus() < HTTP_INTERNAL ? 'request/malformed' : INTERNAL;
}
