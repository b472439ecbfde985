import { DomainError, type FieldFault } from '@app/kernel';

export const EXTRACT_FIELDS = [
  'full-name',
  'masked-name',
  'masked-document',
  'occupation',
  'specialty',
  'level',
  'number',
  'agency',
  'issued-on',
] as const;
export type ExtractField = (typeof EXTRACT_FIELDS)[number];

export const EXTRACT_CERTIFICATES_MAX = 20;
export const EXTRACT_DAYS_MAX = 90;
/** Open ones of one holder. */
export const EXTRACTS_OPEN_MAX = 20;
const DAY_MS = 86_400_000;

export interface Extract {
  id: string;
  subject: string;
  documentIndex: string;
  /** 128 bits; the link is all that is needed to see the extract. */
  tokenSha256: Buffer;
  tokenSealed: string;
  certificateIds: string[];
  fields: ExtractField[];
  /** With `full-name` only: the register itself holds no name. */
  nameSealed: string | null;
  /** What it is for, in the holder's words; never shown to others. */
  noteSealed: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  views: number;
  lastViewedAt: Date | null;
}

export interface ExtractWish {
  certificateIds: readonly string[];
  fields: readonly ExtractField[];
  validDays: number;
}

const fault = (field: string, rule: string, zh: string, en: string): FieldFault => ({ field, rule, zh, en });

/** @throws DomainError `extract/not-acceptable` with the fields */
export function assertExtractable({ certificateIds, fields, validDays }: ExtractWish): void {
  const faults: FieldFault[] = [];
  if (certificateIds.length < 1 || certificateIds.length > EXTRACT_CERTIFICATES_MAX) {
    const max = EXTRACT_CERTIFICATES_MAX;
    faults.push(fault('/certificateIds', 'count', `请选 1 至 ${max} 张证书`, `choose 1 to ${max} certificates`));
  }
  if (new Set(certificateIds).size < certificateIds.length)
    faults.push(fault('/certificateIds', 'repeated', '同一张证书选了两次', 'a certificate is chosen twice'));
  if (fields.length === 0)
    faults.push(fault('/fields', 'missing', '请至少选一项要出示的内容', 'choose at least one thing to show'));
  if (fields.includes('full-name') && fields.includes('masked-name'))
    faults.push(fault('/fields', 'one-name', '姓名只能选一种形式', 'the name is shown in full or masked, not both'));
  if (!Number.isInteger(validDays) || validDays < 1 || validDays > EXTRACT_DAYS_MAX) {
    const max = EXTRACT_DAYS_MAX;
    faults.push(fault('/validDays', 'range', `有效期应为 1 至 ${max} 天`, `between 1 and ${max} days`));
  }
  if (faults.length > 0) throw new DomainError('extract/not-acceptable', {}, faults);
}

export const expiryOf = (now: Date, validDays: number): Date => new Date(now.getTime() + validDays * DAY_MS);

export const EXTRACT_STATES = {
  open: { zh: '本人出示的证书摘录', en: 'Extract shown by the holder' },
  expired: { zh: '摘录已过期，请持证人重新出具', en: 'The extract has expired; ask the holder for a new one' },
  revoked: { zh: '持证人已作废这份摘录', en: 'The holder has revoked this extract' },
  unknown: {
    zh: '没有这份摘录：链接可能不完整，或已超过保存期限',
    en: 'There is no such extract: the link may be incomplete, or it was deleted after its time',
  },
} as const satisfies Record<string, { zh: string; en: string }>;
export type ExtractState = keyof typeof EXTRACT_STATES;

export function stateOf(extract: Pick<Extract, 'expiresAt' | 'revokedAt'> | null, now: Date): ExtractState {
  if (!extract) return 'unknown';
  if (extract.revokedAt) return 'revoked';
  return now < extract.expiresAt ? 'open' : 'expired';
}
