import { issuerIdOf } from '@app/credential';
import { ApiProperty } from '@nestjs/swagger';
import { KEY_STATES, type KeyState, type SigningKey } from './signing-key.js';

export class NationalKeyView {
  kty!: string;
  /** SM2, the curve of GB/T 32918.5. */
  crv!: string;
  x!: string;
  y!: string;
  kid!: string;
  /** SM2-SM3; the user id is 1234567812345678. */
  alg!: string;
}

export class KeyView {
  kty!: string;
  crv!: string;
  /** 32 bytes, base64url. */
  x!: string;
  y!: string;
  /** RFC 7638 thumbprint. */
  kid!: string;
  alg!: string;
  use!: string;
  /** The only `issuer.id` whose credentials this key may sign. */
  issuer!: string;
  /** `next` is published ahead and signs nothing yet; what a `retired` key signed stays valid. */
  @ApiProperty({ enum: KEY_STATES })
  state!: KeyState;
  /** RFC 3339, as all that follow. */
  createdAt!: string;
  /** When it became active. */
  notBefore?: string;
  retiredAt?: string;
  compromisedAt?: string;
  /** Index of a leaf of the log: a certificate that is not proven to be logged below it is worth nothing. */
  compromisedFrom?: number;
  /** For the second, national signature of digital credentials. */
  national?: NationalKeyView;
}

/** A JWK Set (RFC 7517 §5). */
export class KeySetView {
  keys!: KeyView[];
}

export function keyView(key: SigningKey): KeyView {
  const { kty, crv, x, y } = key.publicJwk;
  return {
    kty,
    crv,
    x,
    y,
    kid: key.kid,
    alg: 'ES256',
    use: 'sig',
    issuer: issuerIdOf(key.organisationId),
    state: key.state,
    createdAt: key.createdAt.toISOString(),
    ...(key.activatedAt ? { notBefore: key.activatedAt.toISOString() } : {}),
    ...(key.retiredAt ? { retiredAt: key.retiredAt.toISOString() } : {}),
    ...(key.compromisedAt ? { compromisedAt: key.compromisedAt.toISOString() } : {}),
    ...(key.compromisedFrom === null ? {} : { compromisedFrom: key.compromisedFrom }),
    ...(key.nationalJwk ? { national: { ...key.nationalJwk, alg: 'SM2-SM3' } } : {}),
  };
}
