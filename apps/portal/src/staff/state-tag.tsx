import { useTexts } from '../i18n/locale.tsx';
import { workDictionary } from './work-dictionary.ts';

export type RecordKind = 'filing' | 'plan' | 'roll' | 'certificate';

const DONE = ['filed', 'audited', 'issued', 'valid'];
const STOPPED = ['refused', 'revoked', 'cancelled'];
const QUIET = ['draft', 'withdrawn', 'replaced', 'receiving'];
const WAITING_FOR_PEOPLE = ['correction-required'];

function toneOf(state: string): string {
  if (DONE.includes(state)) return 'done';
  if (STOPPED.includes(state) || WAITING_FOR_PEOPLE.includes(state)) return 'stop';
  return QUIET.includes(state) ? 'quiet' : 'busy';
}

type WorkKey = keyof typeof workDictionary;
const isKey = (key: string): key is WorkKey => Object.hasOwn(workDictionary, key);

/** The name of a code such as `filing:draft`; a code that is not known here is shown as it is. */
export function useCodeName(): (group: string, code: string) => string {
  const t = useTexts(workDictionary);
  return (group, code) => {
    const key = `${group}:${code}`;
    return isKey(key) ? t(key) : code;
  };
}

export function StateTag({ kind, state }: { kind: RecordKind; state: string }) {
  const nameOf = useCodeName();
  return <span className={`state-tag state-${toneOf(state)}`}>{nameOf(kind, state)}</span>;
}
