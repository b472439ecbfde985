import { systemClock, type Clock } from '@app/kernel';
import { Inbox, JetStreamStrategy } from '@app/messaging';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_GUARD, Reflector } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { AuditController } from './audit/audit.controller.js';
import { AuditService } from './audit/audit.service.js';
import { AuditTrail } from './audit/audit-trail.js';
import { AuditedHandlers } from './audit/audited-handlers.js';
import { BrokerLink } from './broker-link.js';
import { DataConfig, type PlatformConfig } from './config.js';
import { dataSourceOptions, schemaOf } from './database.js';
import { DemoClock } from './demo-clock.js';
import { HealthController } from './health.controller.js';
import { Metrics } from './metrics.js';
import { OperationsController } from './operations.controller.js';
import { openVault, PersonalDataVault } from './personal-data/vault.js';
import { CLOCK, CONFIG, type ServiceDefinition } from './service-definition.js';
import { TokenGuard } from './access/token.guard.js';

/** Injection token of the process's pino logger. */
export const LOGGER = Symbol('LOGGER');

function clockOf(config: PlatformConfig): Clock {
  const file = config instanceof DataConfig && config.JZ_MODE === 'demo' ? config.DEMO_CLOCK_FILE : undefined;
  return file ? new DemoClock(file) : systemClock;
}

function dataProviders(definition: ServiceDefinition, config: DataConfig, logger: Logger): Provider[] {
  return [
    { provide: PersonalDataVault, useFactory: () => openVault(config) },
    {
      provide: BrokerLink,
      useFactory: () => new BrokerLink(config.NATS_URL, definition.name, config.NATS_NAMESPACE, logger),
    },
    Inbox,
    {
      provide: JetStreamStrategy,
      inject: [DataSource, BrokerLink, Metrics],
      useFactory: (dataSource: DataSource, link: BrokerLink, metrics: Metrics) =>
        new JetStreamStrategy(definition.name, dataSource, link.broker, metrics),
    },
    AuditTrail,
    AuditService,
    AuditedHandlers,
  ];
}

/** Everything the services of the house have in common, wired once per process. */
@Module({})
export class PlatformModule {
  static forService(definition: ServiceDefinition, config: PlatformConfig, logger: Logger): DynamicModule {
    const providers: Provider[] = [
      { provide: CONFIG, useValue: config },
      { provide: LOGGER, useValue: logger },
      { provide: CLOCK, useValue: clockOf(config) },
      { provide: Metrics, useValue: new Metrics(definition.name) },
      {
        provide: APP_GUARD,
        inject: [Reflector],
        useFactory: (reflector: Reflector) => new TokenGuard(reflector, config),
      },
    ];
    const hasData = definition.data !== undefined && config instanceof DataConfig;
    if (hasData) providers.push(...dataProviders(definition, config, logger));
    return {
      module: PlatformModule,
      global: true,
      imports: hasData
        ? [
            TypeOrmModule.forRoot({
              ...dataSourceOptions(definition, config.DATABASE_URL, schemaOf(definition.name), 'service'),
              retryAttempts: 60,
              retryDelay: 1_000,
            }),
          ]
        : [],
      controllers: hasData ? [HealthController, OperationsController, AuditController] : [HealthController],
      providers,
      exports: providers
        .map((provider) => (typeof provider === 'function' ? provider : provider.provide))
        .filter((token) => token !== APP_GUARD),
    };
  }
}
