import type { EntityManager } from 'typeorm';

/** On whose behalf a transaction runs. Row-level security decides by it, and shows nothing to a transaction without one. */
export interface Standing {
  subject: string;
  organisationId: string;
  roles: readonly string[];
  jurisdiction: string;
}

/** The service itself, when it hears an event: what happened was decided and checked where the event was told. */
export const SERVICE: Standing = { subject: '', organisationId: '', roles: ['service'], jurisdiction: '' };

/** Someone who has not signed in. */
export const ANYONE: Standing = { subject: '', organisationId: '', roles: ['public'], jurisdiction: '' };

const TAKE_STANDING = `
  SELECT set_config('jz.subject', $1, true), set_config('jz.organisation', $2, true),
    set_config('jz.roles', $3, true), set_config('jz.jurisdiction', $4, true),
    set_config('transaction_read_only', $5, true)`;

/** Holds to the end of the transaction, and no longer: the next user of the connection starts with none. */
export async function takeStanding(tx: EntityManager, standing: Standing, mode: 'change' | 'read'): Promise<void> {
  const { subject, organisationId, roles, jurisdiction } = standing;
  const readOnly = mode === 'read' ? 'on' : 'off';
  await tx.query(TAKE_STANDING, [subject, organisationId, roles.join(','), jurisdiction, readOnly]);
}
