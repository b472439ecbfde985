import { DomainError } from '@app/kernel';
import { isKnownPassword } from './known-passwords.js';

/** NIST SP 800-63B-4 §3.1.1.2 for a password that stands alone. */
export const LENGTH_MIN_ALONE = 15;
/** NIST asks for 8 beside a second factor; the house keeps its own 12. */
export const LENGTH_MIN_WITH_FACTOR = 12;
/** At least 64 have to be possible. In characters after NFKC. */
export const LENGTH_MAX = 128;
/** Before NFKC, which may make one character of several; longer ones are not looked at. */
const RAW_LENGTH_MAX = LENGTH_MAX * 4;
const SERVICE_NAMES = ['jiangzheng', '匠证'] as const;
/** Shorter names are in too many words by chance. */
const NAME_LENGTH_MIN = 4;
const CHINESE_NAME_LENGTH_MIN = 2;
/** `abababab…` is one character repeated, and so is `abcdabcd…`. */
const REPEATED_UNIT_MAX = 4;
const HAS_CHINESE = /\p{Script=Han}/u;

/** Whose password it is to be. */
export interface PasswordContext {
  username: string;
  organisationName: string;
  hasSecondFactor: boolean;
}

const charactersOf = (text: string): string[] => [...text];

/** The form in which passwords are compared and hashed. */
export const normalPassword = (password: string): string => password.normalize('NFKC');

/** Too long for any password of ours, so not worth hashing. */
export function isTooLong(password: string): boolean {
  return password.length > RAW_LENGTH_MAX || charactersOf(normalPassword(password)).length > LENGTH_MAX;
}

/**
 * No rules of composition and no change by the calendar: both lead to worse passwords (NIST SP 800-63B-4 §3.1.1.2).
 * @throws DomainError that names the rule
 */
export function assertUsablePassword(password: string, context: PasswordContext): void {
  if (isTooLong(password)) throw new DomainError('password/too-long', { max: LENGTH_MAX });
  const min = context.hasSecondFactor ? LENGTH_MIN_WITH_FACTOR : LENGTH_MIN_ALONE;
  const text = normalPassword(password).toLowerCase();
  if (charactersOf(normalPassword(password)).length < min) throw new DomainError('password/too-short', { min });
  if (isRun(text)) throw new DomainError('password/run');
  if (namesOf(context).some((name) => text.includes(name))) throw new DomainError('password/contains-name');
  if (isKnownPassword(text)) throw new DomainError('password/known');
}

function namesOf({ username, organisationName }: PasswordContext): string[] {
  const own = [username, organisationName].map((name) => normalPassword(name).toLowerCase());
  const long = own.filter(
    (name) => name.length >= (HAS_CHINESE.test(name) ? CHINESE_NAME_LENGTH_MIN : NAME_LENGTH_MIN),
  );
  return [...SERVICE_NAMES, ...long];
}

/** The whole of it is a short piece repeated, or counts up or down. */
function isRun(text: string): boolean {
  const characters = charactersOf(text);
  const isRepeated = (unit: number): boolean => characters.every((each, at) => each === characters[at % unit]);
  const units = Array.from({ length: REPEATED_UNIT_MAX }, (_, at) => at + 1);
  return (
    units.some((unit) => unit < characters.length && isRepeated(unit)) || [1, -1].some((step) => counts(text, step))
  );
}

function counts(text: string, step: number): boolean {
  const codes = charactersOf(text).map((character) => character.codePointAt(0) ?? 0);
  return codes.slice(1).every((code, at) => {
    const before = codes[at] ?? 0;
    return code - before === step || wraps(before, code, step);
  });
}

/** `…890123…` and `…xyzabc…` go on counting. */
function wraps(before: number, code: number, step: number): boolean {
  const [from, to] = step > 0 ? [before, code] : [code, before];
  return ['90', 'za'].some((turn) => from === turn.codePointAt(0) && to === turn.codePointAt(1));
}
