import { ProblemError } from '../api/http.ts';
import type { ProblemDocument } from '../api/types.ts';
import { pick, useLocale, useTexts } from '../i18n/locale.tsx';
import { problemTitles } from './problem-titles.ts';

const REQUEST_PREFIX = 'urn:jiangzheng:request:';

/** What to quote to whoever is asked for help; nothing when the answer came without an id. */
export function ProblemId({ problem: { instance } }: { problem: ProblemDocument }) {
  const t = useTexts();
  if (!instance) return null;
  return (
    <p className="problem-instance">
      {t('problemInstance')}: <code>{instance.replace(REQUEST_PREFIX, '')}</code>
    </p>
  );
}

interface DetailsProps {
  problem: ProblemDocument;
  /** What the reader calls the field of a JSON pointer. */
  fieldName?: (pointer: string) => string;
}

/** A problem document as people read it: both languages, every wrong field, and the id to quote. */
export function ProblemDetails({ problem, fieldName }: DetailsProps) {
  const { lang } = useLocale();
  const t = useTexts();
  const { errors = [] } = problem;
  const titles = problemTitles(problem);
  const other = lang === 'en' ? 'zh-CN' : 'en';
  return (
    <div className="problem">
      <p className="problem-title">{titles[lang]}</p>
      <p className="problem-other" lang={other}>
        {titles[other]}
      </p>
      {errors.length > 0 && (
        <ul aria-label={t('problemFields')}>
          {errors.map(({ field, rule, zh, en }) => (
            <li key={`${field} ${rule}`}>
              {field && (fieldName ? <strong>{fieldName(field)}:</strong> : <code>{field}</code>)} {pick(lang, zh, en)}
            </li>
          ))}
        </ul>
      )}
      <ProblemId problem={problem} />
    </div>
  );
}

export function FailureNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTexts();
  return (
    <div className="notice notice-warning" role="alert">
      {error instanceof ProblemError ? <ProblemDetails problem={error.problem} /> : <p>{t('failNetwork')}</p>}
      {onRetry && (
        <button type="button" className="button button-quiet" onClick={onRetry}>
          {t('retry')}
        </button>
      )}
    </div>
  );
}
