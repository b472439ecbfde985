import type { AuditRow } from '../../api/audit.ts';
import { pick, useLocale, useTexts } from '../../i18n/locale.tsx';
import { useCodeName } from '../state-tag.tsx';
import { actionWords, ruleWords } from './audit-actions.ts';
import { auditDictionary } from './audit-dictionary.ts';

const OPERATOR = 'operator';
type Key = keyof typeof auditDictionary;
const isKey = (key: string): key is Key => Object.hasOwn(auditDictionary, key);

interface Words {
  action: (row: AuditRow) => string;
  kind: (row: AuditRow) => string;
  outcome: (row: AuditRow) => string;
  rule: (rule: string) => string;
  /** The roles, or who acts without any. */
  actor: (row: AuditRow) => string;
}

/** What stands in an entry, in words; a code that is not known here as it is. */
export function useAuditWords(): Words {
  const t = useTexts(auditDictionary);
  const { lang } = useLocale();
  const nameOf = useCodeName();
  const say = (key: string, code: string): string => (isKey(key) ? t(key) : code);
  const or = (words: readonly [string, string] | undefined, code: string): string =>
    words ? pick(lang, ...words) : code;
  return {
    action: ({ action }) => or(actionWords(action), action),
    kind: ({ kind }) => say(`kind:${kind}`, kind),
    outcome: ({ outcome }) => say(`outcome:${outcome}`, outcome),
    rule: (rule) => or(ruleWords(rule), rule),
    actor: ({ actor, roles }) => {
      if (actor === '') return t('nobody');
      if (actor === OPERATOR) return t('operator');
      return roles.map((role) => nameOf('role', role)).join(' · ');
    },
  };
}
