import { DomainError } from '@app/kernel';
import { isTransient, sqlStateOf } from '@app/messaging';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { throwError, type Observable } from 'rxjs';
import type { AuthenticatedRequest, Principal } from './access/principal.js';
import { platformProblems, PROBLEM_MEDIA_TYPE, problemOf, type ProblemCatalogue } from './problems.js';

const HTTP_CODES: Readonly<Record<number, string>> = {
  400: 'request/malformed',
  401: 'access/unauthenticated',
  403: 'access/role',
  404: 'request/not-found',
  413: 'request/too-large',
  // The name of a thing in the path is longer than any we give.
  414: 'request/not-found',
  415: 'request/unsupported-media-type',
  429: 'request/too-many',
  503: 'service/unavailable',
};

/** Refusals that leave an audit row: of the walls, and of what may leave the house. */
const RECORDED = /^(access|export)\//;

/** Also 42501 when row-level security refuses a new row. */
const INSUFFICIENT_PRIVILEGE = '42501';

/** Turns whatever a handler threw into the one error type; anything unexpected keeps its text inside. */
export function asDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : (error as { statusCode?: unknown } | null | undefined)?.statusCode;
  const code = typeof status === 'number' ? HTTP_CODES[status] : undefined;
  if (code) return new DomainError(code);
  // A row that its writer may not write: the second wall (row-level security) stopped what the first let through.
  if (sqlStateOf(error) === INSUFFICIENT_PRIVILEGE) return new DomainError('access/refused-by-database');
  return new DomainError(isTransient(error) ? 'service/unavailable' : 'service/internal');
}

/** The edge: every error becomes a problem document; in an event handler it is passed on to the transport unchanged. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly catalogue: ProblemCatalogue;
  /** Told of every person who was refused; a caller without a token is nobody and not reported. */
  onRefusal: (request: AuthenticatedRequest, principal: Principal, rule: string) => void = () => undefined;

  constructor(
    catalogue: ProblemCatalogue,
    private readonly logger: Logger,
  ) {
    this.catalogue = { ...platformProblems, ...catalogue };
  }

  catch(error: unknown, host: ArgumentsHost): Observable<never> | undefined {
    if (host.getType() === 'rpc') return throwError(() => error);
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    void this.send(error, request, reply);
    return undefined;
  }

  send(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const domainError = asDomainError(error);
    const { principal } = request as AuthenticatedRequest;
    if (principal && RECORDED.test(domainError.code)) {
      this.onRefusal(request, principal, domainError.code);
    }
    const problem = problemOf(this.catalogue, domainError, request.id, request.headers['accept-language'] ?? '');
    if (problem.status >= 500) this.logger.error({ err: error, requestId: request.id }, 'request failed');
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    return reply.code(problem.status).header('content-type', PROBLEM_MEDIA_TYPE).send(problem);
  }
}
