import type { LogEntry } from '../log-entry.js';
import type { Hash } from '../tlog/merkle.js';
import { countsDigest, publishCounts, type Carried, type PublishedCount } from './published-counts.js';
import { RegisterFacts } from './register-facts.js';

/** What a registry says of a closed day. */
export interface StatedDay {
  day: string;
  counts: readonly PublishedCount[];
  countsSha256: string;
}

/** Where a registry's number and the one that the log gives are not the same; null for one that is not there at all. */
export interface CountDifference extends Omit<PublishedCount, 'count'> {
  day: string;
  stated: number | null;
  recounted: number | null;
}

export interface RecountedDay {
  counts: readonly PublishedCount[];
  differences: CountDifference[];
  /** The digest that is stated is that of the numbers that are stated. */
  isDigestRight: boolean;
}

const placeOf = ({ kind, site, code, edition, level }: PublishedCount): string =>
  [kind, site, code, edition, level].join(' ');

function differencesOf(
  day: string,
  stated: readonly PublishedCount[],
  recounted: readonly PublishedCount[],
): CountDifference[] {
  const known = new Map(recounted.map((each) => [placeOf(each), each]));
  const differences: CountDifference[] = [];
  const seen = new Set<string>();
  for (const { count, ...place } of stated) {
    const key = placeOf({ count, ...place });
    const right = seen.has(key) ? null : (known.get(key)?.count ?? null);
    seen.add(key);
    if (right !== count) differences.push({ day, ...place, stated: count, recounted: right });
  }
  for (const { count, ...place } of recounted) {
    if (!seen.has(placeOf({ count, ...place }))) differences.push({ day, ...place, stated: null, recounted: count });
  }
  return differences;
}

/** Counts anew what a registry published, from the leaves of its log and nothing else. */
export class Recount {
  readonly #facts = new RegisterFacts();
  #carried: readonly Carried[] = [];

  /** The next leaf; undefined for one that cannot be read. */
  add(entry: LogEntry | undefined): void {
    this.#facts.add(entry);
  }

  /** After the last leaf of the day's checkpoint; days come in their order. */
  close({ day, counts: stated, countsSha256 }: StatedDay, hash: Hash): RecountedDay {
    const { counts, carried } = publishCounts(this.#facts.takeUntil(day), this.#carried);
    this.#carried = carried;
    const differences = differencesOf(day, stated, counts);
    return { counts, differences, isDigestRight: countsDigest(day, stated, hash) === countsSha256 };
  }
}
