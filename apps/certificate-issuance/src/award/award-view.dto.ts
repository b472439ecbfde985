import { certificateBases, levelByDigit } from '@app/standards';
import type { AwardRowEntity, SkillNormEntity } from './award.entity.js';
import { ROW_STATES, type ObjectionGround } from './award-row.js';
import type { PublicAward } from './award-publicity.service.js';
import { ContestDto, CourseDto, EvidenceDto, SkillNormDto, TitleDto } from './award.dto.js';
import type { AwardWithRows, FiledRows, OpenedRow } from './award.service.js';
import { AWARD_BASES, AWARD_STATES, type Award } from './award.js';

type Basis = (typeof AWARD_BASES)[number];

export class SkillNormView extends SkillNormDto {
  id!: string;
}

export class SkillNormPage {
  items!: SkillNormView[];
  next?: string;
}

export class AwardSubjectView {
  occupationCode!: string;
  /** Edition of the 职业分类大典; empty for 专项职业能力. */
  occupationEdition!: string;
  occupationName!: string;
  specialty!: string;
  /** Empty for a basis without levels. */
  levelDigit!: string;
  /** `三级/高级工`; empty for a basis without levels. */
  levelName!: string;
}

export class AwardStepView {
  at!: string;
  from!: (typeof AWARD_STATES)[number];
  to!: (typeof AWARD_STATES)[number];
  opinion!: string;
}

export class AwardView {
  id!: string;
  organisationId!: string;
  jurisdiction!: string;
  filingId!: string;
  siteCode!: string;
  agencyName!: string;
  basis!: Basis;
  /** `竞赛晋升` */
  basisName!: string;
  subject!: AwardSubjectView;
  /** One of the states of an application. */
  state!: (typeof AWARD_STATES)[number];
  history!: AwardStepView[];
  draftedOn!: string;
  publicityFrom?: string;
  /** Last day of publicity. */
  publicityUntil?: string;
}

export class AwardPage {
  items!: AwardView[];
  next?: string;
}

export class RefusalView {
  rule!: string;
  zh!: string;
  en!: string;
}

export class AwardRowView {
  id!: string;
  position!: number;
  nameMasked!: string;
  documentMasked!: string;
  /** `listed`, `objected` (stopped), `refused`, `issued` (certificate) or `kept` (record without a national number). */
  state!: (typeof ROW_STATES)[number];
  refusal?: RefusalView;
  objectionGround?: ObjectionGround;
  objectionReference?: string;
  certificateId?: string;
  certificateNumber?: string;
}

export class AwardDetailView extends AwardView {
  /** In the order of filing; at most 500. */
  rows!: AwardRowView[];
}

export class RowFaultView {
  /** JSON pointer into the request. */
  field!: string;
  rule!: string;
  zh!: string;
  en!: string;
}

export class RejectedRowView {
  /** Place in the request, from 0. */
  index!: number;
  faults!: RowFaultView[];
}

export class AwardFiledView extends AwardDetailView {
  /** Rows that were not taken in: correct them and file them again. */
  rejected!: RejectedRowView[];
}

/** One person in clear, with the papers. */
export class AwardRowDetailView extends AwardRowView {
  awardId!: string;
  name!: string;
  documentType!: string;
  documentNumber!: string;
  birthDate!: string;
  contest?: ContestDto;
  title?: TitleDto;
  courses?: CourseDto[];
  evidence!: EvidenceDto[];
}

export class PublicAwardPersonView {
  nameMasked!: string;
  documentMasked!: string;
}

/** 公示名单: one page of the persons of an application. */
export class PublicAwardView {
  awardId!: string;
  agencyName!: string;
  basis!: Basis;
  basisName!: string;
  subject!: AwardSubjectView;
  publicityFrom!: string;
  publicityUntil!: string;
  items!: PublicAwardPersonView[];
  next?: string;
}

export const subjectView = ({ subject }: Award): AwardSubjectView => ({
  ...subject,
  levelName: levelByDigit(subject.levelDigit)?.display ?? '',
});

export function awardView(award: Award): AwardView {
  const { acceptedBy: _accepted, approvedBy: _approved, skillNormId: _norm, history, ...head } = award;
  const { publicityFrom, publicityUntil, ...rest } = head;
  return {
    ...rest,
    basisName: certificateBases[award.basis].zh,
    subject: subjectView(award),
    history: history.map(({ at, from, to, opinion }) => ({ at, from, to, opinion })),
    ...(publicityFrom ? { publicityFrom } : {}),
    ...(publicityUntil ? { publicityUntil } : {}),
  };
}

export function awardRowView(row: AwardRowEntity): AwardRowView {
  const { id, position, nameMasked, documentMasked, state } = row;
  return {
    id,
    position,
    nameMasked,
    documentMasked,
    state,
    ...(row.refusal ? { refusal: row.refusal } : {}),
    ...(row.objectionGround ? { objectionGround: row.objectionGround } : {}),
    ...(row.objectionReference ? { objectionReference: row.objectionReference } : {}),
    ...(row.certificateId ? { certificateId: row.certificateId } : {}),
    ...(row.certificateNumber ? { certificateNumber: row.certificateNumber } : {}),
  };
}

export const awardDetailView = ({ award, rows }: AwardWithRows): AwardDetailView => ({
  ...awardView(award),
  rows: rows.map(awardRowView),
});

export const awardFiledView = (filed: FiledRows): AwardFiledView => ({
  ...awardDetailView(filed),
  rejected: filed.rejected,
});

export function awardRowDetailView({ row, person, birthDate, claim }: OpenedRow): AwardRowDetailView {
  const { contest, ...rest } = claim;
  const { place, ...result } = contest ?? { place: null };
  return {
    ...awardRowView(row),
    awardId: row.awardId,
    ...person,
    birthDate,
    ...rest,
    ...(contest ? { contest: { ...(result as ContestDto), ...(place === null ? {} : { place }) } } : {}),
  };
}

export const publicAwardView = ({ award, page }: PublicAward): PublicAwardView => ({
  awardId: award.id,
  agencyName: award.agencyName,
  basis: award.basis,
  basisName: certificateBases[award.basis].zh,
  subject: subjectView(award),
  publicityFrom: award.publicityFrom ?? '',
  publicityUntil: award.publicityUntil ?? '',
  items: page.items.map(({ nameMasked, documentMasked }) => ({ nameMasked, documentMasked })),
  ...(page.next ? { next: page.next } : {}),
});

export const skillNormView = ({ publishedBy: _by, validUntil, ...norm }: SkillNormEntity): SkillNormView => ({
  ...norm,
  ...(validUntil ? { validUntil } : {}),
});
