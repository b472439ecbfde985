import { DomainError } from '@app/kernel';
import { CONFIG, defineService, LOGGER, ProblemFilter } from '@app/platform';
import rateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { GatewayConfig } from './gateway.config.js';
import { GatewayModule } from './gateway.module.js';
import { serveOpenApi, servePortal } from './portal-files.js';
import { problems } from './problems.js';
import { mountProxy } from './proxy.js';

async function extend(app: NestFastifyApplication): Promise<void> {
  const config = app.get<GatewayConfig>(CONFIG);
  const filter = new ProblemFilter(problems, app.get<Logger>(LOGGER));
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
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
