import { issuerIdOf, type PublicJwk } from '@app/credential';

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
}

/** A JWK Set (RFC 7517 §5). */
export class KeySetView {
  keys!: KeyView[];
}

export function keyView(key: { kid: string; organisationId: string; publicJwk: PublicJwk }): KeyView {
  const { kty, crv, x, y } = key.publicJwk;
  return { kty, crv, x, y, kid: key.kid, alg: 'ES256', use: 'sig', issuer: issuerIdOf(key.organisationId) };
}
