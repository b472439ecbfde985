import { ApiProperty } from '@nestjs/swagger';
import { PageQuery } from '@app/platform';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { GRANT_BLANKS_MAX } from './blank-serial.js';
import { BLANK_STATES, SPOIL_REASONS, type Blank, type BlankState, type SpoilReason } from './blank.js';
import type { BalancePage } from './blank.service.js';
import { DESTRUCTION_BLANKS_MAX, DESTRUCTION_STATES, type Destruction, type DestructionState } from './destruction.js';
import { SUPPLY_STATES, type SupplyRequest, type SupplyState } from './supply-request.js';

const SERIAL_LENGTH_MAX = 40;
const TEXT_LENGTH_MAX = 200;
const REASON_LENGTH_MIN = 2;
/** A note is no place for an ID number. */
const NO_LONG_NUMBER = /^(?!.*\d{15})[^\p{Cc}]*$/u;

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

export class AskBlanksDto {
  /** Blanks wanted. */
  @IsInt()
  @Min(1)
  @Max(GRANT_BLANKS_MAX)
  quantity!: number;
}

export class GrantBlanksDto {
  /** 印制流水码 of the first blank: letters and digits. */
  @IsString()
  @MaxLength(SERIAL_LENGTH_MAX)
  firstSerial!: string;

  @IsString()
  @MaxLength(SERIAL_LENGTH_MAX)
  lastSerial!: string;
}

export class RefuseBlanksDto {
  @Transform(trimmed)
  @IsString()
  @MinLength(REASON_LENGTH_MIN)
  @MaxLength(TEXT_LENGTH_MAX)
  reason!: string;
}

export class AssignBlankDto {
  /** The lowest serial on hand when absent. */
  @IsOptional()
  @IsString()
  @MaxLength(SERIAL_LENGTH_MAX)
  serial?: string;
}

export class SpoilDto {
  @ApiProperty({ enum: SPOIL_REASONS })
  @IsIn(SPOIL_REASONS)
  reason!: SpoilReason;

  /** Names nobody. */
  @Transform(trimmed)
  @IsString()
  @MaxLength(TEXT_LENGTH_MAX)
  @Matches(NO_LONG_NUMBER)
  note: string = '';
}

export class ProposeDestructionDto {
  /** 印制流水码 of blanks on hand and of spoiled ones. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(DESTRUCTION_BLANKS_MAX)
  @IsString({ each: true })
  @MaxLength(SERIAL_LENGTH_MAX, { each: true })
  serials!: string[];
}

export class BlankQueryDto extends PageQuery {
  @IsOptional()
  @IsIn(BLANK_STATES)
  state?: BlankState;

  @IsOptional()
  @IsString()
  @MaxLength(SERIAL_LENGTH_MAX)
  serial?: string;
}

export class SupplyRequestView {
  id!: string;
  organisationId!: string;
  agencyName!: string;
  jurisdiction!: string;
  quantity!: number;
  @ApiProperty({ enum: SUPPLY_STATES })
  state!: SupplyState;
  askedBy!: string;
  /** RFC 3339. */
  askedAt!: string;
  decidedBy?: string;
  decidedAt?: string;
  refusalReason?: string;
  firstSerial?: string;
  lastSerial?: string;
  receivedBy?: string;
  receivedAt?: string;
}

export class SupplyRequestPage {
  items!: SupplyRequestView[];
  next?: string;
}

export class BlankView {
  id!: string;
  /** 印制流水码, never a 证书编号. */
  serial!: string;
  organisationId!: string;
  jurisdiction!: string;
  @ApiProperty({ enum: BLANK_STATES })
  state!: BlankState;
  /** Printed on it, also when the print was spoiled afterwards. */
  certificateId?: string;
  usedBy?: string;
  usedAt?: string;
  @ApiProperty({ enum: SPOIL_REASONS })
  spoilReason?: SpoilReason;
  spoilNote?: string;
  spoiledBy?: string;
  spoiledAt?: string;
  destructionId?: string;
}

export class BlankPage {
  items!: BlankView[];
  next?: string;
}

export class DestructionView {
  id!: string;
  organisationId!: string;
  jurisdiction!: string;
  quantity!: number;
  @ApiProperty({ enum: DESTRUCTION_STATES })
  state!: DestructionState;
  proposedBy!: string;
  proposedAt!: string;
  decidedBy?: string;
  decidedAt?: string;
  refusalReason?: string;
}

export class DestructionPage {
  items!: DestructionView[];
  next?: string;
}

/** `received` = `onHand` + `used` + `spoiled` + `destroyed`; `granted` ones are on their way. */
export class BlankBalanceView {
  organisationId!: string;
  jurisdiction!: string;
  granted!: number;
  received!: number;
  onHand!: number;
  used!: number;
  spoiled!: number;
  destroyed!: number;
}

export class BlankBalancePage {
  items!: BlankBalanceView[];
  next?: string;
}

/** A member that is null is absent in the answer. */
type Present<T> = { [K in keyof T]: Exclude<T[K], null> };

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

function present<T extends object>(row: T): Present<T> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Present<T>;
}

export function supplyRequestView(request: SupplyRequest): SupplyRequestView {
  return present({
    ...request,
    askedAt: request.askedAt.toISOString(),
    decidedAt: instant(request.decidedAt),
    receivedAt: instant(request.receivedAt),
  });
}

export function blankView({ requestId: _requestId, spoilNote, ...blank }: Blank): BlankView {
  return present({
    ...blank,
    usedAt: instant(blank.usedAt),
    spoiledAt: instant(blank.spoiledAt),
    spoilNote: spoilNote === '' ? null : spoilNote,
  });
}

export function destructionView(destruction: Destruction): DestructionView {
  return present({
    ...destruction,
    proposedAt: destruction.proposedAt.toISOString(),
    decidedAt: instant(destruction.decidedAt),
  });
}

export const balancePageView = ({ items, next }: BalancePage): BlankBalancePage => ({
  items,
  ...(next ? { next } : {}),
});
