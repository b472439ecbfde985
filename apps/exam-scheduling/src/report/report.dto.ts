import { levelByDigit, regionByCode } from '@app/standards';
import type { RunningPublicity } from './report.repository.js';
import type { PublicList } from './publicity.service.js';

export class PublicPersonView {
  nameMasked!: string;
  documentMasked!: string;
  result!: 'PASS';
}

/** 公示名单: one page of passed persons. */
export class PublicityView {
  planId!: string;
  agencyName!: string;
  occupationCode!: string;
  occupationName!: string;
  /** 工种; empty when the occupation has none. */
  specialty!: string;
  levelDigit!: string;
  /** As certificates print it: `三级/高级工`. */
  level!: string;
  examOn!: string;
  publicityFrom!: string;
  /** Last day of publicity. */
  publicityUntil!: string;
  items!: PublicPersonView[];
  next?: string;
}

export function publicityView({ plan, people, next }: PublicList): PublicityView {
  return {
    planId: plan.id,
    agencyName: plan.agencyName,
    occupationCode: plan.occupationCode,
    occupationName: plan.occupationName,
    specialty: plan.specialty,
    levelDigit: plan.levelDigit,
    level: levelByDigit(plan.levelDigit).display,
    examOn: plan.examOn,
    publicityFrom: plan.publicityFrom ?? '',
    publicityUntil: plan.publicityUntil ?? '',
    items: people.map((person) => ({ ...person, result: 'PASS' })),
    ...(next ? { next } : {}),
  };
}

/** A list that is public today; its persons are at `/publicity/{planId}`. */
export class RunningPublicityView {
  planId!: string;
  agencyName!: string;
  siteCode!: string;
  regionCode!: string;
  regionName!: string;
  occupationCode!: string;
  occupationName!: string;
  /** 工种; empty when the occupation has none. */
  specialty!: string;
  levelDigit!: string;
  /** As certificates print it: `三级/高级工`. */
  level!: string;
  examOn!: string;
  publicityFrom!: string;
  /** Last day of publicity: five working days after the first, which is not counted. */
  publicityUntil!: string;
  /** Persons on the list. */
  persons!: number;
}

export class RunningPublicityPage {
  items!: RunningPublicityView[];
  next?: string;
}

export const runningPublicityView = ({ id, jurisdiction, ...list }: RunningPublicity): RunningPublicityView => ({
  planId: id,
  ...list,
  regionCode: jurisdiction,
  regionName: regionByCode(jurisdiction)?.name ?? jurisdiction,
  level: levelByDigit(list.levelDigit).display,
});

export class PublicityStartedView {
  planId!: string;
  state!: string;
  publicityFrom!: string;
  /** Last day of publicity; the report may follow on the next day. */
  publicityUntil!: string;
}

export class ReportedView {
  planId!: string;
  state!: string;
  rollId!: string;
  reportedOn!: string;
  /** Reported after the working days allowed for it. */
  late!: boolean;
  /** Passed persons. */
  rows!: number;
  parts!: number;
}
