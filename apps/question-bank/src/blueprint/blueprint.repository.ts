import type { EntityManager } from 'typeorm';
import { BlueprintEntity } from './blueprint.entity.js';
import type { Blueprint } from './blueprint.js';

/** One blueprint per table; a new one takes the place of the old, and papers keep the one they were made by. */
export async function putBlueprint(tx: EntityManager, blueprint: Blueprint): Promise<void> {
  await tx.upsert(BlueprintEntity, blueprint, ['elementTableId']);
}

export async function findBlueprint(tx: EntityManager, elementTableId: string): Promise<Blueprint | undefined> {
  return (await tx.findOneBy(BlueprintEntity, { elementTableId })) ?? undefined;
}
