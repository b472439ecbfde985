import type { Look } from './holder-api.ts';

/** Looks of one day that are alike to a reader: told as one line with their number. */
export interface LookGroup {
  /** Of the newest. */
  id: string;
  /** `2026-03-01`, in China. */
  day: string;
  newest: Look;
  times: number;
}

const dayOf = (at: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(at));

/** In the order of the newest of each; `looks` newest first. */
export function groupLooks(looks: readonly Look[]): LookGroup[] {
  const groups = new Map<string, LookGroup>();
  for (const look of looks) {
    const day = dayOf(look.at);
    const { asker, way, organisationName = '', purpose, certificateIds, extractId = '' } = look;
    const key = JSON.stringify([day, asker, way, organisationName, purpose?.code, certificateIds, extractId]);
    const group = groups.get(key);
    if (group) group.times += 1;
    else groups.set(key, { id: look.id, day, newest: look, times: 1 });
  }
  return [...groups.values()];
}
