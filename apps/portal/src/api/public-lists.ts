import type { Page } from './types.ts';
import { callJson } from './http.ts';
import { addressOf } from './typed.ts';

/** A list of passed persons that is public today. */
export interface RunningPublicity {
  planId: string;
  agencyName: string;
  regionCode: string;
  regionName: string;
  occupationCode: string;
  occupationName: string;
  specialty: string;
  level: string;
  publicityFrom: string;
  publicityUntil: string;
  persons: number;
}

export interface PublicPerson {
  nameMasked: string;
  documentMasked: string;
}

export interface PublicityList extends Omit<RunningPublicity, 'regionCode' | 'regionName' | 'persons'> {
  examOn: string;
  items: PublicPerson[];
  next?: string;
}

export interface Announcement {
  planId: string;
  agencyName: string;
  siteCode: string;
  regionCode: string;
  regionName: string;
  occupationCode: string;
  occupationName: string;
  specialty: string;
  level: string;
  examOn: string;
}

export interface AnnouncementsWanted {
  region?: string;
  level?: string;
}

const SCHEDULING = '/api/exam-scheduling';

export const runningPublicity = (after: string | undefined, signal: AbortSignal): Promise<Page<RunningPublicity>> =>
  callJson(`${SCHEDULING}${addressOf('/publicity', {}, { after })}`, { signal });

export const publicityList = (planId: string, after: string | undefined, signal: AbortSignal): Promise<PublicityList> =>
  callJson(`${SCHEDULING}${addressOf('/publicity/{planId}', { planId }, { after })}`, { signal });

export const announcements = (
  wanted: AnnouncementsWanted,
  after: string | undefined,
  signal: AbortSignal,
): Promise<Page<Announcement>> =>
  callJson(`${SCHEDULING}${addressOf('/public-plans', {}, { ...wanted, after })}`, { signal });
