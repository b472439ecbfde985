import { context, propagation, SpanKind, SpanStatusCode, trace, type Attributes } from '@opentelemetry/api';

export type TraceCarrier = Record<string, string>;

/** W3C trace context (`traceparent`, `tracestate`) of the running span; empty when there is none. */
export function currentTrace(): TraceCarrier {
  const carrier: TraceCarrier = {};
  propagation.inject(context.active(), carrier);
  return carrier;
}

/** Runs `work` in a span that continues the trace of `carrier`, so that one trace follows an event across services. */
export async function inSpan<T>(
  name: string,
  kind: SpanKind,
  carrier: TraceCarrier,
  attributes: Attributes,
  work: () => Promise<T>,
): Promise<T> {
  const parent = propagation.extract(context.active(), carrier);
  const span = trace.getTracer('jiangzheng').startSpan(name, { kind, attributes }, parent);
  try {
    return await context.with(trace.setSpan(parent, span), work);
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}
