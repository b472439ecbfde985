import { DomainError, type Clock } from '@app/kernel';
import { CLOCK, inTransaction, type Principal, readAs } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { holdElementTable } from '../element-table/element-table.repository.js';
import { setBlueprint, type Blueprint, type BlueprintContent } from './blueprint.js';
import { findBlueprint, putBlueprint } from './blueprint.repository.js';

@Injectable()
export class BlueprintService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async set(principal: Principal, elementTableId: string, content: BlueprintContent): Promise<Blueprint> {
    const actor = { subject: principal.subject, now: this.clock.now() };
    const blueprint = setBlueprint(elementTableId, content, actor);
    await inTransaction(this.dataSource, principal, async (tx) => {
      await holdElementTable(tx, elementTableId);
      await putBlueprint(tx, blueprint);
    });
    return blueprint;
  }

  /** @throws DomainError `blueprint/not-found` */
  async get(principal: Principal, elementTableId: string): Promise<Blueprint> {
    const blueprint = await readAs(this.dataSource, principal, (tx) => findBlueprint(tx, elementTableId));
    if (!blueprint) throw new DomainError('blueprint/not-found');
    return blueprint;
  }
}
