import { DomainError } from '@app/kernel';
import { emptyStatuses, readStatus, writeStatus, type StatusBits } from './status-bits.js';

/**
 * The standing of a certificate in the register. The numbers are the register's own, and the values of the Bitstring
 * Status List with purpose `message` (2 bits).
 */
export const CERTIFICATE_STATES = ['valid', 'revoked', 'cancelled', 'replaced'] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

/**
 * Values in a Token Status List of 4 bits (draft-ietf-oauth-status-list §7.1). `cancelled` and `replaced` have values
 * from the range for applications, since 2 would read as SUSPENDED, which passes: a reader that does not know them
 * must take them for not valid.
 */
export const TOKEN_STATUS: Readonly<Record<CertificateState, number>> = {
  valid: 0x00,
  revoked: 0x01,
  cancelled: 0x0b,
  replaced: 0x0c,
};

/** Fewer would let a reader's interest in one certificate be guessed: W3C Bitstring Status List §6.1. */
export const MIN_STATUS_ENTRIES = 131_072;

/** Why a status is not known. */
export type StatusGap = 'unreachable' | 'malformed' | 'not-authentic' | 'expired' | 'out-of-range';

/** Not being able to check is an answer of its own and never means valid. */
export type StatusCheck = { outcome: CertificateState } | { outcome: 'could-not-check'; reason: StatusGap };

export const couldNotCheck = (reason: StatusGap): StatusCheck => ({ outcome: 'could-not-check', reason });

const GAPS: Readonly<Record<string, StatusGap>> = {
  'credential/signature': 'not-authentic',
  'credential/key': 'not-authentic',
  'credential/algorithm': 'not-authentic',
  'credential/issuer': 'not-authentic',
  'credential/expired': 'expired',
  'credential/status-index': 'out-of-range',
};

/** Why reading a list failed, whatever was thrown. */
export function gapOf(error: unknown): StatusGap {
  return (error instanceof DomainError ? GAPS[error.code] : undefined) ?? 'malformed';
}

/** The three lists that are published for one page of the register. */
export interface StatusLists {
  /** W3C, purpose `revocation`, 1 bit: set for every state but valid, for readers that know no more. */
  revocation: StatusBits;
  /** W3C, purpose `message`, 2 bits: which state. */
  message: StatusBits;
  /** IETF, 4 bits, `TOKEN_STATUS`. */
  token: StatusBits;
}

/**
 * @param states the certificates that are not valid, by index
 * @throws DomainError `credential/status-index`; `credential/malformed` for fewer than 131,072 entries
 */
export function statusLists(entries: number, states: Iterable<readonly [number, CertificateState]>): StatusLists {
  if (entries < MIN_STATUS_ENTRIES) throw new DomainError('credential/malformed', { entries });
  const lists: StatusLists = {
    revocation: emptyStatuses(entries, 1, 'most-first'),
    message: emptyStatuses(entries, 2, 'most-first'),
    token: emptyStatuses(entries, 4, 'least-first'),
  };
  for (const [index, state] of states) {
    if (index >= entries) throw new DomainError('credential/status-index');
    writeStatus(lists.revocation, index, state === 'valid' ? 0 : 1);
    writeStatus(lists.message, index, CERTIFICATE_STATES.indexOf(state));
    writeStatus(lists.token, index, TOKEN_STATUS[state]);
  }
  return lists;
}

/** The state in a Token Status List; a value nobody defined cannot be told. */
export function tokenState(list: StatusBits, index: number): StatusCheck {
  const value = readStatus(list, index);
  const state = CERTIFICATE_STATES.find((name) => TOKEN_STATUS[name] === value);
  return state === undefined ? couldNotCheck('malformed') : { outcome: state };
}

/** The state in a list with purpose `message`. */
export function messageState(list: StatusBits, index: number): StatusCheck {
  const state = CERTIFICATE_STATES[readStatus(list, index)];
  return state === undefined ? couldNotCheck('malformed') : { outcome: state };
}
