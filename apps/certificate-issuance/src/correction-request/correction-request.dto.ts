import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import {
  REFUSALS,
  REQUEST_STATES,
  type CorrectionRequest,
  type Refusal,
  type RequestState,
} from './correction-request.js';
import type { OpenedRequest } from './correction-request.service.js';

const REFUSAL_NAMES = Object.keys(REFUSALS) as Refusal[];

export class AcceptanceDto {
  /** The correction that was proposed for it. */
  @IsUUID()
  changeId!: string;
}

export class RequestRefusalDto {
  /** Class of the reason, which the holder is told. */
  @IsIn(REFUSAL_NAMES)
  @ApiProperty({ enum: REFUSAL_NAMES })
  refusal!: Refusal;
}

export class RefusalTextView {
  name!: string;
  zh!: string;
  en!: string;
}

export class CorrectionRequestView {
  id!: string;
  certificateId!: string;
  organisationId!: string;
  jurisdiction!: string;
  /** Class of what the holder says is wrong. */
  field!: string;
  @ApiProperty({ enum: REQUEST_STATES })
  state!: RequestState;
  changeId?: string;
  refusal?: RefusalTextView;
  askedAt!: string;
  decidedBy?: string;
  decidedAt?: string;
}

export class OpenedRequestView extends CorrectionRequestView {
  /** In the holder's words. */
  rightValue!: string;
  note!: string;
}

export class CorrectionRequestPage {
  items!: CorrectionRequestView[];
  next?: string;
}

export function requestView(request: CorrectionRequest): CorrectionRequestView {
  const { id, certificateId, organisationId, jurisdiction, field, state } = request;
  const { changeId, refusal, askedAt, decidedBy, decidedAt } = request;
  return {
    id,
    certificateId,
    organisationId,
    jurisdiction,
    field,
    state,
    ...(changeId ? { changeId } : {}),
    ...(refusal ? { refusal: { name: refusal, ...REFUSALS[refusal] } } : {}),
    askedAt: askedAt.toISOString(),
    ...(decidedBy ? { decidedBy } : {}),
    ...(decidedAt ? { decidedAt: decidedAt.toISOString() } : {}),
  };
}

export const openedRequestView = (request: OpenedRequest): OpenedRequestView => ({
  ...requestView(request),
  rightValue: request.rightValue,
  note: request.note,
});
