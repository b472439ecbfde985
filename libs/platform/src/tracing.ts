import { context, propagation, SpanKind, trace, type Span } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { FastifyInstance, FastifyRequest } from 'fastify';

let provider: NodeTracerProvider | undefined;

/** Starts tracing. Without an endpoint spans are made (their ids join log lines) and not exported. */
export function startTracing(service: string, endpoint: string | undefined): void {
  const spanProcessors = endpoint
    ? [new BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` }))]
    : [];
  process.env['OTEL_SERVICE_NAME'] ??= service;
  provider = new NodeTracerProvider({ spanProcessors });
  provider.register();
}

export async function stopTracing(): Promise<void> {
  await provider?.shutdown();
}

const spans = new WeakMap<FastifyRequest, Span>();

/** One server span per request, the parent of everything its handler does. Named by route, never by URL. */
export function traceRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const parent = propagation.extract(context.active(), request.headers);
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
