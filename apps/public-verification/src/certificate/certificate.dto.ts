import { DIFFERING_FACTS, MISS_REASONS, VERDICTS } from '@app/credential';
import { levelByDigit, regionByCode } from '@app/standards';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { CertificateStatus } from './certificate.js';
import type { FoundCertificate } from './certificate.repository.js';
import type { Answer } from './certificate.service.js';
import type { IssuingSite } from './verdict.js';

const NAME_LENGTH_MAX = 100;
const NUMBER_LENGTH_MAX = 60;
const DAY_LENGTH_MAX = 10;
/** What certificates print where the occupation has no 工种 (domain.md §12 item 13). */
const NO_SPECIALTY = '--';

/** Any two of the three, or all; full-width characters, spaces and a lower-case x are understood. */
export class InquiryDto {
  @IsOptional()
  @IsString()
  @MaxLength(NAME_LENGTH_MAX)
  name?: string;

  /** 证件号码 */
  @IsOptional()
  @IsString()
  @MaxLength(NUMBER_LENGTH_MAX)
  documentNumber?: string;

  /** 证书编号, 22 characters. */
  @IsOptional()
  @IsString()
  @MaxLength(NUMBER_LENGTH_MAX)
  certificateNumber?: string;
}

export class AsOfQuery {
  /** YYYY-MM-DD, China, not later than today: the answer as of the end of that day. */
  @IsOptional()
  @IsString()
  @MaxLength(DAY_LENGTH_MAX)
  at?: string;
}

/** 查询用途 of a signed-in organisation; it stands in the audit trail beside the look. */
export const PURPOSES = ['recruitment', 'tender', 'subsidy', 'supervision', 'issuing'] as const;
export type Purpose = (typeof PURPOSES)[number];

export class OrganisationInquiryDto extends InquiryDto {
  /** 等级 as the paper says it, for example `三级/高级工` or `3`. */
  @IsOptional()
  @IsString()
  @MaxLength(NUMBER_LENGTH_MAX)
  level?: string;

  @IsIn(PURPOSES)
  purpose!: Purpose;
}

export class WordingView {
  zh!: string;
  en!: string;
}

export class ReasonView extends WordingView {
  /** Stable. */
  code!: string;
}

export class VerifiedCertificateView {
  /** Says nothing of its holder. */
  certificateId!: string;
  /** 22 characters; the serial is masked when only a QR code was shown. */
  certificateNumber!: string;
  maskedName!: string;
  maskedDocument!: string;
  occupationName!: string;
  /** 职业编码 `d-dd-dd-dd`. */
  occupationCode!: string;
  /** 工种; `--` when the occupation has none. */
  specialty!: string;
  /** For example `三级/高级工`. */
  level!: string;
  agencyName!: string;
  /** YYYY-MM-DD, China. */
  issuedOn!: string;
  /** 1, and one more with each correction or reissue. */
  version!: number;
  status!: CertificateStatus;
  /** YYYY-MM-DD since when it is not valid. */
  statusOn?: string;
  /** Class of the reason. */
  statusReason?: string;
  /** The issuing site was filed for this occupation, 工种 and level on the day of issue. */
  bodyFiledOnIssueDate!: boolean;
}

export class IssuingSiteView {
  agencyName!: string;
  siteCode!: string;
  siteName!: string;
  regionCode!: string;
  regionName!: string;
  /** 公开咨询电话: whom to ask. */
  publicPhone?: string;
  publicAddress?: string;
}

export class AskAtView extends WordingView {
  /** A public host name; absent when only the issuing body can answer. */
  host?: string;
}

export class OtherSchemeView extends WordingView {
  /** `vocational-qualification-16`, `shanghai-13`, `rsn-20` … */
  scheme!: string;
  askAt!: AskAtView;
}

export class AnswerView {
  /** VALID, REVOKED, CANCELLED, REPLACED, MISMATCH, NOT_FOUND, OTHER_SCHEME or COULD_NOT_CHECK. */
  verdict!: string;
  text!: WordingView;
  advice!: WordingView;
  /** RFC 3339. */
  checkedAt!: string;
  /** RFC 3339: when the newest fact known here was recorded. Absent before the first. */
  dataAsOf?: string;
  /** `stale` while newer facts cannot arrive. */
  source!: 'live' | 'stale';
  /** Newest first. */
  certificates!: VerifiedCertificateView[];
  /** Why a legitimate certificate may not be found; with NOT_FOUND only. */
  reasons!: ReasonView[];
  /** The filed site that the asked number names; with NOT_FOUND only. */
  issuingSite?: IssuingSiteView;
  /** With OTHER_SCHEME only. */
  otherScheme?: OtherSchemeView;
  /** NAME 姓名, DOCUMENT 证件, LEVEL 等级; with MISMATCH only. */
  differing?: ReasonView[];
  /** YYYY-MM-DD as of which it is true; absent for now. */
  at?: string;
}

function certificateView(found: FoundCertificate): VerifiedCertificateView {
  return {
    certificateId: found.certificateId,
    certificateNumber: found.certificateNumber,
    maskedName: found.nameMasked,
    maskedDocument: found.documentMasked,
    occupationName: found.occupationName,
    occupationCode: found.occupationCode,
    specialty: found.specialty || NO_SPECIALTY,
    level: levelByDigit(found.levelDigit).display,
    agencyName: found.agencyName,
    issuedOn: found.issuedOn,
    version: found.version,
    status: found.status,
    ...(found.statusOn ? { statusOn: found.statusOn, statusReason: found.statusReason } : {}),
    bodyFiledOnIssueDate: found.bodyFiledOnIssueDate,
  };
}

function issuingSiteView(site: IssuingSite): IssuingSiteView {
  const { agencyName, siteCode, siteName, regionCode, publicPhone, publicAddress } = site;
  return {
    agencyName,
    siteCode,
    siteName,
    regionCode,
    regionName: regionByCode(regionCode)?.name ?? regionCode,
    ...(publicPhone ? { publicPhone } : {}),
    ...(publicAddress ? { publicAddress } : {}),
  };
}

function otherSchemeView({ scheme, zh, en, askAt }: NonNullable<Answer['otherScheme']>): OtherSchemeView {
  const { host, ...whom } = askAt;
  return { scheme, zh, en, askAt: host === null ? whom : { ...whom, host } };
}

export function answerView(answer: Answer): AnswerView {
  const { advice, ...text } = VERDICTS[answer.verdict];
  return {
    verdict: answer.verdict,
    text,
    advice,
    checkedAt: answer.checkedAt.toISOString(),
    ...(answer.dataAsOf ? { dataAsOf: answer.dataAsOf.toISOString() } : {}),
    source: answer.source,
    certificates: answer.certificates.map((found) => certificateView(found)),
    reasons: answer.reasons.map((code) => ({ code, ...MISS_REASONS[code] })),
    ...(answer.site ? { issuingSite: issuingSiteView(answer.site) } : {}),
    ...(answer.otherScheme ? { otherScheme: otherSchemeView(answer.otherScheme) } : {}),
    ...(answer.differing.length > 0
      ? { differing: answer.differing.map((code) => ({ code, ...DIFFERING_FACTS[code] })) }
      : {}),
    ...(answer.at === null ? {} : { at: answer.at }),
  };
}
