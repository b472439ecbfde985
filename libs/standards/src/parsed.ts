/**
 * A refusal that a clerk can act on. `rule` is a stable kebab-case name; `zh` and `en` say what is wrong and
 * never repeat the input, because it may be personal data.
 */
export interface Failure {
  ok: false;
  rule: string;
  zh: string;
  en: string;
}

/** The outcome of every parser of this lib: a value or a named refusal, never an exception. `X` adds facts to a success. */
export type Parsed<T, X = unknown> = ({ ok: true; value: T } & X) | Failure;

/** A success that also says whether the text differed from the official form. */
export type Repaired<T> = Parsed<T, { repaired: boolean }>;

/** What is worth telling without refusing the value. */
export interface Warning {
  rule: string;
  zh: string;
  en: string;
}

/** Whether a row of the catalogue rests on a source (`domain.md` marks) or on knowledge that the customer must confirm. */
export type Certainty = 'sourced' | 'unverified';

export function succeed<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse(rule: string, zh: string, en: string): Failure {
  return { ok: false, rule, zh, en };
}
