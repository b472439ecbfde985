import { plusDays, plusMonths } from '@app/standards';

/** 查验额度 of an organisation, from a day on. */
export interface BatchQuota {
  /** China day. */
  from: string;
  rowsPerDay: number;
  rowsPerMonth: number;
  rowsPerBatch: number;
  /** Only for this one; it goes before what holds for all. */
  organisationId?: string;
}

export interface QuotaUse {
  today: number;
  month: number;
}

/** What holds for the organisation on the day. @throws Error when nothing does: the configuration has a first day too late */
export function quotaOn(quotas: readonly BatchQuota[], organisationId: string, day: string): BatchQuota {
  const inForce = quotas.filter(({ from }) => from <= day).toSorted((a, b) => (a.from < b.from ? 1 : -1));
  const quota =
    inForce.find((each) => each.organisationId === organisationId) ??
    inForce.find((each) => each.organisationId === undefined);
  if (!quota) throw new Error(`BATCH_QUOTAS has nothing for ${day}`);
  return quota;
}

/** Rows that may still be charged on the day. */
export const leftOf = (quota: BatchQuota, used: QuotaUse): number =>
  Math.max(0, Math.min(quota.rowsPerDay - used.today, quota.rowsPerMonth - used.month));

/** The first later day on which there is quota again: tomorrow, or the first of the next month. */
export function nextDayWithQuota(quota: BatchQuota, used: QuotaUse, today: string): string {
  return used.month < quota.rowsPerMonth ? plusDays(today, 1) : plusMonths(firstOfMonth(today), 1);
}

export const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`;
