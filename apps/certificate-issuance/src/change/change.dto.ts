import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import {
  CHANGE_CERTIFICATES_MAX,
  CHANGE_KINDS,
  REASONS,
  type Change,
  type ChangeKind,
  type ChangeReason,
} from './change.js';

const TITLE_LENGTH_MAX = 200;
const TEXT_LENGTH_MAX = 2_000;
const CODE_LENGTH_MAX = 60;
const REASON_NAMES = Object.keys(REASONS) as ChangeReason[];

export class ChangeDocumentDto {
  @IsString()
  @MaxLength(TITLE_LENGTH_MAX)
  title!: string;

  /** 文号; empty when it has none. */
  @IsString()
  @MaxLength(CODE_LENGTH_MAX)
  number!: string;

  /** `YYYY-MM-DD` */
  @IsString()
  @MaxLength(CODE_LENGTH_MAX)
  issuedOn!: string;

  /** Of the file, lower-case hex. */
  @Matches(/^[0-9a-f]{64}$/)
  sha256!: string;
}

/** The person as the certificate is to show them. */
export class CorrectionDto {
  @IsString()
  @MaxLength(TITLE_LENGTH_MAX)
  name!: string;

  /** As `居民身份证`. */
  @IsString()
  @MaxLength(CODE_LENGTH_MAX)
  documentType!: string;

  @IsString()
  @MaxLength(CODE_LENGTH_MAX)
  documentNumber!: string;
}

export class ProposalDto {
  /** `revoke` 撤销, `cancel` 注销, `correct` 更正 or `reissue` 补发. */
  @IsIn([...CHANGE_KINDS])
  kind!: ChangeKind;

  /** The certificates, all of one body; or `rollId` for every valid one of a roll. */
  @IsOptional()
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(CHANGE_CERTIFICATES_MAX)
  certificateIds?: string[];

  @IsOptional()
  @IsUUID()
  rollId?: string;

  /** Class of the reason, the only part of it that the public and the log see. */
  @IsIn(REASON_NAMES)
  reason!: ChangeReason;

  /** In words; kept sealed. */
  @IsString()
  @MaxLength(TEXT_LENGTH_MAX)
  explanation!: string;

  @ValidateNested()
  @Type(() => ChangeDocumentDto)
  document!: ChangeDocumentDto;

  /** With `correct` only. */
  @IsOptional()
  @ValidateNested()
  @Type(() => CorrectionDto)
  correction?: CorrectionDto;
}

export class ReasonTextView {
  name!: string;
  zh!: string;
  en!: string;
}

export class ChangeView {
  id!: string;
  kind!: ChangeKind;
  /** `proposed`, `done`, `refused` or `withdrawn`. */
  state!: string;
  organisationId!: string;
  jurisdiction!: string;
  certificateIds!: string[];
  reason!: ReasonTextView;
  document!: ChangeDocumentDto;
  proposedBy!: string;
  /** RFC 3339 */
  proposedAt!: string;
  decidedBy!: string | null;
  decidedAt!: string | null;
  /** Certificates that were changed; fewer than named when some were not valid any more. null until it is done. */
  changed!: number | null;
}

export class ChangePage {
  items!: ChangeView[];
  next?: string;
}

export function changeView(change: Change): ChangeView {
  const { id, kind, state, organisationId, jurisdiction, certificateIds, reason, document } = change;
  const { proposedBy, proposedAt, decidedBy, decidedAt, changed } = change;
  const { zh, en } = REASONS[reason];
  return {
    id,
    kind,
    state,
    organisationId,
    jurisdiction,
    certificateIds,
    document,
    reason: { name: reason, zh, en },
    proposedBy,
    proposedAt,
    decidedBy,
    decidedAt,
    changed,
  };
}
