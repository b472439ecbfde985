import type * as credential from '../../libs/credential/src/index.ts';
import { StartError } from './errors.ts';

/** A closed day as `GET /statistics/days` tells it. */
export interface ClosedDay {
  day: string;
  logSize: number;
  rootHash: string;
  checkpoint: string;
  countsSha256: string;
}

interface ListedCount {
  day: string;
  kind: credential.FactKind;
  siteCode?: string;
  occupationCode?: string;
  occupationEdition?: string;
  levelDigit: string;
  count: number;
}

const STATISTICS = 'api/public-verification/statistics';
const PAGE_SIZE = 200;
/** A hundred years of days, or as many numbers. */
const PAGES_MAX = 5_000;

/** All pages of a public list. */
async function all<T>(read: credential.ReadPublished, path: string): Promise<T[]> {
  const items: T[] = [];
  let after = '';
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const at = `${path}?limit=${PAGE_SIZE}${after && `&after=${encodeURIComponent(after)}`}`;
    const bytes = await read(at);
    if (!bytes) throw new StartError(`没有 ${at}。`, `There is no ${at}.`);
    const { items: more, next } = JSON.parse(new TextDecoder().decode(bytes)) as { items: T[]; next?: string };
    items.push(...more);
    if (next === undefined) return items;
    after = next;
  }
  throw new StartError(`${path} 没有尽头。`, `${path} does not end.`);
}

const countOf = ({ kind, siteCode, occupationCode, occupationEdition, levelDigit, count }: ListedCount) => ({
  kind,
  site: siteCode ?? '',
  code: occupationCode ?? '',
  edition: occupationEdition ?? '',
  level: levelDigit,
  count,
});

/** What the registry publishes: its closed days, oldest first, and the numbers of each in their order. */
export async function readStatistics(
  read: credential.ReadPublished,
): Promise<{ days: ClosedDay[]; counts: Map<string, credential.PublishedCount[]> }> {
  const days = await all<ClosedDay>(read, `${STATISTICS}/days`);
  const counts = new Map<string, credential.PublishedCount[]>();
  for (const listed of await all<ListedCount>(read, `${STATISTICS}/daily`)) {
    const ofDay = counts.get(listed.day);
    if (ofDay) ofDay.push(countOf(listed));
    else counts.set(listed.day, [countOf(listed)]);
  }
  return { days: days.toSorted((a, b) => (a.day < b.day ? -1 : 1)), counts };
}
