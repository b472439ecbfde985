import { DomainError, type FieldFault } from '@app/kernel';
import { normaliseCode, normalisePersonName } from '@app/standards';

/** Tries of one account, and on one certificate by whichever accounts, in a day. */
export const BINDING_ATTEMPTS_MAX = { account: 5, certificate: 10 } as const;

export interface Binding {
  id: string;
  subject: string;
  /** By which the person proved it. */
  certificateId: string;
  documentIndex: string;
  nameIndex: string;
  /** The holder's own entry, checked against the register. */
  nameSealed: string;
  boundAt: Date;
  releasedAt: Date | null;
}

export interface Claim {
  name: string;
  documentNumber: string;
  /** 128 bits, from the QR code of the paper or the PDF. */
  token: string;
}

const TOKEN_FORM = /^[\w-]{22}$/;

const fault = (field: string, rule: string, zh: string, en: string): FieldFault => ({ field, rule, zh, en });

/**
 * What the person says and what only the holder has.
 * @param given the token as it is, or the whole link of the QR code
 * @throws DomainError `binding/claim` with the fields
 */
export function readClaim(given: Claim): Claim {
  const name = normalisePersonName(given.name);
  const documentNumber = normaliseCode(given.documentNumber);
  const token = given.token.trim().split('/').at(-1) ?? '';
  const faults: FieldFault[] = [];
  if (name === '') faults.push(fault('/name', 'missing', '未填姓名', 'the name is missing'));
  if (documentNumber === '')
    faults.push(fault('/documentNumber', 'missing', '未填证件号码', 'the document number is missing'));
  if (!TOKEN_FORM.test(token)) {
    faults.push(
      fault(
        '/token',
        'form',
        '这不是证书二维码中的链接，请重新扫描或完整粘贴',
        'not the link of a certificate’s QR code; scan it again or paste all of it',
      ),
    );
  }
  if (faults.length > 0) throw new DomainError('binding/claim', {}, faults);
  return { name, documentNumber, token };
}

type Indexes = Pick<Binding, 'nameIndex' | 'documentIndex'>;

/** All three facts have to be of one certificate. */
export const isProven = (certificate: Indexes | null, claim: Indexes): boolean =>
  certificate !== null &&
  certificate.nameIndex === claim.nameIndex &&
  certificate.documentIndex === claim.documentIndex;
