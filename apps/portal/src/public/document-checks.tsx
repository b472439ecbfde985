import type { DocumentCheck } from '../api/answer.ts';
import { sentence } from '../i18n/format.ts';
import { pick, useLocale, useTexts } from '../i18n/locale.tsx';
import { CheckIcon, CrossIcon, QuestionIcon } from '../ui/icons.tsx';

const OUTCOMES = {
  passed: { icon: CheckIcon, text: 'checkPassed' },
  failed: { icon: CrossIcon, text: 'checkFailed' },
  'not-checked': { icon: QuestionIcon, text: 'checkOpen' },
} as const;

const ICON_SIZE = 20;

/** What the file itself shows, one line for each check, with those that could not be made. */
export function DocumentChecks({ checks }: { checks: readonly DocumentCheck[] }) {
  const t = useTexts();
  const { lang } = useLocale();
  if (checks.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('checksTitle')}</h2>
      <ul className="document-checks">
        {checks.map(({ name, outcome, title, words }) => {
          const { icon: Sign, text } = OUTCOMES[outcome];
          return (
            <li key={name} className={`check-${outcome}`}>
              <Sign size={ICON_SIZE} />
              <span>
                <strong>{t(text)}</strong> {title && pick(lang, ...title)}
                {words && <span className="check-words">{sentence(lang, ...words)}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
