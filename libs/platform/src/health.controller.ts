import { DomainError } from '@app/kernel';
import { Controller, Get, Header, Inject, Optional } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { BrokerLink } from './broker-link.js';
import { Metrics } from './metrics.js';
import { Public } from './access/principal.js';

/** For the launcher, a container platform and Prometheus; the gateway does not route here. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    @Inject(Metrics) private readonly metrics: Metrics,
    @Optional() @Inject(DataSource) private readonly dataSource?: DataSource,
    @Optional() @Inject(BrokerLink) private readonly broker?: BrokerLink,
  ) {}

  @Get('health/live')
  @Public()
  live(): { status: string } {
    return { status: 'live' };
  }

  /** Ready means: can answer. Without the broker a service still can; what it has to tell waits in its outbox. */
  @Get('health/ready')
  @Public()
  async ready(): Promise<{ status: string; broker?: string }> {
    if (!this.dataSource) return { status: 'ready' };
    await this.dataSource.query('SELECT 1').catch(() => {
      throw new DomainError('service/unavailable');
    });
    return { status: 'ready', broker: this.broker?.connected ? 'connected' : 'away' };
  }

  @Get('metrics')
  @Public()
  @Header('content-type', 'text/plain; version=0.0.4')
  async scrape(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
