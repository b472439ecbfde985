import { plusMonths } from '@app/standards';

/** 失业保险技能提升补贴: a claim closes so many months after the issue (domain.md §8.6 [S-SUB1]); data with a first day. */
const CLAIM_MONTHS: readonly { from: string; months: number }[] = [{ from: '2017-01-01', months: 12 }];

/** Last day to claim the subsidy for a certificate issued on `issuedOn`; '' when no rule was in force. */
export function subsidyUntil(issuedOn: string): string {
  const rule = CLAIM_MONTHS.findLast(({ from }) => from <= issuedOn);
  return rule ? plusMonths(issuedOn, rule.months) : '';
}
