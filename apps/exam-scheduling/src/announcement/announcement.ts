import { DomainError } from '@app/kernel';
import { isRealDay } from '@app/standards';

/** 认定公告 begins with the approval; a plan that was refused or cancelled is announced no longer. */
export const ANNOUNCED_STATES = [
  'approved',
  'seated',
  'scored',
  'verified',
  'in-publicity',
  'reported',
  'audited',
] as const;

/** Place in a list by exam day. */
export interface Place {
  examOn: string;
  id: string;
}

const PLACE = /^(\d{4}-\d{2}-\d{2}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export const cursorOf = ({ examOn, id }: Place): string => Buffer.from(`${examOn} ${id}`).toString('base64url');

/** @throws DomainError `request/cursor` */
export function placeOf(cursor: string): Place {
  const [, examOn = '', id = ''] = PLACE.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (!isRealDay(examOn)) throw new DomainError('request/cursor');
  return { examOn, id };
}
