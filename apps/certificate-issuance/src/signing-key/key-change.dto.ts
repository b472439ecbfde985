import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsString, MaxLength, MinLength } from 'class-validator';
import {
  KEY_CHANGE_KINDS,
  KEY_CHANGE_STATES,
  type KeyChange,
  type KeyChangeKind,
  type KeyChangeState,
} from './key-change.js';

const REASON_LENGTH_MIN = 2;
const REASON_LENGTH_MAX = 200;

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

export class KeyChangeReasonDto {
  /** Why; names no person. */
  @Transform(trimmed)
  @IsString()
  @MinLength(REASON_LENGTH_MIN)
  @MaxLength(REASON_LENGTH_MAX)
  reason!: string;
}

export class KeyChangeView {
  id!: string;
  @ApiProperty({ enum: KEY_CHANGE_KINDS })
  kind!: KeyChangeKind;
  organisationId!: string;
  /** The key to retire or to give up. */
  kid!: string;
  reason!: string;
  @ApiProperty({ enum: KEY_CHANGE_STATES })
  state!: KeyChangeState;
  proposedBy!: string;
  /** RFC 3339. */
  proposedAt!: string;
  decidedBy?: string;
  decidedAt?: string;
  refusalReason?: string;
}

export class KeyChangePage {
  items!: KeyChangeView[];
  next?: string;
}

export function keyChangeView(change: KeyChange): KeyChangeView {
  const { id, kind, organisationId, kid, reason, state, proposedBy } = change;
  return {
    id,
    kind,
    organisationId,
    kid,
    reason,
    state,
    proposedBy,
    proposedAt: change.proposedAt.toISOString(),
    ...(change.decidedBy === null ? {} : { decidedBy: change.decidedBy }),
    ...(change.decidedAt ? { decidedAt: change.decidedAt.toISOString() } : {}),
    ...(change.refusalReason === null ? {} : { refusalReason: change.refusalReason }),
  };
}
