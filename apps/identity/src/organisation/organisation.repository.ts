import type { EntityManager } from 'typeorm';
import { OrganisationEntity } from './organisation.entity.js';

export async function putOrganisations(tx: EntityManager, organisations: readonly OrganisationEntity[]): Promise<void> {
  await tx.upsert(OrganisationEntity, [...organisations], ['id']);
}

export async function findOrganisation(tx: EntityManager, id: string): Promise<OrganisationEntity | undefined> {
  return (await tx.findOneBy(OrganisationEntity, { id })) ?? undefined;
}

/** Locked to the end of the transaction: changes to the people of one organisation follow one another. */
export async function lockOrganisation(tx: EntityManager, id: string): Promise<OrganisationEntity | undefined> {
  const organisation = await tx.findOne(OrganisationEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return organisation ?? undefined;
}

export async function organisationName(tx: EntityManager, id: string): Promise<string | undefined> {
  return (await findOrganisation(tx, id))?.name;
}
