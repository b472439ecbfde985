import { PageQuery } from '@app/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import {
  CREDENTIAL_FORMS,
  levelName,
  type Certificate,
  type CertificateStatus,
  type CredentialForm,
} from './certificate.js';

export class CertificateQuery extends PageQuery {
  /** Only certificates of this roll. */
  @IsOptional()
  @IsUUID()
  rollId?: string;
}

export class CredentialQuery {
  /** `vc+jwt` shows everything; of `dc+sd-jwt` the holder shows what they choose. */
  @IsIn([...CREDENTIAL_FORMS])
  form: CredentialForm = 'vc+jwt';
}

/** A certificate without personal data in clear: `GET /certificates/{id}/pdf` is the only place that has it. */
export class CertificateView {
  id!: string;
  /** 证书编号, 22 characters. */
  number!: string;
  nameMasked!: string;
  documentMasked!: string;
  occupationCode!: string;
  /** Edition of the 职业分类大典: 1999, 2015 or 2022. */
  occupationEdition!: string;
  occupationName!: string;
  /** 工种; empty when the occupation has none. */
  specialty!: string;
  /** `5` lowest … `1` highest. */
  levelDigit!: string;
  /** `三级/高级工` */
  levelName!: string;
  agencyName!: string;
  siteCode!: string;
  organisationId!: string;
  jurisdiction!: string;
  /** `YYYY-MM-DD`, China. */
  issuedOn!: string;
  candidateId!: string;
  /** null without an exam. */
  rollId!: string | null;
  planId!: string | null;
  /** null after an exam. */
  awardId!: string | null;
  filingId!: string;
  /** `assessment`, `direct-recognition`, … */
  basis!: string;
  /** 1, and one more with each correction or reissue. */
  version!: number;
  status!: CertificateStatus;
  /** Class of the reason; empty while it is valid. */
  statusReason!: string;
  statusOn!: string | null;
  /** The version before, and the one after. */
  replaces!: string | null;
  replacedBy!: string | null;
}

export class CertificatePage {
  items!: CertificateView[];
  next?: string;
}

export function certificateView(certificate: Certificate): CertificateView {
  const { id, number, nameMasked, documentMasked, occupationCode, occupationEdition, occupationName } = certificate;
  const { specialty, levelDigit, agencyName, siteCode, organisationId, jurisdiction, issuedOn } = certificate;
  const { candidateId, rollId, planId, awardId, filingId, basis, version } = certificate;
  const { status, statusReason, statusOn, replaces, replacedBy } = certificate;
  return {
    id,
    number,
    nameMasked,
    documentMasked,
    occupationCode,
    occupationEdition,
    occupationName,
    specialty,
    levelDigit,
    levelName: levelName(levelDigit),
    agencyName,
    siteCode,
    organisationId,
    jurisdiction,
    issuedOn,
    candidateId,
    rollId,
    planId,
    awardId,
    filingId,
    basis,
    version,
    status,
    statusReason,
    statusOn,
    replaces,
    replacedBy,
  };
}
