import type { EntityManager } from 'typeorm';
import { OrganisationEntity } from './organisation.entity.js';

export async function putOrganisations(tx: EntityManager, organisations: readonly OrganisationEntity[]): Promise<void> {
  await tx.upsert(OrganisationEntity, [...organisations], ['id']);
}

export async function organisationName(tx: EntityManager, id: string): Promise<string | undefined> {
  const organisation = await tx.findOneBy(OrganisationEntity, { id });
  return organisation?.name;
}
