import type { Clock } from '@app/kernel';
import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { own, supervised, type AccessRule } from '../access/access-rule.js';
import { PersonalDataVault } from '../personal-data/vault.js';
import { CLOCK, CONFIG } from '../service-definition.js';
import type { ExportConfig } from './export-config.js';
import { exportController, type ExportAccess } from './export.controller.js';
import type { ExportKind } from './export-kind.js';
import { ExportService } from './export.service.js';

const DECIDING_AGENCY = own('agency-reviewer', 'agency-admin');
const DECIDING_AUTHORITY = supervised('province-officer');

/** Whoever may ask for one kind may ask at the endpoint; the use case looks at the kind. */
export function exportAccessOf(kinds: readonly ExportKind[]): ExportAccess {
  const asking: AccessRule = Object.assign({}, ...kinds.map(({ access }) => access));
  const reaches = new Set(Object.values(asking));
  const deciding: AccessRule = {
    ...(reaches.has('own-organisation') ? DECIDING_AGENCY : {}),
    ...(reaches.has('own-jurisdiction') ? DECIDING_AUTHORITY : {}),
  };
  return { asking, deciding };
}

@Module({})
export class ExportModule {
  static of(kinds: readonly ExportKind[]): DynamicModule {
    return {
      module: ExportModule,
      controllers: [exportController(exportAccessOf(kinds))],
      providers: [
        {
          provide: ExportService,
          inject: [CONFIG, DataSource, PersonalDataVault, CLOCK],
          useFactory: (config: ExportConfig, dataSource: DataSource, vault: PersonalDataVault, clock: Clock) =>
            new ExportService(kinds, config.EXPORT_LIMITS, dataSource, vault, clock),
        },
      ],
    };
  }
}
