import type { MissReason, Verdict } from '@app/credential';
import type { CertificateStatus } from './certificate.js';

const STATUS_VERDICTS = {
  valid: 'VALID',
  revoked: 'REVOKED',
  cancelled: 'CANCELLED',
  replaced: 'REPLACED',
} as const satisfies Record<CertificateStatus, Verdict>;

/**
 * The answer over all certificates of one inquiry: valid when one of them is, else what became of the newest.
 * @param certificates newest first, at least one
 */
export function verdictOf(certificates: readonly { status: CertificateStatus }[]): Verdict {
  const valid = certificates.find(({ status }) => status === 'valid');
  return STATUS_VERDICTS[(valid ?? certificates[0])?.status ?? 'valid'];
}

/** Whom to ask about a number: the filed site that its first 13 characters name. */
export interface IssuingSite {
  siteCode: string;
  agencyName: string;
  siteName: string;
  regionCode: string;
  /** 公开咨询电话 and address; '' when the body gave none. */
  publicPhone: string;
  publicAddress: string;
}

export type AskedBy = 'number' | 'person' | 'token';

/**
 * Reasons of a miss. They depend on what was asked and on the directory, never on the register, so that they cannot tell
 * a wrong second fact from an unknown number.
 * @param at the past day that was asked about; null for now
 */
export function missReasons(by: AskedBy, site: IssuingSite | null, at: string | null = null): MissReason[] {
  const reasons: MissReason[] = [
    ...(at === null ? [] : ['NOT_ISSUED_BY_THEN' as const]),
    by === 'token' ? 'INCOMPLETE_LINK' : 'WRONG_CHARACTER',
    'NOT_YET_APPROVED',
    'LATE_UPLOAD',
    'WRONG_SITE',
    'OTHER_SCHEME',
  ];
  return by === 'number' && site === null ? [...reasons, 'SITE_NOT_FILED'] : reasons;
}
