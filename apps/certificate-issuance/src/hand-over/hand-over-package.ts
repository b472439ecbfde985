import { assertTransition, DomainError, type Transitions } from '@app/kernel';

export const PACKAGE_STATES = ['drafted', 'sent', 'partly-acknowledged', 'acknowledged'] as const;
export type PackageState = (typeof PACKAGE_STATES)[number];

/** A package of certificates goes to the 省人事考试中心, which answers for each. */
export const TRANSITIONS: Transitions<PackageState> = {
  drafted: ['sent'],
  sent: ['partly-acknowledged', 'acknowledged'],
  'partly-acknowledged': ['acknowledged'],
  acknowledged: [],
};

/** Certificates of one package: a file of the exports room has no more. */
export const PACKAGE_CERTIFICATES_MAX = 10_000;

export interface HandOverPackage {
  id: string;
  jurisdiction: string;
  state: PackageState;
  /** Days of issue, both included. */
  issuedFrom: string;
  issuedUntil: string;
  /** '' for all bodies. */
  organisationId: string;
  mapVersion: string;
  quantity: number;
  draftedBy: string;
  draftedAt: Date;
  sentBy: string | null;
  sentAt: Date | null;
  /** Of the file that was sent. */
  sentSha256: string | null;
}

/** A workbook that was made of the package; each has its own watermark and so its own digest. */
export interface PackageFile {
  sha256: string;
  exportId: string;
  rows: number;
  madeBy: string;
  madeAt: Date;
}

export interface AnswerCounts {
  accepted: number;
  refused: number;
  unanswered: number;
}

/** @throws DomainError `hand-over/bad-period` */
export function assertPeriod(from: string, until: string, today: string): void {
  if (from > until || until > today) throw new DomainError('hand-over/bad-period', { today });
}

/**
 * @throws DomainError `hand-over/illegal-transition`; `hand-over/unknown-file` for a digest of no file that was made of it;
 *   `hand-over/incomplete-file` when that file had other rows than the package
 */
export function sendPackage(
  drafted: HandOverPackage,
  files: readonly PackageFile[],
  sha256: string,
  { subject, now }: { subject: string; now: Date },
): HandOverPackage {
  assertTransition('hand-over', TRANSITIONS, drafted.state, 'sent');
  const file = files.find((each) => each.sha256 === sha256);
  if (!file) throw new DomainError('hand-over/unknown-file');
  const { quantity } = drafted;
  if (file.rows !== quantity) throw new DomainError('hand-over/incomplete-file', { rows: file.rows, quantity });
  return { ...drafted, state: 'sent', sentBy: subject, sentAt: now, sentSha256: sha256 };
}

/** @throws DomainError `hand-over/illegal-transition` for a package that was never sent */
export function assertAnswerable({ state }: HandOverPackage): void {
  if (state === 'drafted') throw new DomainError('hand-over/illegal-transition', { from: state, to: 'acknowledged' });
}

/** The state that the answers make; a file that says nothing new changes nothing. */
export function answerPackage(sent: HandOverPackage, { accepted, refused, unanswered }: AnswerCounts): HandOverPackage {
  assertAnswerable(sent);
  if (accepted + refused === 0) return sent;
  const state = refused + unanswered === 0 ? 'acknowledged' : 'partly-acknowledged';
  if (state === sent.state) return sent;
  assertTransition('hand-over', TRANSITIONS, sent.state, state);
  return { ...sent, state };
}
