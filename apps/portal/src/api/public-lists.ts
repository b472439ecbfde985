import type { components, operations } from './generated/exam-scheduling.ts';
import { callJson } from './http.ts';
import { addressOf } from './typed.ts';
import type { Page } from './types.ts';

type Schemas = components['schemas'];

/** A list of passed persons that is public today. */
export type RunningPublicity = Schemas['RunningPublicityView'];
export type PublicityList = Schemas['PublicityView'];
export type PublicPerson = Schemas['PublicPersonView'];
export type Announcement = Schemas['AnnouncementView'];

/** As chosen in the filters; empty for all. */
export type AnnouncementsWanted = {
  [K in keyof Pick<NonNullable<operations['Announcement_list']['parameters']['query']>, 'region' | 'level'>]: string;
};

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
