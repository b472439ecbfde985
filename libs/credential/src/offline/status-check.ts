import { issuerIdOf } from '../certificate-credential.js';
import { decodeCompactJws } from '../compact-jws.js';
import { gapOf, MIN_STATUS_ENTRIES, tokenState, type StatusCheck, type StatusGap } from '../status-list.js';
import { verifyTokenStatusList } from '../token-status-list.js';
import type { Finding } from './checks.js';
import type { Snapshot } from './snapshot.js';

/** Whose key signs status lists. */
export const STATUS_ORGANISATION = 'registry-status';
/** A list of 131,072 entries is below 100,000 characters whatever is in it. */
const LIST_CHARS_MAX = 200_000;

export interface ListPlace {
  list: number;
  index: number;
}

const addressOf = (registry: string, list: number, form: string): string =>
  `${registry}/api/certificate-issuance/status-lists/${list}/${form}`;

/** The list that an address of this registry names, whatever its form; undefined for another's. */
export function listOf(registry: string, address: string): number | undefined {
  const base = addressOf(registry, 0, '').slice(0, -2);
  const match = address.startsWith(base)
    ? /^(\d{1,6})\/(revocation|message|token)$/.exec(address.slice(base.length))
    : null;
  return match ? Number(match[1]) : undefined;
}

const GAP_FINDINGS = {
  unreachable: 'status/no-list',
  malformed: 'status/malformed',
  'not-authentic': 'status/not-authentic',
  expired: 'status/expired',
  'out-of-range': 'status/malformed',
} as const satisfies Record<StatusGap, Finding>;

interface ListFacts {
  sub?: unknown;
  iat?: unknown;
}

function listFacts(jwt: string): ListFacts & { kid?: string | undefined } {
  const { header, payload } = decodeCompactJws(jwt);
  return { ...(Object(payload) as ListFacts), kid: header.kid };
}

export interface StatusFound {
  finding: Finding;
  /** When the list that says so was made, RFC 3339. */
  asOf?: string;
}

/**
 * What the snapshot says of a certificate's status. A list that has expired is believed where it says that the certificate
 * has ended, for nothing makes it valid again, and not where it says nothing against it.
 */
export async function statusIn(snapshot: Snapshot, place: ListPlace, now: Date): Promise<StatusFound> {
  const uri = addressOf(snapshot.registry, place.list, 'token');
  let known: { jwt: string; iat: number; kid?: string | undefined } | undefined;
  for (const jwt of snapshot.statusLists) {
    if (jwt.length > LIST_CHARS_MAX) continue;
    const { sub, iat, kid } = safeFacts(jwt);
    if (sub === uri && typeof iat === 'number' && iat > (known?.iat ?? -1)) known = { jwt, iat, kid };
  }
  if (!known) return { finding: 'status/no-list' };
  const { jwt, iat, kid } = known;
  const key = snapshot.keys.find((each) => each.kid === kid && each.issuer === issuerIdOf(STATUS_ORGANISATION));
  if (!key || key.state === 'compromised' || key.state === 'next') return { finding: 'status/not-authentic' };
  const asOf = new Date(iat * 1_000).toISOString();
  const read = async (seconds: number): Promise<StatusCheck> => {
    try {
      const { list } = await verifyTokenStatusList(jwt, key, { uri, now: seconds, entries: MIN_STATUS_ENTRIES });
      return tokenState(list, place.index);
    } catch (error) {
      return { outcome: 'could-not-check', reason: gapOf(error) };
    }
  };
  const fresh = await read(Math.floor(now.getTime() / 1_000));
  if (fresh.outcome !== 'could-not-check') return { finding: `status/${fresh.outcome}`, asOf };
  if (fresh.reason !== 'expired') return { finding: GAP_FINDINGS[fresh.reason] };
  const old = await read(iat);
  const hasEnded = old.outcome !== 'could-not-check' && old.outcome !== 'valid';
  return { finding: hasEnded ? `status/${old.outcome}` : 'status/expired', asOf };
}

function safeFacts(jwt: string): ReturnType<typeof listFacts> {
  try {
    return listFacts(jwt);
  } catch {
    return {};
  }
}
