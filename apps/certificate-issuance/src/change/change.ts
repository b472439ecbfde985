import { assertTransition, DomainError, type FieldFault, type Transitions } from '@app/kernel';
import { isRealDay } from '@app/standards';
import type { CertificateStatus } from '../certificate/certificate.js';

/** 撤销, 注销, 更正, 补发. */
export const CHANGE_KINDS = ['revoke', 'cancel', 'correct', 'reissue'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const CHANGE_STATES = ['proposed', 'done', 'refused', 'withdrawn'] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

export const TRANSITIONS: Transitions<ChangeState> = {
  proposed: ['done', 'refused', 'withdrawn'],
  done: [],
  refused: [],
  withdrawn: [],
};

/** A whole roll can be revoked at once. */
export const CHANGE_CERTIFICATES_MAX = 10_000;

/** What a certificate becomes. */
export const STATUS_AFTER = {
  revoke: 'revoked',
  cancel: 'cancelled',
  correct: 'replaced',
  reissue: 'replaced',
} as const satisfies Record<ChangeKind, CertificateStatus>;

/** Classes of reasons, the only part of a reason that leaves the house. */
export const REASONS = {
  fraud: { kind: 'revoke', zh: '弄虚作假取得', en: 'obtained by fraud' },
  'exam-irregular': { kind: 'revoke', zh: '考务违规', en: 'the exam was irregular' },
  'outside-scope': { kind: 'revoke', zh: '超出备案范围核发', en: 'issued outside the filed scope' },
  'key-compromised': { kind: 'revoke', zh: '签名密钥泄露', en: 'the signing key was compromised' },
  'issued-in-error': { kind: 'cancel', zh: '误发', en: 'issued in error' },
  'holder-request': { kind: 'cancel', zh: '持证人申请', en: 'at the holder’s request' },
  'holder-deceased': { kind: 'cancel', zh: '持证人死亡', en: 'the holder died' },
  'person-corrected': { kind: 'correct', zh: '个人信息更正', en: 'facts about the person were corrected' },
  lost: { kind: 'reissue', zh: '遗失', en: 'lost' },
  damaged: { kind: 'reissue', zh: '损毁', en: 'damaged' },
} as const satisfies Record<string, { kind: ChangeKind; zh: string; en: string }>;
export type ChangeReason = keyof typeof REASONS;

/** The document that a change rests on; the file itself is kept by who decides. */
export interface ChangeDocument {
  title: string;
  /** 文号; '' when it has none. */
  number: string;
  /** `YYYY-MM-DD` */
  issuedOn: string;
  /** Of the file, lower-case hex. */
  sha256: string;
}

export interface Change {
  id: string;
  kind: ChangeKind;
  state: ChangeState;
  organisationId: string;
  jurisdiction: string;
  /** Sorted; at least one. */
  certificateIds: string[];
  reason: ChangeReason;
  document: ChangeDocument;
  /** In words; may name people. */
  explanationSealed: string;
  /** A sealed `Holder` as it is to be; null unless a correction. */
  correctionSealed: string | null;
  proposedBy: string;
  proposedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  /** Certificates that were changed; null until it is done. */
  changed: number | null;
}

export interface Actor {
  subject: string;
  now: Date;
}

const SHA256 = /^[0-9a-f]{64}$/;
const fault = (field: string, rule: string, zh: string, en: string): FieldFault => ({ field, rule, zh, en });

/** @returns what is wrong with a proposal, field by field; nothing when it may be made */
export function proposalFaults(
  proposal: Pick<Change, 'kind' | 'reason' | 'document' | 'certificateIds' | 'correctionSealed'>,
): FieldFault[] {
  const { kind, reason, document, certificateIds, correctionSealed } = proposal;
  const faults: FieldFault[] = [];
  if (REASONS[reason].kind !== kind)
    faults.push(fault('/reason', 'of-kind', '原因与变更种类不符', 'the reason does not go with the kind'));
  if (document.title.trim() === '')
    faults.push(fault('/document/title', 'missing', '未填依据文件名称', 'the document has no title'));
  if (!isRealDay(document.issuedOn))
    faults.push(fault('/document/issuedOn', 'day', '日期应为 YYYY-MM-DD', 'the day is not YYYY-MM-DD'));
  if (!SHA256.test(document.sha256))
    faults.push(
      fault(
        '/document/sha256',
        'digest',
        '应为文件的 SHA-256（64 位小写十六进制）',
        'not the SHA-256 of a file in lower-case hex',
      ),
    );
  const count = certificateIds.length;
  const many = kind === 'revoke' || kind === 'cancel' ? CHANGE_CERTIFICATES_MAX : 1;
  if (count < 1 || count > many)
    faults.push(fault('/certificateIds', 'count', `证书数应为 1 至 ${many}`, `between 1 and ${many} certificates`));
  if ((kind === 'correct') !== (correctionSealed !== null)) {
    faults.push(
      fault(
        '/correction',
        'with-correction',
        '更正须填更正后的信息，其他变更不填',
        'a correction says what it corrects to, and nothing else does',
      ),
    );
  }
  return faults;
}

/** @throws DomainError `change/not-acceptable` with the fields */
export function propose(
  change: Omit<Change, 'state' | 'proposedBy' | 'proposedAt' | 'decidedBy' | 'decidedAt' | 'changed'>,
  actor: Actor,
): Change {
  const faults = proposalFaults(change);
  if (faults.length > 0) throw new DomainError('change/not-acceptable', {}, faults);
  const certificateIds = [...new Set(change.certificateIds)].sort();
  return {
    ...change,
    certificateIds,
    state: 'proposed',
    proposedBy: actor.subject,
    proposedAt: actor.now.toISOString(),
    decidedBy: null,
    decidedAt: null,
    changed: null,
  };
}

/**
 * The second person's answer.
 * @throws DomainError `change/own-proposal` for the one who proposed; `change/illegal-transition`
 */
export function decide(change: Change, to: 'done' | 'refused', actor: Actor): Change {
  assertTransition('change', TRANSITIONS, change.state, to);
  if (change.proposedBy === actor.subject) throw new DomainError('change/own-proposal');
  return { ...change, state: to, decidedBy: actor.subject, decidedAt: actor.now.toISOString() };
}

/** @throws DomainError `change/illegal-transition`; `change/not-proposer` for anyone else */
export function withdraw(change: Change, actor: Actor): Change {
  assertTransition('change', TRANSITIONS, change.state, 'withdrawn');
  if (change.proposedBy !== actor.subject) throw new DomainError('change/not-proposer');
  return { ...change, state: 'withdrawn', decidedAt: actor.now.toISOString() };
}

/**
 * Whether the next version keeps the number: not settled for the province (domain.md §14 question 7), so data with a
 * first day; unverified.
 */
const NUMBER_KEPT: readonly { from: string; kept: boolean }[] = [{ from: '2019-01-01', kept: true }];

export function keepsNumber(day: string, rules = NUMBER_KEPT): boolean {
  return rules.findLast(({ from }) => from <= day)?.kept ?? true;
}
