import { DomainError } from '@app/kernel';
import { decodeBase64Url } from './base64url.js';

/** RFC 9901 §4.2: `name` is absent for an element of an array. */
export interface Disclosure {
  text: string;
  name: string | undefined;
  value: unknown;
}

type Members = Readonly<Record<string, unknown>>;

const DIGESTS = '_sd';
const ELEMENT = '...';
const HASH_NAME = '_sd_alg';
const MAX_DEPTH = 8;

const refused = (): DomainError => new DomainError('credential/disclosure');
const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isReserved = (name: string): boolean => name === DIGESTS || name === ELEMENT;

/** @throws DomainError `credential/malformed` for a reserved name, or one on both sides */
export function assertDisclosable(plain: Members, disclosable: Members): void {
  const names = [...Object.keys(plain), ...Object.keys(disclosable)];
  const faulty = names.some((name) => isReserved(name) || name === HASH_NAME) || new Set(names).size !== names.length;
  if (faulty) throw new DomainError('credential/malformed');
}

/** @throws DomainError `credential/malformed`, `credential/disclosure` (a reserved name) */
export function parseDisclosure(text: string): Disclosure {
  let parts: unknown;
  try {
    parts = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(decodeBase64Url(text)));
  } catch {
    throw new DomainError('credential/malformed');
  }
  if (!Array.isArray(parts) || typeof parts[0] !== 'string') throw new DomainError('credential/malformed');
  const [, second, third] = parts as unknown[];
  if (parts.length === 2) return { text, name: undefined, value: second };
  if (parts.length !== 3 || typeof second !== 'string') throw new DomainError('credential/malformed');
  if (isReserved(second)) throw refused();
  return { text, name: second, value: third };
}

/** Puts disclosures in the places of their digests; each digest may appear once in all. */
class Revealer {
  readonly #disclosures: ReadonlyMap<string, Disclosure>;
  readonly #seen = new Set<string>();
  #used = 0;

  constructor(disclosures: ReadonlyMap<string, Disclosure>) {
    this.#disclosures = disclosures;
  }

  get allUsed(): boolean {
    return this.#used === this.#disclosures.size;
  }

  #take(digest: unknown): Disclosure | undefined {
    if (typeof digest !== 'string' || this.#seen.has(digest)) throw refused();
    this.#seen.add(digest);
    const disclosure = this.#disclosures.get(digest);
    if (disclosure !== undefined) this.#used += 1;
    return disclosure;
  }

  reveal(value: unknown, depth: number): unknown {
    if (depth > MAX_DEPTH) throw refused();
    if (Array.isArray(value)) return this.#elements(value, depth);
    return isObject(value) ? this.members(value, depth).members : value;
  }

  #elements(elements: readonly unknown[], depth: number): unknown[] {
    return elements.flatMap((element) => {
      if (!isObject(element) || !Object.hasOwn(element, ELEMENT)) return [this.reveal(element, depth + 1)];
      if (Object.keys(element).length !== 1) throw refused();
      const disclosure = this.#take(element[ELEMENT]);
      if (disclosure === undefined) return [];
      if (disclosure.name !== undefined) throw refused();
      return [this.reveal(disclosure.value, depth + 1)];
    });
  }

  members(object: Members, depth: number): { members: Members; disclosed: string[] } {
    // A map and `fromEntries`, since a claim may be called `__proto__`.
    const members = new Map<string, unknown>();
    const disclosed: string[] = [];
    for (const [name, value] of Object.entries(object)) {
      if (name === ELEMENT) throw refused();
      if (name !== DIGESTS) members.set(name, this.reveal(value, depth + 1));
    }
    const digests = Object.hasOwn(object, DIGESTS) ? object[DIGESTS] : [];
    if (!Array.isArray(digests)) throw refused();
    for (const digest of digests as unknown[]) {
      const disclosure = this.#take(digest);
      if (disclosure === undefined) continue;
      const { name } = disclosure;
      if (name === undefined || members.has(name)) throw refused();
      members.set(name, this.reveal(disclosure.value, depth + 1));
      disclosed.push(name);
    }
    return { members: Object.fromEntries(members), disclosed };
  }
}

/**
 * RFC 9901 §7.1 step 3: the claims with the disclosed ones in their places, digests taken out.
 * @param disclosures by digest
 * @throws DomainError `credential/malformed`, `credential/disclosure`, `credential/algorithm` (another `_sd_alg`)
 */
export function revealClaims(
  payload: unknown,
  disclosures: ReadonlyMap<string, Disclosure>,
): { claims: Members; disclosed: string[] } {
  if (!isObject(payload)) throw new DomainError('credential/malformed');
  const { [HASH_NAME]: hashName = 'sha-256', ...signed } = payload;
  if (hashName !== 'sha-256') throw new DomainError('credential/algorithm');
  const revealer = new Revealer(disclosures);
  const { members, disclosed } = revealer.members(signed, 0);
  if (!revealer.allUsed || Object.hasOwn(members, HASH_NAME)) throw refused();
  return { claims: members, disclosed };
}
