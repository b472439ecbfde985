import { callJson, NoAnswerError, ProblemError, type CallOptions } from './http.ts';
import { addressOf } from './typed.ts';
import type { FieldFault, ProblemDocument } from './types.ts';
import { answerOf, type Answer, type Bilingual } from './answer.ts';

const BASE = '/api/public-verification';

/** Two or three facts from the paper; sent in a body, never in an address. */
export interface Facts {
  name?: string;
  documentNumber?: string;
  certificateNumber?: string;
}

export interface FactFault {
  fact: keyof Facts;
  /** Null when the registry's words are for programs. */
  words: Bilingual | null;
}

/** What a check gave: an answer of the registry, or why there is none. */
export type CheckResult =
  | Answer
  | { kind: 'refused'; faults: FactFault[]; problem: ProblemDocument }
  | { kind: 'failed'; cause: FailureCause; problem: ProblemDocument | null };
export type FailureCause = 'network' | 'server' | 'too-many' | 'given-up';

const FACTS: readonly (keyof Facts)[] = ['name', 'documentNumber', 'certificateNumber'];
const PROOF_PROBLEM = 'urn:jiangzheng:problem:ask-limit/proof-of-work';
const NUMBER_PROBLEM = 'urn:jiangzheng:problem:certificate/number';

/** Only what is wrong with a certificate number is put by the registry in words for people. */
export function faultsOf({ type, errors = [] }: { type: string; errors?: readonly FieldFault[] }): FactFault[] {
  return errors.flatMap(({ field, zh, en }): FactFault[] => {
    const fact = FACTS.find((key) => field === `/${key}`);
    return fact ? [{ fact, words: type === NUMBER_PROBLEM ? [zh, en] : null }] : [];
  });
}

const SERVER_FAULT = 500;
const UNAUTHORISED = [401, 403];
const TOO_MANY = 429;

const failed = (cause: FailureCause, problem: ProblemDocument | null = null): CheckResult => ({
  kind: 'failed',
  cause,
  problem,
});

function failureOf(error: unknown): CheckResult {
  if (error instanceof DOMException && error.name === 'AbortError') return failed('given-up');
  if (error instanceof NoAnswerError) return failed('network');
  if (!(error instanceof ProblemError)) return failed('server');
  const { problem } = error;
  if (problem.status === TOO_MANY) return failed('too-many', problem);
  if (problem.status >= SERVER_FAULT || UNAUTHORISED.includes(problem.status)) return failed('server', problem);
  return { kind: 'refused', faults: faultsOf(problem), problem };
}

/** How one question is asked: what ends it, and what a proof is made with when the registry wants one. */
export interface Asking {
  signal: AbortSignal;
  prove: (challenge: string, signal: AbortSignal) => Promise<string>;
}

/** A proof is made once; who is asked for another has asked too much. */
async function ask(path: string, options: CallOptions, { signal, prove }: Asking): Promise<unknown> {
  try {
    return await callJson<unknown>(path, { ...options, signal });
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.type !== PROOF_PROBLEM || !error.challenge) throw error;
    const proofOfWork = await prove(error.challenge, signal);
    return callJson<unknown>(path, { ...options, signal, proofOfWork });
  }
}

async function check(path: string, options: CallOptions, asking: Asking): Promise<CheckResult> {
  try {
    return answerOf(await ask(`${BASE}${path}`, options, asking), new Date()) ?? failed('server');
  } catch (error) {
    return failureOf(error);
  }
}

/** Full-width letters and digits, inner blanks and lower case are how people type; the registry gets them plain. */
const plainNumber = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();

export function factsOf(typed: Readonly<Required<Facts>>): Facts {
  const name = typed.name.trim();
  const documentNumber = plainNumber(typed.documentNumber);
  const certificateNumber = plainNumber(typed.certificateNumber);
  return {
    ...(name ? { name } : {}),
    ...(documentNumber ? { documentNumber } : {}),
    ...(certificateNumber ? { certificateNumber } : {}),
  };
}

/** `at` is a day `2026-03-01`; empty for now. */
export const verifyFacts = (facts: Facts, at: string, asking: Asking): Promise<CheckResult> =>
  check(addressOf('/verify', {}, { at }), { method: 'POST', body: facts }, asking);

export const verifyToken = (token: string, at: string, asking: Asking): Promise<CheckResult> =>
  check(addressOf('/verify/{token}', { token }, { at }), {}, asking);

/** A certificate's PDF, a credential, or the text of the code for offline use. */
export function verifyFile(file: Blob, asking: Asking): Promise<CheckResult> {
  const form = new FormData();
  // A file's name may hold a person's; the registry needs none.
  form.append('file', file, 'upload');
  return check('/verify/file', { method: 'POST', form }, asking);
}
