import {
  chiefTechnicianKinds,
  levelByKey,
  POST_LEVELS,
  type ChiefTechnicianKind,
  type PostLevel,
} from '@app/standards';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { EvidenceDto } from '../award/award.dto.js';
import type { AppointmentEntity, HonourEntity } from './appointment.entity.js';
import { APPOINTMENT_STATES } from './appointment.js';
import type { ChiefTechnicianCounts } from './honour.js';
import { POST_STATES, type Post } from './post.js';
import type { PostWithUse } from './post.service.js';

const TEXT_MAX = 200;
const REASON_MAX = 1000;
const EVIDENCE_MAX = 20;
const QUOTA_MAX = 1000;
const DAY_FORM = /^\d{4}-\d{2}-\d{2}$/;
const CHIEF_KINDS = Object.keys(chiefTechnicianKinds) as ChiefTechnicianKind[];

/** 岗位: how many 特级技师 or 首席技师 an employer sets up in one occupation. */
export class PostDto {
  @IsIn(POST_LEVELS)
  level!: PostLevel;

  @IsUUID()
  filingId!: string;

  /** 13 characters. */
  @Matches(/^[A-Z]\d{12}$/)
  siteCode!: string;

  /** 职业编码 `d-dd-dd-dd`. */
  @Matches(/^\d-\d{2}-\d{2}-\d{2}$/)
  occupationCode!: string;

  /** 工种; empty when the occupation has none. */
  @IsString()
  @MaxLength(TEXT_MAX)
  specialty!: string;

  @IsInt()
  @Min(1)
  @Max(QUOTA_MAX)
  quota!: number;

  /** 文号 of the plan that sets up the posts. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(TEXT_MAX)
  planNumber!: string;

  @Matches(DAY_FORM)
  validFrom!: string;

  @Matches(DAY_FORM)
  validUntil!: string;
}

class PersonDto {
  @IsString()
  name!: string;

  /** 证件类型: key or official name. */
  @IsString()
  documentType!: string;

  @IsString()
  documentNumber!: string;

  /** Only where the document is no 居民身份证. */
  @IsOptional()
  @Matches(DAY_FORM)
  birthDate?: string;
}

export class AppointmentDto extends PersonDto {
  @IsUUID()
  postId!: string;

  /** Since when the person holds 一级/高级技师. */
  @Matches(DAY_FORM)
  seniorTechnicianSince!: string;

  /** Works on the front line. */
  @IsBoolean()
  frontLine!: boolean;

  /** `skill-certificate`, `work-proof`, `review-record` and `appointment-decision`. */
  @IsArray()
  @ArrayMaxSize(EVIDENCE_MAX)
  evidence!: EvidenceDto[];
}

export class ReasonDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(REASON_MAX)
  reason!: string;
}

export class HonourDto extends PersonDto {
  /** Which of the things called 首席技师 it is; `ladder` is refused here, because it is an appointment. */
  @IsIn(CHIEF_KINDS)
  kind!: ChiefTechnicianKind;

  /** GB/T 2260 prefecture; a provincial honour belongs to the province. */
  @IsString()
  @IsNotEmpty()
  jurisdiction!: string;

  @Matches(DAY_FORM)
  givenOn!: string;

  /** 文号 of the decision. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(TEXT_MAX)
  decisionNumber!: string;
}

export class PostView extends PostDto {
  id!: string;
  organisationId!: string;
  jurisdiction!: string;
  agencyName!: string;
  occupationEdition!: string;
  occupationName!: string;
  /** `特级技师` */
  levelName!: string;
  state!: (typeof POST_STATES)[number];
}

export class PostDetailView extends PostView {
  /** Posts of the quota that are held today. */
  taken!: number;
}

export class PostPage {
  items!: PostView[];
  next?: string;
}

export class AppointmentStepView {
  at!: string;
  from!: (typeof APPOINTMENT_STATES)[number];
  to!: (typeof APPOINTMENT_STATES)[number];
  opinion!: string;
}

export class AppointmentView {
  id!: string;
  postId!: string;
  organisationId!: string;
  jurisdiction!: string;
  level!: PostLevel;
  /** `首席技师` */
  levelName!: string;
  nameMasked!: string;
  documentMasked!: string;
  /** One of the states of an appointment. */
  state!: (typeof APPOINTMENT_STATES)[number];
  history!: AppointmentStepView[];
  proposedOn!: string;
  publicityUntil?: string;
  /** The 特级技师 appointment on which a 首席技师 rests. */
  restsOn?: string;
  termFrom?: string;
  /** Last day of the term. */
  termUntil?: string;
  /** Absent while its number rule is open. */
  recordNumber?: string;
}

export class AppointmentPage {
  items!: AppointmentView[];
  next?: string;
}

export class PublicAppointmentView {
  agencyName!: string;
  occupationName!: string;
  levelName!: string;
  nameMasked!: string;
  documentMasked!: string;
  publicityFrom!: string;
  publicityUntil!: string;
}

export class HonourView {
  id!: string;
  kind!: ChiefTechnicianKind;
  /** What the kind is, so that nobody takes one for another. */
  kindName!: string;
  organisationId!: string;
  jurisdiction!: string;
  nameMasked!: string;
  documentMasked!: string;
  givenOn!: string;
  /** 文号 of the decision. */
  decisionNumber!: string;
}

export class HonourPage {
  items!: HonourView[];
  next?: string;
}

/** Four figures and no sum (domain.md §12 item 42). */
export class ChiefTechnicianCountsView {
  /** 黑龙江省首席技师. */
  provincialHonour!: number;
  /** 市级首席技师. */
  cityHonour!: number;
  /** 企业首席技师. */
  enterpriseScheme!: number;
  /** 首席技师 of the ladder, who hold the post today. */
  ladder!: number;
}

const levelNameOf = (level: PostLevel): string => levelByKey(level).name;

export function postView(post: Post): PostView {
  const { proposedBy: _proposed, confirmedBy: _confirmed, filedBy: _filed, ...rest } = post;
  return { ...rest, levelName: levelNameOf(post.level) };
}

export const postDetailView = ({ post, taken }: PostWithUse): PostDetailView => ({ ...postView(post), taken });

export function appointmentView(entity: AppointmentEntity): AppointmentView {
  const { id, postId, organisationId, jurisdiction, level, nameMasked, documentMasked, state, proposedOn } = entity;
  const { publicityUntil, restsOn, termFrom, termUntil, recordNumber } = entity;
  return {
    id,
    postId,
    organisationId,
    jurisdiction,
    level,
    nameMasked,
    documentMasked,
    state,
    proposedOn,
    levelName: levelNameOf(level),
    history: entity.history.map(({ at, from, to, opinion }) => ({ at, from, to, opinion })),
    ...(publicityUntil ? { publicityUntil } : {}),
    ...(restsOn ? { restsOn } : {}),
    ...(termFrom ? { termFrom } : {}),
    ...(termUntil ? { termUntil } : {}),
    ...(recordNumber ? { recordNumber } : {}),
  };
}

export const publicAppointmentView = ({
  appointment,
  post,
}: {
  appointment: AppointmentEntity;
  post: Post;
}): PublicAppointmentView => ({
  agencyName: post.agencyName,
  occupationName: post.occupationName,
  levelName: levelNameOf(appointment.level),
  nameMasked: appointment.nameMasked,
  documentMasked: appointment.documentMasked,
  publicityFrom: appointment.publicityFrom ?? '',
  publicityUntil: appointment.publicityUntil ?? '',
});

export function honourView(honour: HonourEntity): HonourView {
  const { id, kind, organisationId, jurisdiction, nameMasked, documentMasked, givenOn } = honour;
  const kindName = chiefTechnicianKinds[kind].zh;
  const decisionNumber = honour.documentNumber;
  return { id, kind, kindName, organisationId, jurisdiction, nameMasked, documentMasked, givenOn, decisionNumber };
}

export const countsView = (counts: ChiefTechnicianCounts): ChiefTechnicianCountsView => ({
  provincialHonour: counts['provincial-honour'],
  cityHonour: counts['city-honour'],
  enterpriseScheme: counts['enterprise-scheme'],
  ladder: counts.ladder,
});
