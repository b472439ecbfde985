import type { CountedPlace, HeldRecord, RecordsDesk } from '../../libs/platform/src/index.ts';
import type { RetentionRule, RetentionRuleName } from '../../libs/standards/src/index.ts';

export type Rules = Record<RetentionRuleName, RetentionRule>;

/** A record and the desk that answers for it. */
export interface Found {
  desk: RecordsDesk;
  record: HeldRecord;
}

const FOR_GOOD = '不因日期而止 no day ends it';

/** What a rule says, and where it says so; an unverified one is marked. */
export function ruleText({ zh, en, periods }: RetentionRule): string {
  const { source, certainty } = periods.at(-1) ?? { source: '', certainty: 'unverified' };
  return `${zh} ${en} ${source}${certainty === 'unverified' ? ' (待核实 unverified)' : ''}`;
}

/** Two lines a record, without any value of it. */
export function recordLines({ desk, record }: Found, rules: Rules, mark = ''): string[] {
  const { place, ref, begins, until } = record;
  const { what, table, rule } = place;
  return [
    `${mark}${desk.definition.name}.${table}  ${ref}  ${what.zh} ${what.en}`,
    `    自 since ${begins ?? '?'}，保存至 kept until ${until ?? FOR_GOOD}；${ruleText(rules[rule])}`,
  ];
}

/** One line a place: how much goes, how much stays and until when. */
export function countLine(service: string, { place, goes, stays, nextUntil }: CountedPlace, rules: Rules): string {
  const staying = stays > 0 ? `，下一个期满日 next day of expiry ${nextUntil ?? FOR_GOOD}` : '';
  const head = `${service}.${place.table}  ${place.what.zh} ${place.what.en}`;
  return `${head}\n    可删除 goes ${goes}，保留 stays ${stays}${staying}；${ruleText(rules[place.rule])}`;
}

/** Whether erasing today takes it: its day is over, and something takes it. */
export function goesToday({ place, until }: HeldRecord, today: string): boolean {
  return until !== null && until < today && (place.erase !== undefined || place.goesWith !== undefined);
}

/** The document for the person: everything that is held, as it stands. */
export function documentOf(found: readonly Found[], rules: Rules, today: string): string {
  const records = found.map(({ desk, record }) => ({
    service: desk.definition.name,
    table: record.place.table,
    record: record.ref,
    what: record.place.what,
    since: record.begins,
    keptUntil: record.until,
    rule: ruleText(rules[record.place.rule]),
    values: record.values,
  }));
  return `${JSON.stringify({ asOf: today, records }, null, 2)}\n`;
}
