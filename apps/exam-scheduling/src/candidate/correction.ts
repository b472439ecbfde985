import { DomainError } from '@app/kernel';
import type { Plan } from '../plan/plan.js';
import { checkRow } from './roster-row.js';
import { ROSTER_COLUMNS, type Registration, type RosterColumn } from './roster.js';

export type CorrectedField = 'name' | 'document' | 'phone';

const COLUMN: Readonly<Record<CorrectedField, RosterColumn>> = {
  name: '姓名',
  document: '证件号码',
  phone: '手机号码',
};
/** What an identity number says itself: the new one must not be measured by what the wrong one said. */
const FROM_NUMBER: readonly RosterColumn[] = ['性别', '出生日期'];
const RESIDENT_ID = '居民身份证';

/** @throws DomainError `candidate/correction-closed` once the roll is reported: a certificate may rest on it */
export function assertCorrectable({ state }: Pick<Plan, 'state'>): void {
  if (state === 'reported' || state === 'audited') throw new DomainError('candidate/correction-closed');
}

/**
 * The registration with one field corrected, checked by every rule that a roster is checked by.
 * @throws DomainError `candidate/correction-refused` with the columns that do not hold
 */
export function correctRegistration(
  values: Partial<Record<RosterColumn, string>>,
  field: CorrectedField,
  value: string,
  plan: Plan,
  today: string,
): Registration {
  const corrected = { ...values, [COLUMN[field]]: value };
  if (field === 'document' && values['证件类型'] === RESIDENT_ID) {
    for (const column of FROM_NUMBER) delete corrected[column];
  }
  const cells = ROSTER_COLUMNS.map((column) => corrected[column] ?? null);
  const { faults, registration } = checkRow({ row: 1, cells }, { ...plan, today }, new Set());
  if (registration) return registration;
  throw new DomainError('candidate/correction-refused', {}, faults);
}
