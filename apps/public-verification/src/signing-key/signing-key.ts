import type { SnapshotKey } from '@app/credential';
import { issuerIdOf } from '@app/credential';
import { DomainError } from '@app/kernel';

export const KEY_STATES = ['next', 'active', 'retired', 'compromised'] as const;

/** A body's key as the register knows it: enough to check what it signed, nothing to sign with. */
export interface SigningKey {
  /** RFC 7638 thumbprint. */
  kid: string;
  organisationId: string;
  state: (typeof KEY_STATES)[number];
  /** Coordinates of the P-256 key, base64url. */
  x: string;
  y: string;
  /** Leaf index from which its signatures prove nothing. */
  compromisedFrom: number | null;
}

/** What the issuing service tells. proto3 omits defaults, so every text may be ''. */
export interface KeyFact {
  kid: string;
  organisationId: string;
  state: string;
  compromisedFrom: string;
  x: string;
  y: string;
}

const COORDINATE = /^[\w-]{43}$/;

/**
 * The register's row of a key; null for one that was told of before its coordinates were.
 * @throws DomainError `signing-key/bad-event` with the field that is wrong
 */
export function signingKeyOf({ kid, organisationId, state, compromisedFrom, x, y }: KeyFact): SigningKey | null {
  if (x === '' && y === '') return null;
  const refuse = (field: string): never => {
    throw new DomainError('signing-key/bad-event', { field });
  };
  const known = KEY_STATES.find((each) => each === state) ?? refuse('state');
  if (!COORDINATE.test(x) || !COORDINATE.test(y)) refuse('x');
  if (known === 'compromised' && !/^\d{1,15}$/.test(compromisedFrom)) refuse('compromisedFrom');
  const from = known === 'compromised' ? Number(compromisedFrom) : null;
  return { kid, organisationId, state: known, x, y, compromisedFrom: from };
}

/** As whoever checks a document takes it. */
export function snapshotKeyOf({ kid, organisationId, state, x, y, compromisedFrom }: SigningKey): SnapshotKey {
  const more = compromisedFrom === null ? {} : { compromisedFrom };
  return { kty: 'EC', crv: 'P-256', x, y, kid, issuer: issuerIdOf(organisationId), state, ...more };
}
