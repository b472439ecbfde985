import type { DifferingFact, Verdict } from '@app/credential';
import type { LevelDigit } from '@app/standards';
import type { CertificateStatus } from './certificate.js';
import { verdictOf } from './verdict.js';

/** The facts of an inquiry as the register holds them; null for one that was not given. */
export interface AskedFacts {
  nameIndex: string | null;
  documentIndex: string | null;
  levelDigit: LevelDigit | null;
}

/** What is looked at of a certificate that an inquiry may mean. */
export interface Comparable {
  nameIndex: string;
  documentIndex: string;
  levelDigit: LevelDigit;
  status: CertificateStatus;
  statusOn: string | null;
  statusReason: string;
  /** China day from which this version counts: of issue, or of the change that put it in the place of another. */
  inForceFrom: string;
}

/**
 * The certificate as it stood at the end of a day.
 * @returns null when it was not there yet
 */
export function asOf<C extends Comparable>(certificate: C, day: string): C | null {
  if (certificate.inForceFrom > day) return null;
  if (certificate.statusOn === null || certificate.statusOn <= day) return certificate;
  return { ...certificate, status: 'valid', statusOn: null, statusReason: '' };
}

function differing(asked: AskedFacts, known: Comparable): DifferingFact[] {
  const facts: DifferingFact[] = [];
  if (asked.nameIndex !== null && asked.nameIndex !== known.nameIndex) facts.push('NAME');
  if (asked.documentIndex !== null && asked.documentIndex !== known.documentIndex) facts.push('DOCUMENT');
  if (asked.levelDigit !== null && asked.levelDigit !== known.levelDigit) facts.push('LEVEL');
  return facts;
}

export interface Compared<C> {
  verdict: Verdict;
  /** Those that match every given fact; empty for a mismatch, because whose certificate it is was not shown to be known. */
  certificates: C[];
  differing: DifferingFact[];
}

/**
 * Compares what was asked with the certificates that it may mean.
 * @param known under the asked number, or under the asked document: newest first
 */
export function compare<C extends Comparable>(
  asked: AskedFacts,
  known: readonly C[],
  options: { one: boolean; mayKnowMismatch: boolean; at: string | null },
): Compared<C> {
  const { at } = options;
  const then = at === null ? known : known.map((each) => asOf(each, at)).filter((each) => each !== null);
  const matching = then.filter((each) => differing(asked, each).length === 0);
  if (matching.length > 0) {
    const certificates = options.one ? matching.slice(0, 1) : matching;
    return { verdict: verdictOf(certificates), certificates, differing: [] };
  }
  const nearest = then.map((each) => differing(asked, each)).sort((one, other) => one.length - other.length)[0];
  return nearest && options.mayKnowMismatch
    ? { verdict: 'MISMATCH', certificates: [], differing: nearest }
    : { verdict: 'NOT_FOUND', certificates: [], differing: [] };
}
