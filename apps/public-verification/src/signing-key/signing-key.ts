import type { KeyStanding, PublicJwk } from '@app/credential';
import { DomainError } from '@app/kernel';

const KEY_STATES = ['next', 'active', 'retired', 'compromised'] as const;
export type KeyState = (typeof KEY_STATES)[number];

/** A key by which certificates of a body were signed, as far as the register was told of it. */
export interface KnownKey extends KeyStanding {
  /** RFC 7638 thumbprint. */
  kid: string;
  organisationId: string;
  state: KeyState;
  /** null for a key that was told of without its coordinates: its signatures cannot be checked here. */
  publicJwk: PublicJwk | null;
  compromisedFrom: number | null;
}

/** What the issuing service tells. proto3 omits defaults, so every text may be ''. */
export interface KeyFact {
  kid: string;
  organisationId: string;
  state: string;
  compromisedFrom: string;
  x?: string;
  y?: string;
}

const COORDINATE = /^[\w-]{43}$/;
const LEAF_INDEX = /^\d{1,15}$/;

const refuse = (field: string): never => {
  throw new DomainError('signing-key/bad-event', { field });
};

/** @throws DomainError `signing-key/bad-event` with the field that is missing or wrong */
export function knownKeyOf(fact: KeyFact): KnownKey {
  const { kid, organisationId, compromisedFrom: from, x = '', y = '' } = fact;
  if (kid === '') refuse('kid');
  if (organisationId === '') refuse('organisationId');
  const state = KEY_STATES.find((each) => each === fact.state) ?? refuse('state');
  // Without the place in the log, every signature of a stolen key would have to be taken or refused.
  if ((state === 'compromised') !== LEAF_INDEX.test(from)) refuse('compromisedFrom');
  if ((x === '') !== (y === '')) refuse('y');
  if (x !== '' && !(COORDINATE.test(x) && COORDINATE.test(y))) refuse('x');
  return {
    kid,
    organisationId,
    state,
    publicJwk: x === '' ? null : { kty: 'EC', crv: 'P-256', x, y, kid },
    compromisedFrom: state === 'compromised' ? Number(from) : null,
  };
}
