import { DomainError } from '@app/kernel';
import { encodeBase64Url } from './base64url.js';
import { encodeCompactJws, verifyCompactJws, type JwsHeader, type Sign } from './compact-jws.js';
import type { PublicJwk } from './jwk.js';
import { assertDisclosable, parseDisclosure, revealClaims, type Disclosure } from './sd-jwt-claims.js';

/** RFC 9901. */
const HASH_NAME = 'sha-256';
const KEY_BINDING_TYPE = 'kb+jwt';
const SALT_BYTES = 16;
const MAX_CHARS = 64_000;
const MAX_DISCLOSURES = 64;
/** How far the clock of a holder may run ahead, seconds. */
const CLOCK_SKEW = 60;

export type Claims = Readonly<Record<string, unknown>>;

export interface SdJwtContent {
  header: JwsHeader;
  /** Seen by everybody. */
  plain: Claims;
  /** One disclosure for each, shown as the holder likes. */
  disclosable: Claims;
  /** Digests without a claim fill the list up to this length, so that its length says nothing. */
  digests?: number;
}

/** base64url of SHA-256 over the ASCII text, RFC 9901 §4.2.3. */
async function digestOf(text: string): Promise<string> {
  return encodeBase64Url(
    new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
  );
}

const newSalt = (): string => encodeBase64Url(globalThis.crypto.getRandomValues(new Uint8Array(SALT_BYTES)));

/**
 * Signs claims that can be disclosed one by one; answers the issuer's form, every disclosure included.
 * @throws DomainError `credential/malformed` for a reserved or doubled claim name
 */
export async function issueSdJwt(content: SdJwtContent, sign: Sign): Promise<string> {
  const { header, plain, disclosable, digests = 0 } = content;
  assertDisclosable(plain, disclosable);
  const disclosures = Object.entries(disclosable).map((member) => encodeJson([newSalt(), ...member]));
  const real = await Promise.all(disclosures.map(digestOf));
  const decoys = Array.from({ length: Math.max(0, digests - real.length) }, () => digestOf(newSalt()));
  // Sorted, so that a digest's place does not tell which claim it is (§4.2.4.1).
  const list = [...real, ...(await Promise.all(decoys))].sort();
  const jwt = await encodeCompactJws(header, { ...plain, _sd: list, _sd_alg: HASH_NAME }, sign);
  return [jwt, ...disclosures, ''].join('~');
}

const encodeJson = (value: unknown): string => encodeBase64Url(new TextEncoder().encode(JSON.stringify(value)));

interface SdJwtParts {
  jwt: string;
  disclosures: Disclosure[];
  /** The text up to and with the last `~`, over which a holder signs. */
  presentation: string;
  keyBinding: string | undefined;
}

function splitSdJwt(text: string): SdJwtParts {
  const parts = text.split('~');
  const [jwt = '', ...rest] = parts;
  const tail = rest.pop();
  if (text.length > MAX_CHARS || tail === undefined || rest.length > MAX_DISCLOSURES) {
    throw new DomainError('credential/malformed');
  }
  return {
    jwt,
    disclosures: rest.map(parseDisclosure),
    presentation: text.slice(0, text.length - tail.length),
    keyBinding: tail === '' ? undefined : tail,
  };
}

/**
 * Keeps the disclosures of the named claims and drops the others.
 * @throws DomainError `credential/malformed`; `credential/disclosure` when a named claim has none
 */
export function presentSdJwt(sdJwt: string, names: readonly string[]): string {
  const { jwt, disclosures } = splitSdJwt(sdJwt);
  const kept = disclosures.filter(({ name }) => name !== undefined && names.includes(name));
  if (kept.length !== new Set(names).size) throw new DomainError('credential/disclosure');
  return [jwt, ...kept.map(({ text }) => text), ''].join('~');
}

export interface KeyBinding {
  audience: string;
  nonce: string;
  /** POSIX seconds. */
  issuedAt: number;
}

/** Binds a presentation to its reader by the holder's key, RFC 9901 §4.3. */
export async function bindSdJwt(presentation: string, binding: KeyBinding, sign: Sign): Promise<string> {
  const { audience, nonce, issuedAt } = binding;
  const payload = { iat: issuedAt, aud: audience, nonce, sd_hash: await digestOf(presentation) };
  return presentation + (await encodeCompactJws({ alg: 'ES256', typ: KEY_BINDING_TYPE }, payload, sign));
}

/** What a reader asked the holder to sign, and when it reads the answer. */
export interface ExpectedBinding {
  audience: string;
  nonce: string;
  /** POSIX seconds. */
  now: number;
  maxAgeSeconds: number;
}

export interface VerifiedSdJwt {
  header: JwsHeader;
  /** Plain and disclosed claims together. */
  claims: Claims;
  /** Names of the claims that came as disclosures of the top level. */
  disclosed: readonly string[];
  /** True when the holder's key signed for this reader. */
  bound: boolean;
}

function holderKey(claims: Claims): PublicJwk {
  const { jwk } = (claims['cnf'] ?? {}) as { jwk?: Partial<PublicJwk> };
  const { kty, crv, x, y } = jwk ?? {};
  if (kty !== 'EC' || crv !== 'P-256' || typeof x !== 'string' || typeof y !== 'string') {
    throw new DomainError('credential/key-binding');
  }
  return { kty, crv, x, y };
}

async function verifyBinding(parts: SdJwtParts, claims: Claims, expected: ExpectedBinding): Promise<void> {
  const refused = new DomainError('credential/key-binding');
  if (parts.keyBinding === undefined) throw refused;
  const { header, payload } = await verifyCompactJws(parts.keyBinding, holderKey(claims));
  const { iat, aud, nonce, sd_hash: hash } = (payload ?? {}) as Record<string, unknown>;
  const { audience, now, maxAgeSeconds } = expected;
  const meant = header.typ === KEY_BINDING_TYPE && aud === audience && nonce === expected.nonce;
  const fresh = typeof iat === 'number' && iat <= now + CLOCK_SKEW && iat >= now - maxAgeSeconds;
  if (!meant || !fresh || hash !== (await digestOf(parts.presentation))) throw refused;
}

/**
 * The claims that a holder shows: RFC 9901 §7.1 and §7.3. A key binding is verified when one is expected, and refused
 * when none is: it was meant for somebody else. Says nothing about revocation.
 * @throws DomainError `credential/malformed`, `credential/algorithm`, `credential/key`, `credential/signature`,
 *   `credential/disclosure` (a disclosure nobody refers to, a digest twice, a name twice or reserved),
 *   `credential/key-binding`
 */
export async function verifySdJwt(
  sdJwt: string,
  issuerKey: PublicJwk,
  expected?: ExpectedBinding,
): Promise<VerifiedSdJwt> {
  const parts = splitSdJwt(sdJwt);
  const { header, payload } = await verifyCompactJws(parts.jwt, issuerKey);
  const digests = await Promise.all(parts.disclosures.map(({ text }) => digestOf(text)));
  const revealed = revealClaims(payload, new Map(parts.disclosures.map((item, at) => [digests[at] ?? '', item])));
  if (expected !== undefined) await verifyBinding(parts, revealed.claims, expected);
  else if (parts.keyBinding !== undefined) throw new DomainError('credential/key-binding');
  return { header, ...revealed, bound: expected !== undefined };
}
