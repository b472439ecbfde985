import type { IncomingMessage } from 'node:http';
import multipart from '@fastify/multipart';
import { DomainError, newId } from '@app/kernel';
import { JetStreamStrategy, OutboxRelay } from '@app/messaging';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import type { AuthenticatedRequest, Principal } from './access/principal.js';
import { actorOf } from './audit/audit-entry.js';
import { AuditLinker } from './audit/audit-linker.js';
import { AuditedHandlers, followRequests, objectOf } from './audit/audited-handlers.js';
import { AuditTrail } from './audit/audit-trail.js';
import { BrokerLink } from './broker-link.js';
import { ConfigError, readConfig, type PlatformConfig } from './config.js';
import { ExportModule } from './export/export.module.js';
import { createLogger, createRequestLog, nestLogger, type RequestLog } from './logging.js';
import { Metrics } from './metrics.js';
import { PlatformModule } from './platform.module.js';
import { ProblemFilter } from './problem.filter.js';
import type { ServiceDefinition } from './service-definition.js';
import { startTracing, stopTracing, traceRequests } from './tracing.js';
import { UPLOAD_BYTES_MAX, UPLOAD_FIELD_BYTES_MAX, UPLOAD_FIELDS_MAX } from './upload.js';
import { validationPipe } from './validation.js';

const BODY_BYTES_MAX = 1024 * 1024;
/** Brackets inside brackets; what is deeper would overflow the stack of whoever walks it. */
const BODY_DEPTH_MAX = 32;
const IDLE_SWEEP_MS = 100;
const UUID_FORM = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

@Module({})
class RootModule {}

/** The Nest module of a whole process: the platform and the service's own rooms. */
export function rootModule(definition: ServiceDefinition, config: PlatformConfig, logger: Logger): DynamicModule {
  return {
    module: RootModule,
    imports: [
      PlatformModule.forService(definition, config, logger),
      ...(definition.exports ? [ExportModule.of(definition.exports)] : []),
      definition.module,
    ],
  };
}

function createAdapter(filter: ProblemFilter): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_BYTES_MAX,
    trustProxy: '127.0.0.1',
    // An address that cannot be decoded, found before there is a route or a hook.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      filter.send(error, request, reply);
    },
    genReqId: (request: IncomingMessage) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && UUID_FORM.test(given) ? given : newId();
    },
  });
}

/** Level by level, so that the walk itself cannot overflow. */
function isDeep(body: unknown): boolean {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > BODY_DEPTH_MAX) return true;
    level = level.flatMap((value) => Object.values<unknown>(Object(value))).filter((value) => Object(value) === value);
  }
  return false;
}

function refuseDeep(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request, _reply, done) => {
    const isJson = request.headers['content-type']?.includes('json') === true;
    done(isJson && isDeep(request.body) ? new DomainError('request/malformed') : undefined);
  });
}

function observe(fastify: FastifyInstance, metrics: Metrics, requests: RequestLog): void {
  traceRequests(fastify);
  metrics.observeRequests(fastify);
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url;
    if (route !== '/health/ready' && route !== '/health/live' && route !== '/metrics') {
      const ms = Math.round(reply.elapsedTime * 10) / 10;
      requests.line({ requestId: request.id, method: request.method, route, status: reply.statusCode, ms });
    }
    done();
  });
  fastify.addHook('onClose', (_instance, done) => {
    requests.flush();
    done();
  });
}

/** A refusal is safe without its record, so nobody waits for it. */
function recordRefusals(trail: AuditTrail, logger: Logger): ProblemFilter['onRefusal'] {
  return (request: AuthenticatedRequest, principal: Principal, rule: string) => {
    const route = request.routeOptions.url ?? '';
    const entry = {
      ...actorOf(principal),
      kind: 'refusal',
      action: `${request.method} ${route}`,
      object: objectOf(route, (request.params ?? {}) as Record<string, string>),
      persons: [],
      outcome: 'refused',
      rule,
      requestId: request.id,
      address: request.ip,
    } as const;
    trail.note(entry).catch((error: unknown) => logger.error({ err: error }, 'a refusal was not recorded'));
  };
}

/** Builds the application of a service without listening; tests start here. */
export async function createService(
  definition: ServiceDefinition,
  environment: NodeJS.ProcessEnv,
): Promise<{ app: NestFastifyApplication; config: PlatformConfig; logger: Logger }> {
  const config = readConfig(definition.config, environment);
  const logger = createLogger(definition.name, config.LOG_LEVEL);
  const filter = new ProblemFilter(definition.problems, logger);
  const app = await NestFactory.create<NestFastifyApplication>(
    rootModule(definition, config, logger),
    createAdapter(filter),
    {
      logger: nestLogger(logger),
      abortOnError: false,
    },
  );
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  observe(fastify, app.get(Metrics), createRequestLog(definition.name, config.LOG_LEVEL));
  if (definition.data) {
    refuseDeep(fastify);
    followRequests(fastify);
    app.get(AuditedHandlers).wrapAll(app);
  }
  app.useGlobalFilters(filter);
  app.useGlobalPipes(validationPipe());
  if (definition.data) {
    await app.register(multipart, {
      limits: {
        files: 1,
        fileSize: UPLOAD_BYTES_MAX,
        fields: UPLOAD_FIELDS_MAX,
        fieldSize: UPLOAD_FIELD_BYTES_MAX,
      },
    });
    filter.onRefusal = recordRefusals(app.get(AuditTrail), logger);
    app.connectMicroservice<MicroserviceOptions>({ strategy: app.get(JetStreamStrategy) }, { inheritAppConfig: true });
  }
  await definition.extend?.(app);
  return { app, config, logger };
}

/** Starts hearing and telling events; returns the way to stop both without losing one. */
async function startMessaging(
  app: NestFastifyApplication,
  definition: ServiceDefinition,
  logger: Logger,
): Promise<() => Promise<void>> {
  const link = app.get(BrokerLink);
  const strategy = app.get(JetStreamStrategy);
  const relay = new OutboxRelay(app.get(DataSource), link.broker, definition.name, {
    info: (message) => logger.info(message),
    warn: (message) => logger.warn(message),
  });
  link.onReconnect(() => {
    relay.checkStreamSoon();
    strategy.resubscribe();
  });
  app.get(Metrics).observeMessaging(app.get(DataSource));
  const linker = new AuditLinker(app.get(DataSource), (message) => logger.warn(message));
  await app.startAllMicroservices();
  relay.start();
  linker.start();
  return async () => {
    const heard = strategy.close();
    link.stopWaiting();
    await heard;
    await relay.stop();
    await linker.stop();
    await link.close();
  };
}

/** Lets go of a connection as soon as its request is answered: a client that keeps it would hold up the end. */
async function closeHttp(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpServer();
  const sweep = setInterval(() => server.closeIdleConnections(), IDLE_SWEEP_MS);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
  }
}

/** A running service; `stop` answers what is in hand, finishes its events and then lets go of the database. */
export interface RunningService {
  app: NestFastifyApplication;
  url: string;
  stop(): Promise<void>;
}

export async function startService(
  definition: ServiceDefinition,
  environment: NodeJS.ProcessEnv,
): Promise<RunningService> {
  startTracing(definition.name, environment['OTEL_EXPORTER_OTLP_ENDPOINT']);
  const { app, config, logger } = await createService(definition, environment);
  await app.init();
  const stopMessaging = definition.data ? await startMessaging(app, definition, logger) : undefined;
  await app.listen(config.PORT, config.HOST);
  const url = await app.getUrl();
  logger.info({ url, mode: config.JZ_MODE }, 'ready');
  return {
    app,
    url,
    stop: async () => {
      await stopMessaging?.();
      await closeHttp(app);
      await stopTracing();
    },
  };
}

/** The `main` of every process. */
export async function bootstrap(definition: ServiceDefinition): Promise<void> {
  try {
    const service = await startService(definition, process.env);
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        void service.stop().finally(() => process.exit(0));
      });
    }
  } catch (error) {
    const text = error instanceof ConfigError ? error.message : (error as Error).stack;
    process.stderr.write(`${definition.name} did not start 未能启动: ${text}\n`);
    process.exit(1);
  }
}
