import type { components, operations, paths } from './generated/public-verification.ts';
import { callJson } from './http.ts';
import { addressOf, readerOf } from './typed.ts';
import type { Page } from './types.ts';

const SERVICE = 'public-verification';
const read = readerOf<paths>(SERVICE);

type Schemas = components['schemas'];

/** A cell as it is published: a number, or `<5` or `≥96` where a small one is kept back. */
export type Cell = number | string;

export interface LevelTotals {
  total: Cell;
  levels: { level: Schemas['LevelCountView']['level']; count: Cell }[];
}

/** The document says no more of a cell than that it is one. */
export const levelTotals = async (signal: AbortSignal): Promise<LevelTotals> =>
  (await read('/statistics', { signal })) as unknown as LevelTotals;

export type Target = Omit<Schemas['TargetView'], 'value'> & { value?: Cell };
export type TalentPlan = Omit<Schemas['PlanTargetsView'], 'targets'> & { targets: Target[] };
export interface PlanTargets {
  /** RFC 3339. */
  countedAt: string;
  plans: TalentPlan[];
}

export const planTargets = async (signal: AbortSignal): Promise<PlanTargets> =>
  (await read('/statistics/targets', { signal })) as unknown as PlanTargets;

/** A closed day and the checkpoint that its numbers are bound to. */
export type ClosedDay = Schemas['StatisticsDayView'];
/** One published number: of a day, a kind, a level, and mostly a body and an occupation. */
export type DailyCount = Schemas['DailyCountView'];
export type CountKind = DailyCount['kind'];

/** Two weeks fit on a phone; older ones are asked for. */
const DAYS = 14;
/** The most that the service gives at once. */
const COUNTS = 200;

/** Newest first. */
export const closedDays = (after: string | undefined, signal: AbortSignal): Promise<Page<ClosedDay>> =>
  callJson(`/api/${SERVICE}${addressOf('/statistics/days', {}, { after, limit: DAYS })}`, { signal });

type Wanted = Pick<NonNullable<operations['Statistics_daily']['parameters']['query']>, 'from' | 'to'>;

const dailyPage = (wanted: Wanted, after: string | undefined, signal: AbortSignal): Promise<Page<DailyCount>> =>
  callJson(`/api/${SERVICE}${addressOf('/statistics/daily', {}, { ...wanted, after, limit: COUNTS })}`, { signal });

/** Every published number of these days, or a sum of them would be wrong. */
export async function dailyCounts(wanted: Required<Wanted>, signal: AbortSignal): Promise<DailyCount[]> {
  const counts: DailyCount[] = [];
  let after: string | undefined;
  do {
    const page = await dailyPage(wanted, after, signal);
    counts.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return counts;
}
