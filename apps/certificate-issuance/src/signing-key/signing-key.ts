import type { PublicJwk, SigningKeyEntry } from '@app/credential';
import { assertTransition, DomainError, type Transitions } from '@app/kernel';

export const KEY_STATES = ['next', 'active', 'retired', 'compromised'] as const;
export type KeyState = (typeof KEY_STATES)[number];

/** A key never comes back: what it signed is judged by the one stretch of the log in which it was active. */
export const TRANSITIONS: Transitions<KeyState> = {
  next: ['active', 'compromised'],
  active: ['retired', 'compromised'],
  retired: ['compromised'],
  compromised: [],
};

/** Who keeps the private key: sealed in the database, or a security module. */
export const KEY_HOLDERS = ['software', 'pkcs11'] as const;
export type KeyHolderName = (typeof KEY_HOLDERS)[number];

/** How long anyone may go on with a key set that was fetched. */
export const KEY_SET_MAX_AGE_S = 60;
/** A key is published for so long before a rotation puts it to use: nobody then meets a signature of a key not yet seen. */
export const PUBLISHED_AHEAD_MS = 10 * KEY_SET_MAX_AGE_S * 1_000;

/** Public part of the SM2 key (GB/T 32918) that goes with a signing key; its coordinates are 32 bytes in base64url. */
export interface NationalJwk {
  kty: 'EC';
  crv: 'SM2';
  x: string;
  y: string;
  kid: string;
}

/** A key of a filed body, which the registry holds on its behalf. */
export interface SigningKey {
  /** RFC 7638 thumbprint. */
  kid: string;
  organisationId: string;
  state: KeyState;
  publicJwk: PublicJwk;
  /** null for a key from before there were any. */
  nationalJwk: NationalJwk | null;
  createdAt: Date;
  /** Of the last change of state. */
  changedAt: Date;
  activatedAt: Date | null;
  retiredAt: Date | null;
  compromisedAt: Date | null;
  /** Size of the log when the key was given up. */
  compromisedFrom: number | null;
}

function move<K extends SigningKey>(key: K, to: KeyState, now: Date): K {
  assertTransition('signing-key', TRANSITIONS, key.state, to);
  const moved = { ...key, state: to, changedAt: now };
  if (to === 'active') return { ...moved, activatedAt: now };
  return to === 'retired' ? { ...moved, retiredAt: now } : { ...moved, compromisedAt: now };
}

/** The first keys of a body: one for use at once, one ahead. */
export function begin<K extends SigningKey>(first: K, second: K, now: Date): K[] {
  return [move(first, 'active', now), second];
}

/**
 * 轮换: the active key is retired, the next becomes active, and a new one stands behind it.
 * @param next of the same body
 * @returns what changed, in the order in which it is written
 * @throws DomainError `signing-key/illegal-transition` when the key is not active any more; `signing-key/next-too-young`
 */
export function rotate<K extends SigningKey>(key: K, next: K, fresh: K, now: Date): K[] {
  const retired = move(key, 'retired', now);
  const usableAt = next.createdAt.getTime() + PUBLISHED_AHEAD_MS;
  if (now.getTime() < usableAt) {
    throw new DomainError('signing-key/next-too-young', { usable: new Date(usableAt).toISOString() });
  }
  return [retired, move(next, 'active', now), fresh];
}

/**
 * 泄露: the key's signatures prove nothing from log index `from` on. The next key takes the place of an active one at
 * once, however young it is; a next one that was stolen gets a successor; a retired one has its successors already.
 * @returns what changed, in the order in which it is written
 * @throws DomainError `signing-key/illegal-transition`
 */
export function compromise<K extends SigningKey>(
  key: K,
  next: K,
  { fresh, from, now }: { fresh: K; from: number; now: Date },
): K[] {
  const given = { ...move(key, 'compromised', now), compromisedFrom: from };
  if (key.state === 'active') return [given, move(next, 'active', now), fresh];
  return key.state === 'next' ? [given, fresh] : [given];
}

/** The leaf that tells of the key's state. */
export function keyEntry(key: SigningKey): SigningKeyEntry {
  return {
    type: 'signing-key',
    organisation: key.organisationId,
    kid: key.kid,
    state: key.state,
    x: key.publicJwk.x,
    y: key.publicJwk.y,
    ...(key.compromisedFrom === null ? {} : { compromisedFrom: key.compromisedFrom }),
    at: key.changedAt.toISOString(),
  };
}
