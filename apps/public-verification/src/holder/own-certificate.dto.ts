import { VERDICTS, type Verdict } from '@app/credential';
import type { Page } from '@app/platform';
import { levelByDigit } from '@app/standards';
import { ApiProperty } from '@nestjs/swagger';
import { PURPOSES_TOLD } from '../asker/purposes.js';
import { WordingView } from '../certificate/certificate.dto.js';
import { verdictOf } from '../certificate/verdict.js';
import { ASKER_KINDS, askerOf, LOOK_WAYS, wayOf, type AskerKind, type LookWay } from './look.js';
import type { AnswerAge } from '../certificate/certificate.service.js';
import type { OwnLook } from './own-certificate.service.js';
import type { OwnCertificate } from './own-certificate.repository.js';

/** What certificates print where the occupation has no 工种 (domain.md §12 item 13). */
export const NO_SPECIALTY = '--';

export class AnswerAgeView {
  /** RFC 3339. */
  checkedAt!: string;
  /** RFC 3339: when the newest fact known here was recorded. Absent before the first. */
  dataAsOf?: string;
  /** `stale` while newer facts cannot arrive. */
  source!: 'live' | 'stale';
}

export class OwnCertificateView {
  certificateId!: string;
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
  /** VALID, REVOKED, CANCELLED or REPLACED. */
  verdict!: Verdict;
  text!: WordingView;
  /** YYYY-MM-DD since when it is not valid. */
  statusOn?: string;
  /** Class of the reason. */
  statusReason?: string;
  /** The own certificate that took its place. */
  replacedBy?: string;
  bodyFiledOnIssueDate!: boolean;
}

export class OwnCertificatesView extends AnswerAgeView {
  /** Newest first, every version. */
  items!: OwnCertificateView[];
}

export class LookPurposeView extends WordingView {
  /** Stable. */
  code!: string;
}

export class LookView {
  id!: string;
  /** RFC 3339. */
  at!: string;
  @ApiProperty({ enum: ASKER_KINDS })
  asker!: AskerKind;
  @ApiProperty({ enum: LOOK_WAYS })
  way!: LookWay;
  /** Of organisations and authorities that said it. A member of the public is never named. */
  organisationName?: string;
  /** What they said it is for. */
  purpose?: LookPurposeView;
  /** Own certificates that were shown. */
  certificateIds!: string[];
  /** The own extract through which it was asked. */
  extractId?: string;
}

export class LookPage {
  items!: LookView[];
  next?: string;
}

export const verdictView = (certificate: OwnCertificate): { verdict: Verdict; text: WordingView } => {
  const verdict = verdictOf([certificate]);
  const { zh, en } = VERDICTS[verdict];
  return { verdict, text: { zh, en } };
};

export const answerAgeView = ({ checkedAt, dataAsOf, source }: AnswerAge): AnswerAgeView => ({
  checkedAt: checkedAt.toISOString(),
  ...(dataAsOf ? { dataAsOf: dataAsOf.toISOString() } : {}),
  source,
});

function ownCertificateView(own: OwnCertificate): OwnCertificateView {
  return {
    certificateId: own.certificateId,
    certificateNumber: own.certificateNumber,
    maskedName: own.nameMasked,
    maskedDocument: own.documentMasked,
    occupationName: own.occupationName,
    occupationCode: own.occupationCode,
    specialty: own.specialty || NO_SPECIALTY,
    level: levelByDigit(own.levelDigit).display,
    agencyName: own.agencyName,
    issuedOn: own.issuedOn,
    version: own.version,
    ...verdictView(own),
    ...(own.statusOn ? { statusOn: own.statusOn, statusReason: own.statusReason } : {}),
    ...(own.replacedBy ? { replacedBy: own.replacedBy } : {}),
    bodyFiledOnIssueDate: own.bodyFiledOnIssueDate,
  };
}

export const ownCertificatesView = (answer: AnswerAge & { certificates: OwnCertificate[] }): OwnCertificatesView => ({
  ...answerAgeView(answer),
  items: answer.certificates.map(ownCertificateView),
});

function lookView(look: OwnLook): LookView {
  const { id, at, action, organisationName, purpose, certificateIds, extractId } = look;
  return {
    id,
    at,
    asker: askerOf(look),
    way: wayOf(action),
    ...(organisationName ? { organisationName } : {}),
    ...(purpose ? { purpose: { code: purpose, ...PURPOSES_TOLD[purpose] } } : {}),
    certificateIds,
    ...(extractId ? { extractId } : {}),
  };
}

export const lookPage = ({ items, next }: Page<OwnLook>): LookPage => ({
  items: items.map(lookView),
  ...(next ? { next } : {}),
});
