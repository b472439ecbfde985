import { DomainError, type FieldFault } from '@app/kernel';
import { normaliseCode, normalisePersonName, parseCertificateNumber, type OtherSchemeFailure } from '@app/standards';

/** As the asker typed it; an absent or blank entry is no fact. */
export interface InquiryInput {
  name?: string | null;
  documentNumber?: string | null;
  certificateNumber?: string | null;
}

/** Two facts at least, normalised; or a number that this register cannot hold. */
export type Inquiry =
  | { by: 'number'; number: string; siteCode: string; name: string | null; documentNumber: string | null }
  | { by: 'person'; name: string; documentNumber: string }
  | { by: 'other-scheme'; scheme: OtherSchemeFailure };

const missing = (field: string, zh: string, en: string): FieldFault => ({ field, rule: 'missing', zh, en });

/**
 * Numbers are consecutive and names are known, so one fact alone is never answered (domain.md §7.3, §12 item 47).
 * @param today China day; a number of a later year is refused
 * @throws DomainError `certificate/two-facts` with the facts that are missing; `certificate/number` with the rule
 */
export function readInquiry(input: InquiryInput, today: string): Inquiry {
  const name = normalisePersonName(input.name ?? '');
  const documentNumber = normaliseCode(input.documentNumber ?? '');
  const typed = normaliseCode(input.certificateNumber ?? '');
  const faults: FieldFault[] = [];
  if (name === '') faults.push(missing('/name', '未填姓名', 'the name is missing'));
  if (documentNumber === '') faults.push(missing('/documentNumber', '未填证件号码', 'the document number is missing'));
  if (typed === '') faults.push(missing('/certificateNumber', '未填证书编号', 'the certificate number is missing'));
  if (faults.length > 1) throw new DomainError('certificate/two-facts', {}, faults);
  if (typed === '') return { by: 'person', name, documentNumber };
  const parsed = parseCertificateNumber(typed, { today });
  if (parsed.ok) {
    const { number, siteCode } = parsed.value;
    return { by: 'number', number, siteCode, name: name || null, documentNumber: documentNumber || null };
  }
  if ('scheme' in parsed) return { by: 'other-scheme', scheme: parsed };
  const { rule, zh, en } = parsed;
  throw new DomainError('certificate/number', {}, [{ field: '/certificateNumber', rule, zh, en }]);
}
