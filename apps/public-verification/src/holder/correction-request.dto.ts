import type { Page } from '@app/platform';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  CORRECTION_FIELDS,
  CORRECTION_STATES,
  type CorrectionField,
  type CorrectionState,
} from './correction-request.js';
import type { OwnRequest } from './correction-request.service.js';

const VALUE_LENGTH_MAX = 200;
const NOTE_LENGTH_MAX = 1_000;

export class CorrectionWishDto {
  @IsUUID()
  certificateId!: string;

  @IsIn(CORRECTION_FIELDS)
  @ApiProperty({ enum: CORRECTION_FIELDS })
  field!: CorrectionField;

  /** What it should say; kept sealed. */
  @IsString()
  @MaxLength(VALUE_LENGTH_MAX)
  rightValue!: string;

  /** What it can be seen from; kept sealed. */
  @IsString()
  @MaxLength(NOTE_LENGTH_MAX)
  note!: string;
}

export class OwnRequestView {
  id!: string;
  certificateId!: string;
  @ApiProperty({ enum: CORRECTION_FIELDS })
  field!: CorrectionField;
  rightValue!: string;
  note!: string;
  /** `accepted`: the body has proposed the change, which a second person decides. */
  @ApiProperty({ enum: CORRECTION_STATES })
  state!: CorrectionState;
  /** Class of the reason. */
  refusal?: string;
  askedAt!: string;
  decidedAt?: string;
}

export class OwnRequestPage {
  items!: OwnRequestView[];
  next?: string;
}

export const ownRequestView = (own: OwnRequest): OwnRequestView => ({
  id: own.id,
  certificateId: own.certificateId,
  field: own.field,
  rightValue: own.rightValue,
  note: own.note,
  state: own.state,
  ...(own.refusal ? { refusal: own.refusal } : {}),
  askedAt: own.askedAt.toISOString(),
  ...(own.decidedAt ? { decidedAt: own.decidedAt.toISOString() } : {}),
});

export const ownRequestPage = ({ items, next }: Page<OwnRequest>): OwnRequestPage => ({
  items: items.map(ownRequestView),
  ...(next ? { next } : {}),
});
