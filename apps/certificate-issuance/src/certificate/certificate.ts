import { DomainError } from '@app/kernel';
import { levelByDigit } from '@app/standards';
import type { AssessedSubject } from '../scope/scope.js';

/** What all certificates that are issued together have in common; `issuedOn` is the China day of issue. */
export interface Grant extends AssessedSubject {
  basis: string;
  /** null without an exam. */
  rollId: string | null;
  planId: string | null;
  /** null after an exam. */
  awardId: string | null;
  filingId: string;
  organisationId: string;
  jurisdiction: string;
  /** The filed name. */
  agencyName: string;
  siteCode: string;
  issuedOn: string;
}

/** At most so many certificates are signed, logged, stored and told of together. */
export const BLOCK_CERTIFICATES_MAX = 500;

/** One person who is to get a certificate; `holderSealed` is a sealed `Holder`. */
export interface Grantee {
  certificateId: string;
  candidateId: string;
  holderSealed: string;
  nameIndex: string;
  documentIndex: string;
  nameMasked: string;
  documentMasked: string;
}

/** Those who are to get certificates, in the order of their numbers; who they are is read block by block. */
export interface Grantees<Row extends { certificateId: string }> {
  rows: readonly Row[];
  /** One for each row, in the order of the rows. */
  persons: (block: readonly Row[]) => Promise<readonly Omit<Grantee, 'certificateId'>[]>;
}

export type CertificateStatus = 'valid' | 'revoked' | 'cancelled' | 'replaced';

export interface Certificate extends Grant, Omit<Grantee, 'certificateId'> {
  id: string;
  /** 22 characters. */
  number: string;
  /** 1, and one more with each correction or reissue. */
  version: number;
  /** The version before, and the one after. */
  replaces: string | null;
  replacedBy: string | null;
  status: CertificateStatus;
  /** Class of the reason; '' while it is valid. */
  statusReason: string;
  statusOn: string | null;
  /** From 1; index from 0. */
  statusList: number;
  statusIndex: number;
  /** Thumbprint of the key that signed the paper credential. */
  signingKid: string;
  /** The paper credential in base64url: COSE_Sign1 over the holder's name, the salt and the rest of its claims. */
  paperSealed: string;
  /** Its leaf of the transparency log: place within the batch. */
  batchId: string;
  batchOffset: number;
  /** Hex digest of the token in the QR code, which follows from the salt. */
  tokenSha256: string;
}

/** A certificate that came from before the log: it has its credential and token, and no paper credential. */
export interface EarlierParts {
  tokenSealed: string | null;
}

/** `vc+jwt` shows everything; of `dc+sd-jwt` the holder shows what they choose. */
export const CREDENTIAL_FORMS = ['vc+jwt', 'dc+sd-jwt'] as const;
export type CredentialForm = (typeof CREDENTIAL_FORMS)[number];

/** `三级/高级工`, as certificates print it [S-STYLE2]. */
export function levelName(levelDigit: string): string {
  const level = levelByDigit(levelDigit);
  if (!level) throw new DomainError('result-roll/bad-part', { reason: 'levelDigit' });
  return level.display;
}
