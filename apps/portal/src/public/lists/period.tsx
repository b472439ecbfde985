import { formatDay } from '../../i18n/format.ts';
import { useLocale, useTexts } from '../../i18n/locale.tsx';

/** From a day until another; a line may end between them, not within one. */
export function Period({ from, until }: { from: string; until: string }) {
  const t = useTexts();
  const { lang } = useLocale();
  return (
    <>
      <span className="nowrap">{formatDay(lang, from)}</span>{' '}
      <span className="nowrap">{t('untilDay', { day: formatDay(lang, until) })}</span>
    </>
  );
}
