import type { EntityManager } from 'typeorm';
import { ClientEntity } from './client.entity.js';

export type SeededRow = Omit<ClientEntity, 'createdAt'>;

export async function findActiveClient(tx: EntityManager, id: string): Promise<ClientEntity | undefined> {
  const client = await tx.findOneBy(ClientEntity, { id });
  return client && client.disabledAt === null ? client : undefined;
}

/** The environment's clients as they are now: new ones made, changed ones changed, missing ones disabled. */
export async function putSeededClients(tx: EntityManager, clients: readonly SeededRow[]): Promise<void> {
  if (clients.length > 0) await tx.upsert(ClientEntity, [...clients], ['id']);
  await tx.query(
    'UPDATE client SET disabled_at = now() WHERE is_seeded AND disabled_at IS NULL AND NOT id = ANY($1::text[])',
    [clients.map((client) => client.id)],
  );
}
