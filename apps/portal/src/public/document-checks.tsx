import type { Bilingual, DocumentCheck } from '../api/answer.ts';
import { sentence, term } from '../i18n/format.ts';
import { pick, useLocale, useTexts } from '../i18n/locale.tsx';
import { CheckIcon, CrossIcon, QuestionIcon } from '../ui/icons.tsx';

const OUTCOMES = {
  passed: { icon: CheckIcon, text: 'checkPassed' },
  failed: { icon: CrossIcon, text: 'checkFailed' },
  'not-checked': { icon: QuestionIcon, text: 'checkOpen' },
} as const;

const ICON_SIZE = 20;

/** The lines to compare by eye; neither side is shown, so that a forger learns nothing. */
function Differences({ differences }: { differences: readonly Bilingual[] }) {
  const t = useTexts();
  const { lang } = useLocale();
  return (
    <div className="differences">
      <h3>{t('differencesTitle')}</h3>
      <ul>
        {differences.map(([zh, en]) => (
          <li key={zh}>{term(lang, zh, en)}</li>
        ))}
      </ul>
      <p>{t('differencesNext')}</p>
    </div>
  );
}

interface ChecksProps {
  checks: readonly DocumentCheck[];
  differences: readonly Bilingual[];
}

/** What the file itself shows, one line for each check, with those that could not be made. */
export function DocumentChecks({ checks, differences }: ChecksProps) {
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
      {differences.length > 0 && <Differences differences={differences} />}
    </section>
  );
}
