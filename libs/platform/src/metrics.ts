import type { ConsumerMeter } from '@app/messaging';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { DataSource } from 'typeorm';

const SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Prometheus metrics of one process. Labels are routes, subjects and outcomes: never a person, number or id. */
export class Metrics implements ConsumerMeter {
  readonly registry = new Registry();
  private readonly requests: Histogram;
  private readonly events: Counter;
  private readonly lag: Histogram;

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
    const registers = [this.registry];
    this.requests = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'time from request to answer',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers,
    });
    this.events = new Counter({
      name: 'events_handled_total',
      help: 'events by outcome: ok, retry, dead, wait (for an earlier one)',
      labelNames: ['subject', 'outcome'],
      registers,
    });
    this.lag = new Histogram({
      name: 'event_lag_seconds',
      help: 'time from the transaction that recorded a fact to its effect here',
      labelNames: ['subject'],
      buckets: SECONDS,
      registers,
    });
  }

  handled(subject: string, outcome: 'ok' | 'retry' | 'dead' | 'wait', lagMs: number): void {
    this.events.inc({ subject, outcome });
    if (outcome === 'ok') this.lag.observe({ subject }, Math.max(0, lagMs) / 1000);
  }

  observeRequests(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'unknown';
      this.requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
      done();
    });
  }

  /** What waits to be published, and what has failed for good, counted when the metrics are read; absent without the database. */
  observeMessaging(dataSource: DataSource): void {
    const count = (name: string, help: string, sql: string): Gauge =>
      new Gauge({
        name,
        help,
        registers: [this.registry],
        async collect(): Promise<void> {
          const [row] = await dataSource.query<{ count: number }[]>(sql).catch(() => []);
          if (row) this.set(row.count);
          else this.remove();
        },
      });
    count(
      'outbox_unpublished',
      'outbox rows not yet acknowledged by the broker',
      'SELECT count(*)::int AS count FROM outbox WHERE published_at IS NULL',
    );
    count(
      'dead_letters',
      'events that failed for good and wait for an operator',
      "SELECT count(*)::int AS count FROM event_failure WHERE state = 'dead'",
    );
  }
}
