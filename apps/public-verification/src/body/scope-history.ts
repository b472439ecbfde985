import { plusDays } from '@app/standards';
import type { FiledSite, ScopeLine } from './body.js';

/** A line of the scope over the days on which it was filed. Days are China days, `validUntil` inclusive. */
export interface FiledLine extends ScopeLine {
  siteCode: string;
  filedOn: string;
  validUntil: string;
  /** A change of the filing took it out, or it was filed anew after a gap. */
  isPast: boolean;
}

const sameLine = (one: ScopeLine & { siteCode: string }, other: ScopeLine & { siteCode: string }): boolean =>
  one.siteCode === other.siteCode &&
  one.occupationCode === other.occupationCode &&
  one.occupationEdition === other.occupationEdition &&
  one.specialty === other.specialty &&
  one.levelDigit === other.levelDigit;

/**
 * The lines of a filing after a change of it. What was filed on a day stays filed on that day, so that a certificate of
 * that day is judged by what held then.
 * @param known lines of the filing that are not past
 * @param from first day on which the change counts
 */
export function changedLines(
  known: readonly FiledLine[],
  sites: readonly FiledSite[],
  from: string,
): { ended: FiledLine[]; going: FiledLine[]; begun: FiledLine[] } {
  const wanted = sites.flatMap(({ siteCode, filedOn, validUntil, scope }) =>
    scope.map((line): FiledLine => ({
      ...line,
      siteCode,
      filedOn: from > filedOn ? from : filedOn,
      validUntil,
      isPast: false,
    })),
  );
  const goesOn = (line: FiledLine): FiledLine | undefined =>
    wanted.find((each) => sameLine(each, line) && each.filedOn <= plusDays(line.validUntil, 1));
  const going: FiledLine[] = [];
  const ended: FiledLine[] = [];
  for (const line of known) {
    const next = goesOn(line);
    if (next) going.push({ ...next, filedOn: line.filedOn });
    else {
      const last = plusDays(from, -1);
      ended.push({ ...line, isPast: true, validUntil: last < line.validUntil ? last : line.validUntil });
    }
  }
  const begun = wanted.filter((line) => !going.some((each) => sameLine(each, line)));
  return { ended, going, begun };
}
