import { DomainError } from '@app/kernel';
import { In, type EntityManager } from 'typeorm';
import { readLogHead, sequenceBatches } from '../log/log.repository.js';
import { SigningKeyEntity } from './signing-key.entity.js';

/** Numbers that stand for "uses this key" (the trigger `signing_key_guard` has it too) and "changes this chain". */
const USING = 7_361_002;
const CHANGING = 7_361_003;
const BATCHES_AT_ONCE = 1_000;

/**
 * To be asked by whoever signs for the registry, in the transaction that logs what was signed: from here to the commit
 * the key stays active, for a change of its state waits. Many may hold it at once.
 * @throws DomainError `signing-key/not-active` when it was retired or given up since the signer was taken
 */
export async function assertActive(tx: EntityManager, kid: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock_shared($1, hashtext($2))', [USING, kid]);
  // A statement of its own: it sees what was committed while the one before waited.
  const [row] = await tx.query<{ state: string }[]>('SELECT state FROM signing_key WHERE kid = $1', [kid]);
  if (row?.state !== 'active') throw new DomainError('signing-key/not-active');
}

/** Returns when nobody issues with the key any more, and whoever wants to waits for this transaction. */
export async function waitForUsers(tx: EntityManager, kid: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [USING, kid]);
}

/** Changes of one body's chain, its making included, come one after the other. */
export async function lockChain(tx: EntityManager, organisationId: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [CHANGING, organisationId]);
}

/** The key in use and the one made ahead: both, or for a body that has never issued neither. */
export interface KeyChain {
  active: SigningKeyEntity | undefined;
  /** Absent beside an active key from before there were any. */
  next: SigningKeyEntity | undefined;
}

export async function findChain(tx: EntityManager, organisationId: string): Promise<KeyChain> {
  const keys = await tx.findBy(SigningKeyEntity, { organisationId, state: In(['active', 'next']) });
  return { active: keys.find(({ state }) => state === 'active'), next: keys.find(({ state }) => state === 'next') };
}

/** @throws DomainError `signing-key/not-found` */
export async function getKey(tx: EntityManager, kid: string): Promise<SigningKeyEntity> {
  const key = await tx.findOneBy(SigningKeyEntity, { kid });
  if (!key) throw new DomainError('signing-key/not-found');
  return key;
}

/** In this order: a body has one active and one next key at every moment, and the database says so. */
export async function saveKeys(tx: EntityManager, keys: readonly SigningKeyEntity[]): Promise<void> {
  for (const key of keys) await tx.save(SigningKeyEntity, key);
}

/**
 * Gives every committed leaf its place, and keeps others from giving places until the end of the transaction.
 * @returns the size of the log: what commits later stands from this index on
 */
export async function closeLog(tx: EntityManager): Promise<number> {
  for (;;) {
    const head = await readLogHead(tx, true);
    if ((await sequenceBatches(tx, head, BATCHES_AT_ONCE)) === 0) return head.sequenced;
  }
}

/** Once made, a certificate stays: the first that was kept counts. */
export async function keepCertificate(tx: EntityManager, kid: string, der: Uint8Array): Promise<Uint8Array> {
  await tx.query('UPDATE signing_key SET certificate_der = $2 WHERE kid = $1 AND certificate_der IS NULL', [kid, der]);
  const { certificateDer } = await getKey(tx, kid);
  return certificateDer ?? der;
}

export type PublishedKey = Omit<SigningKeyEntity, 'privateSealed' | 'tokenKey' | 'nationalSealed' | 'certificateDer'>;

/** All that ever were, in an order that does not change as keys are added: oldest first. */
export function listKeys(tx: EntityManager, limit: number): Promise<PublishedKey[]> {
  return tx.find(SigningKeyEntity, {
    select: {
      kid: true,
      organisationId: true,
      state: true,
      publicJwk: true,
      nationalJwk: true,
      holder: true,
      createdAt: true,
      changedAt: true,
      activatedAt: true,
      retiredAt: true,
      compromisedAt: true,
      compromisedFrom: true,
    },
    order: { createdAt: 'ASC', kid: 'ASC' },
    take: limit,
  });
}

/** What the certificates of keys say of a body: its filed name, as its last filing has it. */
export async function findFiledName(tx: EntityManager, organisationId: string): Promise<string | undefined> {
  const [row] = await tx.query<{ name: string }[]>(
    'SELECT agency_name AS name FROM filed_scope WHERE organisation_id = $1 ORDER BY filed_on DESC, filing_id LIMIT 1',
    [organisationId],
  );
  return row?.name;
}

export interface RegistryCa {
  privateSealed: string;
  certificateDer: Buffer;
}

export async function findCa(tx: EntityManager): Promise<RegistryCa | undefined> {
  const [row] = await tx.query<RegistryCa[]>(
    'SELECT private_sealed AS "privateSealed", certificate_der AS "certificateDer" FROM registry_ca',
  );
  return row;
}

/** Keeps it unless there is one. */
export async function offerCa(
  tx: EntityManager,
  ca: { privateSealed: string; certificateDer: Uint8Array },
): Promise<void> {
  await tx.query(
    'INSERT INTO registry_ca (single, private_sealed, certificate_der) VALUES (true, $1, $2) ON CONFLICT DO NOTHING',
    [ca.privateSealed, Buffer.from(ca.certificateDer)],
  );
}
