import { DomainError } from '@app/kernel';
import { CONFIG, defineService, LOGGER, ProblemFilter } from '@app/platform';
import rateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { GatewayConfig } from './gateway.config.js';
import { GatewayModule } from './gateway.module.js';
import { serveOfflinePage, serveOpenApi, servePortal } from './portal-files.js';
import { problems } from './problems.js';
import { mountProxy } from './proxy.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Metrics are for a collector on this machine; through the public door there is nothing at this address. */
function keepMetricsInside(request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void {
  const isOutside = !LOOPBACK.has(request.ip) && request.routeOptions.url === '/metrics';
  done(isOutside ? new DomainError('request/not-found') : undefined);
}

async function extend(app: NestFastifyApplication): Promise<void> {
  const config = app.get<GatewayConfig>(CONFIG);
  const filter = new ProblemFilter(problems, app.get<Logger>(LOGGER));
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', keepMetricsInside);
  // A scope of its own, so that faults found before any Nest handler are problem documents too.
  await fastify.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => filter.send(error, request, reply));
    await scope.register(rateLimit, {
      max: config.GATEWAY_REQUESTS_PER_MINUTE,
      timeWindow: '1 minute',
      errorResponseBuilder: () => new DomainError('request/too-many'),
    });
    await mountProxy(scope, config, (error, request, reply) => filter.send(error, request, reply));
    await serveOpenApi(scope, config);
    await serveOfflinePage(scope, config);
    await servePortal(scope, config);
  });
}

export const service = defineService({
  name: 'gateway',
  title: { zh: '总入口', en: 'Gateway' },
  module: GatewayModule,
  config: GatewayConfig,
  problems,
  extend,
});
