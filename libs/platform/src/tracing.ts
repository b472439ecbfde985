import { context, propagation, SpanKind, trace, type Span } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  NodeTracerProvider,
} from '@opentelemetry/sdk-trace-node';
import type { FastifyInstance, FastifyRequest } from 'fastify';

let provider: NodeTracerProvider | undefined;

/** Starts tracing. Without an endpoint spans have ids, which join log lines and events, and record nothing. */
export function startTracing(service: string, endpoint: string | undefined): void {
  const spanProcessors = endpoint
    ? [new BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` }))]
    : [];
  process.env['OTEL_SERVICE_NAME'] ??= service;
  const sampler = endpoint ? new AlwaysOnSampler() : new AlwaysOffSampler();
  provider = new NodeTracerProvider({ spanProcessors, sampler });
  provider.register();
}

export async function stopTracing(): Promise<void> {
  await provider?.shutdown();
}

const spans = new WeakMap<FastifyRequest, Span>();

/** One server span per request, the parent of everything its handler does. Named by route, never by URL. */
export function traceRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { traceparent } = request.headers;
    const parent = traceparent ? propagation.extract(context.active(), request.headers) : context.active();
    const name = `${request.method} ${request.routeOptions.url ?? 'unknown'}`;
    const span = trace.getTracer('jiangzheng').startSpan(name, { kind: SpanKind.SERVER }, parent);
    spans.set(request, span);
    context.with(trace.setSpan(parent, span), done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    spans.get(request)?.setAttribute('http.response.status_code', reply.statusCode).end();
    done();
  });
}
