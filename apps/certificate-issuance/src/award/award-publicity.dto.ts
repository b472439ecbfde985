import { certificateBases, regionByCode } from '@app/standards';
import { AWARD_BASES } from './award.js';
import type { RunningAward } from './award.repository.js';
import { AwardSubjectView, subjectView } from './award-view.dto.js';

/** A list that is public today; its persons are at `/award-publicity/{awardId}`. */
export class RunningAwardView {
  awardId!: string;
  agencyName!: string;
  siteCode!: string;
  regionCode!: string;
  regionName!: string;
  basis!: (typeof AWARD_BASES)[number];
  /** `竞赛晋升` */
  basisName!: string;
  subject!: AwardSubjectView;
  publicityFrom!: string;
  /** Last day of publicity. */
  publicityUntil!: string;
  /** Persons on the list. */
  persons!: number;
}

export class RunningAwardPage {
  items!: RunningAwardView[];
  next?: string;
}

export const runningAwardView = ({ award, persons }: RunningAward): RunningAwardView => ({
  awardId: award.id,
  agencyName: award.agencyName,
  siteCode: award.siteCode,
  regionCode: award.jurisdiction,
  regionName: regionByCode(award.jurisdiction)?.name ?? award.jurisdiction,
  basis: award.basis,
  basisName: certificateBases[award.basis].zh,
  subject: subjectView(award),
  publicityFrom: award.publicityFrom ?? '',
  publicityUntil: award.publicityUntil ?? '',
  persons,
});
