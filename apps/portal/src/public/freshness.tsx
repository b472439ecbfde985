import type { Answer } from '../api/answer.ts';
import { formatInstant } from '../i18n/format.ts';
import { useLocale, useTexts } from '../i18n/locale.tsx';
import { useAge } from '../i18n/use-age.ts';

const MINUTE_MS = 60_000;

type Times = Pick<Answer, 'checkedAt' | 'dataAsOf'>;

/** Null when the registry does not say how old its data is. */
function minutesOf({ checkedAt, dataAsOf }: Times): number | null {
  const minutes = (Date.parse(checkedAt) - Date.parse(dataAsOf)) / MINUTE_MS;
  return Number.isNaN(minutes) ? null : Math.max(0, minutes);
}

/** Above the verdict, because whoever reads only that must know that it may be overtaken. */
export function StaleNotice(times: Times) {
  const t = useTexts();
  const { lang } = useLocale();
  const age = useAge();
  const minutes = minutesOf(times);
  return (
    <div className="notice notice-stale" role="note">
      <strong>{t('staleTitle')}</strong>
      <p>
        {minutes !== null && `${t('staleAge', { when: formatInstant(lang, times.dataAsOf), age: age(minutes) })} `}
        {t('dataStale')}
      </p>
    </div>
  );
}

/**
 * When it was asked, and how old the data is: the two things that limit an answer. A register in which nothing happened for
 * a week is not old as long as its source is there.
 */
export function Freshness({ checkedAt, dataAsOf, isStale }: Times & Pick<Answer, 'isStale'>) {
  const t = useTexts();
  const { lang } = useLocale();
  const age = useAge();
  const minutes = minutesOf({ checkedAt, dataAsOf });
  return (
    <p className="freshness">
      <span>
        {t('checkedAt')} <time dateTime={checkedAt}>{formatInstant(lang, checkedAt)}</time> ({t('beijingTime')})
      </span>
      {minutes !== null && (
        <span>
          {t(isStale ? 'dataAsOf' : 'lastChange')} <time dateTime={dataAsOf}>{formatInstant(lang, dataAsOf)}</time> (
          {age(minutes)})
        </span>
      )}
    </p>
  );
}
