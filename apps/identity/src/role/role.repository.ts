import type { EntityManager } from 'typeorm';
import { RoleEntity } from './role.entity.js';

/** In the order in which they are shown. */
export async function listRoles(tx: EntityManager): Promise<RoleEntity[]> {
  return tx.find(RoleEntity, { order: { group: 'ASC', code: 'ASC' } });
}
