import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '@app/kernel';
import type { Principal } from '@app/platform';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { batchView } from './batch.dto.js';
import { BatchService } from './batch.service.js';

const POLL_MS = 500;
/** Well below the minute after which the gateway gives an upstream up. */
const HEARTBEAT_MS = 15_000;
/** No longer than a token lives; the reader comes again with a fresh one. */
const STREAM_MS = 5 * 60_000;
const RETRY_MS = 2_000;
const STREAMS_PER_ORGANISATION_MAX = 20;
const ENDED = new Set(['finished', 'cancelled']);

/** Progress as server-sent events. It is read from the database: whichever process does the work, everyone sees it. */
@Injectable()
export class BatchProgress implements OnModuleDestroy {
  private readonly open = new Map<string, number>();
  private readonly ending = new AbortController();

  constructor(@Inject(BatchService) private readonly batches: BatchService) {}

  onModuleDestroy(): void {
    this.ending.abort();
  }

  /** @throws DomainError `batch/not-found`, `batch/too-many-streams`: before the first byte */
  async stream(principal: Principal, id: string, reply: FastifyReply): Promise<void> {
    const first = await this.batches.get(principal, id);
    const { organisationId } = principal;
    const streams = this.open.get(organisationId) ?? 0;
    if (streams >= STREAMS_PER_ORGANISATION_MAX) throw new DomainError('batch/too-many-streams');
    this.open.set(organisationId, streams + 1);
    reply.hijack();
    try {
      await this.tell(principal, id, JSON.stringify(batchView(first)), reply);
    } finally {
      this.open.set(organisationId, (this.open.get(organisationId) ?? 1) - 1);
      reply.raw.end();
    }
  }

  private async tell(principal: Principal, id: string, first: string, { raw }: FastifyReply): Promise<void> {
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // For proxies that would collect it.
      'x-accel-buffering': 'no',
      connection: 'close',
    });
    raw.write(`retry: ${RETRY_MS}\n\nevent: progress\ndata: ${first}\n\n`);
    const until = Date.now() + STREAM_MS;
    let told = first;
    let toldAt = Date.now();
    let state = (JSON.parse(first) as { state: string }).state;
    while (!ENDED.has(state) && Date.now() < until && !this.ending.signal.aborted && !raw.destroyed) {
      await sleep(POLL_MS, undefined, { signal: this.ending.signal }).catch(() => undefined);
      const view = batchView(await this.batches.get(principal, id));
      const text = JSON.stringify(view);
      state = view.state;
      if (text !== told) {
        raw.write(`event: progress\ndata: ${text}\n\n`);
        [told, toldAt] = [text, Date.now()];
      } else if (Date.now() - toldAt >= HEARTBEAT_MS) {
        raw.write(': still here\n\n');
        toldAt = Date.now();
      }
    }
  }
}
