import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import type { CertificateStatus } from '../certificate/certificate.js';
import { IsDay } from '../is-day.js';
import { MATCHES, type Match } from './acknowledgement.js';
import type { Matching, Refusal } from './acknowledgement.service.js';
import { COLUMN_MAPS, type ColumnMap } from './column-map.js';
import { PACKAGE_STATES, type HandOverPackage, type PackageState } from './hand-over-package.js';
import type { DraftedPackage, Manifest } from './hand-over-package.service.js';

const ID_LENGTH_MAX = 100;

export class DraftPackageDto {
  /** Days of issue, both included. */
  @IsDay()
  from!: string;

  @IsDay()
  until!: string;

  /** Only of this body. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(ID_LENGTH_MAX)
  organisationId?: string;

  /** Also those that the centre refused before: what was wrong is right now. */
  @IsBoolean()
  withRefused: boolean = false;
}

export class SendPackageDto {
  /** Of the workbook that was sent, hex: one of the manifest's `files`. */
  @Matches(/^[0-9a-f]{64}$/)
  sha256!: string;
}

export class PackageView {
  id!: string;
  @ApiProperty({ enum: PACKAGE_STATES })
  state!: PackageState;
  jurisdiction!: string;
  /** Days of issue, both included. */
  issuedFrom!: string;
  issuedUntil!: string;
  /** Absent for all bodies. */
  organisationId?: string;
  /** Of the column map. */
  mapVersion!: string;
  /** Certificates. */
  quantity!: number;
  draftedBy!: string;
  draftedAt!: string;
  sentBy?: string;
  sentAt?: string;
  sentSha256?: string;
}

export class DraftedPackageView extends PackageView {
  /** Certificates of the period that no package has yet: draft another. */
  left!: number;
}

export class PackagePage {
  items!: PackageView[];
  next?: string;
}

export class PackageFileView {
  /** Hex. */
  sha256!: string;
  exportId!: string;
  rows!: number;
  madeBy!: string;
  madeAt!: string;
}

export class AnswerCountsView {
  accepted!: number;
  refused!: number;
  unanswered!: number;
}

export class PackageColumnView {
  header!: string;
  /** False: the centre's columns are not known, this one is a guess. */
  sourced!: boolean;
  /** False: the registry does not hold it, the column stays empty. */
  held!: boolean;
}

export class ManifestView extends PackageView {
  /** Each workbook that was made of it through the exports. */
  files!: PackageFileView[];
  answers!: AnswerCountsView;
  columns!: PackageColumnView[];
}

export class MatchedRowView {
  /** Excel's number. */
  row!: number;
  number!: string;
  @ApiProperty({ enum: ['accepted', 'refused'] })
  answer!: 'accepted' | 'refused';
  @ApiProperty({ enum: MATCHES })
  match!: Match;
}

export class BadRowView {
  /** Excel's number. */
  row!: number;
  field!: string;
  rule!: string;
  zh!: string;
  en!: string;
}

export class MatchCountsView {
  /** Lines that get their answer. */
  matched!: number;
  /** Lines that have this answer already. */
  repeated!: number;
  /** Lines that were answered otherwise: they stay as they are. */
  mismatched!: number;
  /** Numbers that are not in the package. */
  unmatched!: number;
  bad!: number;
  /** Lines that are still without an answer. */
  missing!: number;
}

export class MatchingView {
  package!: PackageView;
  counts!: MatchCountsView;
  /** Those that need somebody to look: mismatched and unmatched ones, and refusals. */
  rows!: MatchedRowView[];
  bad!: BadRowView[];
}

/** A certificate that the centre refused. */
export class RefusalView {
  /** Of the certificate. */
  id!: string;
  packageId!: string;
  number!: string;
  nameMasked!: string;
  documentMasked!: string;
  agencyName!: string;
  organisationId!: string;
  jurisdiction!: string;
  status!: CertificateStatus;
  /** As the centre wrote it. */
  reason!: string;
  answeredAt!: string;
  /** A later package has it. */
  resent!: boolean;
}

export class RefusalPage {
  items!: RefusalView[];
  next?: string;
}

export function packageView(found: HandOverPackage): PackageView {
  const { id, state, jurisdiction, issuedFrom, issuedUntil, organisationId, mapVersion, quantity } = found;
  const { draftedBy, draftedAt, sentBy, sentAt, sentSha256 } = found;
  return {
    id,
    state,
    jurisdiction,
    issuedFrom,
    issuedUntil,
    ...(organisationId === '' ? {} : { organisationId }),
    mapVersion,
    quantity,
    draftedBy,
    draftedAt: draftedAt.toISOString(),
    ...(sentBy ? { sentBy } : {}),
    ...(sentAt ? { sentAt: sentAt.toISOString() } : {}),
    ...(sentSha256 ? { sentSha256 } : {}),
  };
}

export const draftedPackageView = (drafted: DraftedPackage): DraftedPackageView => ({
  ...packageView(drafted),
  left: drafted.left,
});

const columnViews = ({ columns }: ColumnMap): PackageColumnView[] =>
  columns.map(({ header, certainty, field }) => ({
    header,
    sourced: certainty === 'sourced',
    held: field !== null,
  }));

export function manifestView(manifest: Manifest): ManifestView {
  const map = COLUMN_MAPS.find(({ version }) => version === manifest.mapVersion);
  return {
    ...packageView(manifest),
    files: manifest.files.map((file) => ({ ...file, madeAt: file.madeAt.toISOString() })),
    answers: manifest.answers,
    columns: map ? columnViews(map) : [],
  };
}

export function matchingView({ package: found, rows, bad, missing }: Matching): MatchingView {
  const count = (match: Match): number => rows.filter((row) => row.match === match).length;
  const toLookAt = rows.filter(
    ({ match, answer }) =>
      match === 'mismatched' || match === 'unmatched' || (match === 'matched' && answer === 'refused'),
  );
  return {
    package: packageView(found),
    counts: {
      matched: count('matched'),
      repeated: count('repeated'),
      mismatched: count('mismatched'),
      unmatched: count('unmatched'),
      bad: bad.length,
      missing,
    },
    rows: toLookAt.map(({ row, number, answer, match }) => ({ row, number, answer, match })),
    bad,
  };
}

export const refusalView = (refusal: Refusal): RefusalView => ({
  ...refusal,
  answeredAt: refusal.answeredAt.toISOString(),
});
