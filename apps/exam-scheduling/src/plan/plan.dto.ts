import { isRealDay, type LevelDigit } from '@app/standards';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  registerDecorator,
  ValidateNested,
} from 'class-validator';
import { PLAN_STATES, type Plan, type PlanState, type ReviewDecision } from './plan.js';

const ROOMS_MAX = 400;
const SEATS_MAX = 1_000;
const NAME_LENGTH_MAX = 100;
const OPINION_LENGTH_MAX = 1000;

export function IsRealDay(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isDateString',
      target: target.constructor,
      propertyName: String(propertyName),
      validator: {
        validate: (value) => typeof value === 'string' && isRealDay(value),
        defaultMessage: () => '$property must be a real day, YYYY-MM-DD',
      },
    });
}

export class RoomDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(NAME_LENGTH_MAX)
  name!: string;

  @IsInt()
  @Min(1)
  @Max(SEATS_MAX)
  seats!: number;
}

export class PlanContentDto {
  /** 13 characters, as filed. */
  @Matches(/^[A-Z]\d{12}$/)
  siteCode!: string;

  /** 职业编码 `d-dd-dd-dd`. */
  @Matches(/^\d-\d{2}-\d{2}-\d{2}$/)
  occupationCode!: string;

  /** 工种; empty when the occupation has none. */
  @IsString()
  @MaxLength(NAME_LENGTH_MAX)
  specialty!: string;

  /** `5` lowest … `1` highest. */
  @IsIn(['5', '4', '3', '2', '1'])
  levelDigit!: LevelDigit;

  /** `YYYY-MM-DD` in China. */
  @IsRealDay()
  examOn!: string;

  /** Room names are unique within the plan. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(ROOMS_MAX)
  @ArrayUnique((room: RoomDto) => room.name)
  @ValidateNested({ each: true })
  @Type(() => RoomDto)
  rooms!: RoomDto[];
}

export class PlanReviewDto {
  @IsIn(['pass', 'return', 'refuse'])
  decision!: ReviewDecision;

  @IsString()
  @MaxLength(OPINION_LENGTH_MAX)
  opinion!: string;
}

export class PlanStepView {
  at!: string;
  from!: PlanState;
  to!: PlanState;
  opinion!: string;
}

export class PlanPaperView {
  paperId!: string;
  /** Lower-case hex. */
  contentSha256!: string;
  itemCount!: number;
  sealedAt!: string;
}

export class PlanRollView {
  rollId!: string;
  reportedOn!: string;
  /** Reported after the working days allowed for it. */
  late!: boolean;
  rows!: number;
  parts!: number;
}

export class PlanView extends PlanContentDto {
  id!: string;
  organisationId!: string;
  agencyName!: string;
  filingId!: string;
  jurisdiction!: string;
  occupationEdition!: string;
  occupationName!: string;
  state!: (typeof PLAN_STATES)[number];
  history!: PlanStepView[];
  /** Registered so far. */
  candidates!: number;
  paper?: PlanPaperView;
  /** From which the order of seats follows. */
  seatingSeed?: string;
  publicityFrom?: string;
  /** Last day of publicity. */
  publicityUntil?: string;
  roll?: PlanRollView;
}

export class PlanPage {
  items!: PlanView[];
  next?: string;
}

export function planView({ plan, candidates }: { plan: Plan; candidates: number }): PlanView {
  return {
    id: plan.id,
    organisationId: plan.organisationId,
    agencyName: plan.agencyName,
    filingId: plan.filingId,
    siteCode: plan.siteCode,
    jurisdiction: plan.jurisdiction,
    occupationCode: plan.occupationCode,
    occupationEdition: plan.occupationEdition,
    occupationName: plan.occupationName,
    specialty: plan.specialty,
    levelDigit: plan.levelDigit,
    examOn: plan.examOn,
    rooms: plan.rooms,
    state: plan.state,
    history: plan.history.map(({ at, from, to, opinion }) => ({ at, from, to, opinion })),
    candidates,
    ...(plan.paper ? { paper: plan.paper } : {}),
    ...(plan.seatingSeed ? { seatingSeed: plan.seatingSeed } : {}),
    ...(plan.publicityFrom ? { publicityFrom: plan.publicityFrom } : {}),
    ...(plan.publicityUntil ? { publicityUntil: plan.publicityUntil } : {}),
    ...(plan.roll ? { roll: plan.roll } : {}),
  };
}
