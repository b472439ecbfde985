import { DomainError } from '@app/kernel';
import type { FastifyRequest } from 'fastify';

/**
 * Beside the cookies, which other sites cannot make a browser send along with a form.
 * @throws DomainError `sign-in/foreign-origin`
 */
export function assertFromOurPage(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new DomainError('sign-in/foreign-origin');
}
