import { PROOF_BITS_MAX } from '@app/credential';
import { normaliseCode } from '@app/standards';

export interface AskLimits {
  /** Asks of one address in a minute that cost nothing. */
  freePerAddress: number;
  /** Asks of one address in a minute, proven or not. */
  ceilingPerAddress: number;
  /** Asks after one number, document or token in ten minutes that cost nothing. */
  freePerSubject: number;
  /** Of the first proof. */
  proofBits: number;
}

export const ADDRESS_WINDOW_MS = 60_000;
export const SUBJECT_WINDOW_MS = 600_000;
export const CHALLENGE_LIFETIME_MS = 120_000;

export interface AskCounts {
  address: number;
  /** Of the most asked after among the facts of the inquiry; 0 when it has none. */
  subject: number;
}

/** What an ask has to bring before it is answered. It is decided before anything is looked up, so it tells nothing of it. */
export type AskDecision = { kind: 'free' } | { kind: 'prove'; bits: number } | { kind: 'refuse' };

/**
 * The effort doubles whenever the excess does. Nobody is refused because of the subject: else whoever asks a thousand
 * times after a rival's certificate would keep everyone else from it.
 */
export function decideAsk(counts: AskCounts, limits: AskLimits): AskDecision {
  if (counts.address > limits.ceilingPerAddress) return { kind: 'refuse' };
  const excess = Math.max(counts.address / limits.freePerAddress, counts.subject / limits.freePerSubject);
  if (excess <= 1) return { kind: 'free' };
  return { kind: 'prove', bits: Math.min(limits.proofBits + Math.floor(Math.log2(excess)), PROOF_BITS_MAX) };
}

/** As much of a fact as is counted: a longer one is no number of any scheme. */
const SUBJECT_LENGTH_MAX = 60;
const SUBJECT_FIELDS = ['certificateNumber', 'documentNumber'] as const;

/**
 * What a request asks after, each with its kind; how it is written makes no difference.
 * @param body as it came: nobody has looked at it
 */
export function subjectsOf(parameters: unknown, body: unknown): string[] {
  const given = [
    ['token', (parameters as { token?: unknown } | null | undefined)?.token] as const,
    ...SUBJECT_FIELDS.map((field) => [field, (body as Record<string, unknown> | null | undefined)?.[field]] as const),
  ];
  return given.flatMap(([kind, value]) => {
    if (typeof value !== 'string' || value === '') return [];
    const text = value.slice(0, SUBJECT_LENGTH_MAX);
    return [`${kind} ${kind === 'token' ? text : normaliseCode(text)}`];
  });
}
