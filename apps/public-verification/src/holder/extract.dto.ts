import type { Verdict } from '@app/credential';
import type { Page } from '@app/platform';
import { levelByDigit } from '@app/standards';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsIn, IsInt, IsString, IsUUID, MaxLength } from 'class-validator';
import { WordingView } from '../certificate/certificate.dto.js';
import {
  EXTRACT_CERTIFICATES_MAX,
  EXTRACT_FIELDS,
  EXTRACT_STATES,
  type ExtractField,
  type ExtractState,
} from './extract.js';
import type { OwnExtract, ShownExtract } from './extract.service.js';
import { AnswerAgeView, answerAgeView, NO_SPECIALTY, verdictView } from './own-certificate.dto.js';
import type { OwnCertificate } from './own-certificate.repository.js';

const NOTE_LENGTH_MAX = 200;
const STATES = Object.keys(EXTRACT_STATES);

export class ExtractWishDto {
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(EXTRACT_CERTIFICATES_MAX)
  certificateIds!: string[];

  /** What is shown besides the verdict; never a whole document number. */
  @IsIn(EXTRACT_FIELDS, { each: true })
  @ArrayMaxSize(EXTRACT_FIELDS.length)
  @ApiProperty({ enum: EXTRACT_FIELDS, isArray: true })
  fields!: ExtractField[];

  /** 1 to 90. */
  @IsInt()
  validDays!: number;

  /** For yourself, as 给某公司投标用; never shown to others. */
  @IsString()
  @MaxLength(NOTE_LENGTH_MAX)
  note!: string;
}

export class OwnExtractView {
  id!: string;
  @ApiProperty({ enum: STATES })
  state!: ExtractState;
  text!: WordingView;
  /** What to hand on, also as a QR code. */
  link!: string;
  certificateIds!: string[];
  @ApiProperty({ enum: EXTRACT_FIELDS, isArray: true })
  fields!: ExtractField[];
  note!: string;
  createdAt!: string;
  expiresAt!: string;
  revokedAt?: string;
  /** How often it was opened while open. */
  views!: number;
  lastViewedAt?: string;
}

export class ExtractPage {
  items!: OwnExtractView[];
  next?: string;
}

/** The verdict as of now, and what the holder chose. */
export class ExtractedCertificateView {
  /** VALID, REVOKED, CANCELLED or REPLACED. */
  verdict!: Verdict;
  text!: WordingView;
  name?: string;
  maskedName?: string;
  maskedDocument?: string;
  occupationName?: string;
  occupationCode?: string;
  specialty?: string;
  level?: string;
  certificateNumber?: string;
  agencyName?: string;
  /** With the agency. */
  bodyFiledOnIssueDate?: boolean;
  issuedOn?: string;
}

export class ShownExtractView extends AnswerAgeView {
  @ApiProperty({ enum: STATES })
  state!: ExtractState;
  text!: WordingView;
  /** Absent unless open, as are the next two. */
  extractId?: string;
  expiresAt?: string;
  certificates!: ExtractedCertificateView[];
}

export const ownExtractView = (own: OwnExtract): OwnExtractView => ({
  id: own.id,
  state: own.state,
  text: { ...EXTRACT_STATES[own.state] },
  link: own.link,
  certificateIds: own.certificateIds,
  fields: own.fields,
  note: own.note,
  createdAt: own.createdAt.toISOString(),
  expiresAt: own.expiresAt.toISOString(),
  ...(own.revokedAt ? { revokedAt: own.revokedAt.toISOString() } : {}),
  views: own.views,
  ...(own.lastViewedAt ? { lastViewedAt: own.lastViewedAt.toISOString() } : {}),
});

export const extractPage = ({ items, next }: Page<OwnExtract>): ExtractPage => ({
  items: items.map(ownExtractView),
  ...(next ? { next } : {}),
});

type Part = Partial<ExtractedCertificateView>;

/** A certificate under another name than the holder's own entry shows that name masked, never the holder's word for it. */
const PARTS: Readonly<Record<ExtractField, (certificate: OwnCertificate, shown: ShownExtract) => Part>> = {
  'full-name': ({ nameIndex, nameMasked }, shown) =>
    shown.fullName !== null && nameIndex === shown.nameIndex ? { name: shown.fullName } : { maskedName: nameMasked },
  'masked-name': ({ nameMasked }) => ({ maskedName: nameMasked }),
  'masked-document': ({ documentMasked }) => ({ maskedDocument: documentMasked }),
  occupation: ({ occupationName, occupationCode }) => ({ occupationName, occupationCode }),
  specialty: ({ specialty }) => ({ specialty: specialty || NO_SPECIALTY }),
  level: ({ levelDigit }) => ({ level: levelByDigit(levelDigit).display }),
  number: ({ certificateNumber }) => ({ certificateNumber }),
  agency: ({ agencyName, bodyFiledOnIssueDate }) => ({ agencyName, bodyFiledOnIssueDate }),
  'issued-on': ({ issuedOn }) => ({ issuedOn }),
};

export function shownExtractView(shown: ShownExtract): ShownExtractView {
  const { state, extract, certificates } = shown;
  const fields = extract?.fields ?? [];
  return {
    ...answerAgeView(shown),
    state,
    text: { ...EXTRACT_STATES[state] },
    ...(extract ? { extractId: extract.id, expiresAt: extract.expiresAt.toISOString() } : {}),
    certificates: certificates.map((certificate) => ({
      ...verdictView(certificate),
      ...Object.assign({}, ...fields.map((field) => PARTS[field](certificate, shown))),
    })),
  };
}
