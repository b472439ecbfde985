import { DomainError } from '@app/kernel';
import httpProxy from '@fastify/http-proxy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayConfig } from './gateway.config.js';

const UPSTREAM_TIMEOUT_MS = 60_000;
const CONNECTIONS_PER_UPSTREAM = 64;
/** What the services show to their operators only, on their own ports. */
const INTERNAL_PATHS = /^\/(health|metrics)(\/|$)/;

/** Of the identity service the API only: its pages and the provider are at `/oidc`. */
const IDENTITY_API = /^\/(people|operations|audit)(\/|$)/;

interface Route {
  prefix: string;
  upstream: string;
  rewritePrefix: string;
  /** Nothing else of the service is reached. */
  only?: RegExp;
}

/** `/api/<service>/…` to the service; `/oidc/…` and the transparency log `/log/…` unchanged to who keeps them. */
export function routesOf(config: GatewayConfig): Route[] {
  const api = (service: string, upstream: string): Route => ({
    prefix: `/api/${service}`,
    upstream,
    rewritePrefix: '',
  });
  return [
    { prefix: '/oidc', upstream: config.UPSTREAM_IDENTITY, rewritePrefix: '/oidc' },
    { ...api('identity', config.UPSTREAM_IDENTITY), only: IDENTITY_API },
    { prefix: '/log', upstream: config.UPSTREAM_CERTIFICATE_ISSUANCE, rewritePrefix: '/log' },
    api('agency-filing', config.UPSTREAM_AGENCY_FILING),
    api('question-bank', config.UPSTREAM_QUESTION_BANK),
    api('exam-scheduling', config.UPSTREAM_EXAM_SCHEDULING),
    api('certificate-issuance', config.UPSTREAM_CERTIFICATE_ISSUANCE),
    api('public-verification', config.UPSTREAM_PUBLIC_VERIFICATION),
  ];
}

type ProblemSender = (error: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/** Mounts the routes. Requests pass through as a stream: the gateway reads no body and knows no model. */
export async function mountProxy(
  fastify: FastifyInstance,
  config: GatewayConfig,
  problem: ProblemSender,
): Promise<void> {
  const { host, protocol } = new URL(config.PUBLIC_URL);
  for (const { prefix, upstream, rewritePrefix, only } of routesOf(config)) {
    await fastify.register(httpProxy, {
      upstream,
      prefix,
      rewritePrefix,
      http: {
        requestOptions: { timeout: UPSTREAM_TIMEOUT_MS },
        agentOptions: { maxSockets: CONNECTIONS_PER_UPSTREAM, keepAlive: true },
      },
      preHandler: (request, _reply, done) => {
        const path = request.url.slice(prefix.length).split('?')[0] ?? '';
        const isClosed = INTERNAL_PATHS.test(path) || only?.test(path) === false;
        done(isClosed ? new DomainError('request/not-found') : undefined);
      },
      replyOptions: {
        rewriteRequestHeaders: (request, headers) => ({
          ...headers,
          'x-request-id': request.id,
          'x-forwarded-host': host,
          'x-forwarded-proto': protocol.replace(':', ''),
          'x-forwarded-for': request.ip,
        }),
        onError: (reply, { error }) => {
          const failure = error instanceof DomainError ? error : new DomainError('gateway/upstream');
          // The request's body may not have been read to its end: the next request must not be taken for the rest of it.
          void reply.header('connection', 'close');
          problem(failure, reply.request as FastifyRequest, reply as FastifyReply);
        },
      },
    });
  }
}
