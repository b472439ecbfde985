import { DomainError } from '@app/kernel';
import type { KeyStanding } from '../key-trust.js';
import type { PublicJwk } from '../jwk.js';
import { assertShallow } from './recognise.js';

export const SNAPSHOT_FORMAT = 'jiangzheng-snapshot/1';
/** Forty status lists, a directory and twenty thousand keys stay far below. */
export const SNAPSHOT_CHARS_MAX = 16_000_000;
const KEYS_MAX = 20_000;
const SITES_MAX = 20_000;
const LISTS_MAX = 512;
const LEAVES_MAX = 1_000;
const PROOF_MAX = 64;
const DEPTH_MAX = 8;

/** A key as `GET /keys` publishes it, as far as a reader needs it. */
export interface SnapshotKey extends PublicJwk {
  kid: string;
  /** `issuer.id` of what it may sign. */
  issuer: string;
  state: KeyStanding['state'];
  compromisedFrom?: number;
}

/** A line of the directory: whose numbers begin with these 13 characters. */
export interface SnapshotSite {
  organisationId: string;
  agencyName: string;
  siteCode: string;
}

export interface SnapshotLeaf {
  index: number;
  /** The entry, base64url. */
  entry: string;
  /** Inclusion proof, nearest sibling first; base64url. */
  proof: readonly string[];
}

export interface SnapshotLog {
  key: string;
  witnesses: readonly string[];
  needed: number;
  /** The signed note. */
  checkpoint: string;
  leaves: readonly SnapshotLeaf[];
}

/**
 * What a reader without a network trusts. It is as good as the place it was taken from: keys and directory in it are
 * not signed, status lists and checkpoint are.
 */
export interface Snapshot {
  format: typeof SNAPSHOT_FORMAT;
  /** Public address of the registry, without a slash at its end. */
  registry: string;
  /** RFC 3339. */
  takenAt: string;
  keys: readonly SnapshotKey[];
  sites: readonly SnapshotSite[];
  /** IETF Token Status Lists, as published. */
  statusLists: readonly string[];
  log?: SnapshotLog;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown, max: number): value is string[] =>
  Array.isArray(value) && value.length <= max && value.every(isText);
const isRows = (value: unknown, max: number, sound: (row: Record<string, unknown>) => boolean): boolean =>
  Array.isArray(value) && value.length <= max && value.every((row) => typeof row === 'object' && row && sound(row));
const STATES = ['next', 'active', 'retired', 'compromised'];

const isKey = ({ kty, crv, x, y, kid, issuer, state, compromisedFrom }: Record<string, unknown>): boolean =>
  kty === 'EC' &&
  crv === 'P-256' &&
  [x, y, kid, issuer].every(isText) &&
  STATES.includes(state as string) &&
  (compromisedFrom === undefined || Number.isSafeInteger(compromisedFrom));

const isSite = ({ organisationId, agencyName, siteCode }: Record<string, unknown>): boolean =>
  [organisationId, agencyName, siteCode].every(isText) && siteCode !== '';

const isLeaf = ({ index, entry, proof }: Record<string, unknown>): boolean =>
  Number.isSafeInteger(index) && isText(entry) && isTexts(proof, PROOF_MAX);

function isLog(value: unknown): boolean {
  if (value === undefined) return true;
  const { key, witnesses, needed, checkpoint, leaves } = Object(value) as Record<string, unknown>;
  const texts = isText(key) && isText(checkpoint) && isTexts(witnesses, PROOF_MAX);
  return texts && Number.isSafeInteger(needed) && isRows(leaves, LEAVES_MAX, isLeaf);
}

/** @throws DomainError `offline/snapshot` */
export function readSnapshot(text: string): Snapshot {
  const refused = new DomainError('offline/snapshot');
  if (text.length > SNAPSHOT_CHARS_MAX) throw refused;
  let value: Partial<Record<keyof Snapshot, unknown>>;
  try {
    assertShallow(text, DEPTH_MAX);
    value = Object(JSON.parse(text)) as typeof value;
  } catch {
    throw refused;
  }
  const { format, registry, takenAt, keys, sites, statusLists, log } = value;
  const sound =
    format === SNAPSHOT_FORMAT &&
    isText(registry) &&
    isText(takenAt) &&
    !Number.isNaN(Date.parse(takenAt)) &&
    isRows(keys, KEYS_MAX, isKey) &&
    isRows(sites, SITES_MAX, isSite) &&
    isTexts(statusLists, LISTS_MAX) &&
    isLog(log);
  if (!sound) throw refused;
  return value as unknown as Snapshot;
}
