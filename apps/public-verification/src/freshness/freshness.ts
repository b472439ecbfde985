/** The services whose facts the answers rest on. */
export const SOURCES = {
  'agency-filing': { zh: '评价机构备案', en: 'filing of assessing bodies' },
  'certificate-issuance': { zh: '证书核发', en: 'issue of certificates' },
} as const;
export type SourceName = keyof typeof SOURCES;
export const SOURCE_NAMES = Object.keys(SOURCES) as SourceName[];

export const FRESHNESS_STATES = {
  current: { zh: '已收到该来源发布的全部数据', en: 'everything that this source has told is taken in' },
  behind: { zh: '该来源有数据已发布，尚未全部收录', en: 'this source has told more than is taken in yet' },
  unreachable: {
    zh: '收不到该来源的新数据，答复以已有数据为准',
    en: 'nothing new can arrive; answers rest on what is here',
  },
} as const;
export type FreshnessState = keyof typeof FRESHNESS_STATES;

/** What the broker says of one source at one moment. */
export interface Standing {
  /** Events that were told and not taken in. */
  waiting: number;
  at: Date;
}

export interface SourceFreshness {
  name: SourceName;
  state: FreshnessState;
  /** When the newest fact of it that is known here was recorded; null before the first. */
  latestFactAt: Date | null;
  /** The last moment at which nothing waited; null when there was none since this process started. */
  upToDateAt: Date | null;
  /** Events that wait, those that failed among them; null when it cannot be known. */
  waiting: number | null;
}

/**
 * @param standing null while the broker does not answer
 * @param failed events that arrived and could not be taken in: the broker no longer has them waiting
 * @param upToDateBefore as of the reading before
 */
export function freshnessOf(
  name: SourceName,
  { standing, failed, latestFactAt }: { standing: Standing | null; failed: number; latestFactAt: Date | null },
  upToDateBefore: Date | null,
): SourceFreshness {
  if (!standing) return { name, state: 'unreachable', latestFactAt, upToDateAt: upToDateBefore, waiting: null };
  const waiting = standing.waiting + failed;
  const upToDateAt = waiting === 0 ? standing.at : upToDateBefore;
  return { name, state: waiting === 0 ? 'current' : 'behind', latestFactAt, upToDateAt, waiting };
}
