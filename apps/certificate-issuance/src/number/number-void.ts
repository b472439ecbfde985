import type { NumberVoidedEntry } from '@app/credential';

/** Why no certificate will bear a number. The class stands in the public log, the note in the register only. */
export const VOID_REASONS = ['test-run', 'used-outside', 'ministry-withdrew', 'series-damaged', 'other'] as const;
export type VoidReason = (typeof VOID_REASONS)[number];

/** Serials that one request may void. */
export const VOID_COUNT_MAX = 100;

/** Either the next serials of a series of this year, or one imported number. */
export interface VoidWish {
  number?: string;
  siteCode?: string;
  level?: string;
  count: number;
  reason: VoidReason;
  note: string;
}

/** A number that no certificate will bear. */
export interface VoidedNumber {
  number: string;
  siteCode: string;
  year: number;
  level: string;
  serial: number;
}

/** What the log says of it: the year as in the number. */
export function voidEntry(voided: VoidedNumber, reason: VoidReason, at: string): NumberVoidedEntry {
  const { siteCode: site, year, level, serial } = voided;
  return { type: 'number-voided', site, year: String(year).slice(2), level, serial, reason, at };
}
