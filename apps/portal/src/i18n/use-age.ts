import { useTexts } from './locale.tsx';

const HOUR_MINUTES = 60;
const DAY_MINUTES = 1440;

/** How long ago something was, in the largest whole unit: `刚刚`, `3 小时前`. */
export function useAge(): (minutes: number) => string {
  const t = useTexts();
  const amount = (minutes: number): string => {
    if (minutes < HOUR_MINUTES) return t('minutes', { n: Math.floor(minutes) });
    if (minutes < DAY_MINUTES) return t('hours', { n: Math.floor(minutes / HOUR_MINUTES) });
    return t('days', { n: Math.floor(minutes / DAY_MINUTES) });
  };
  return (minutes) => (minutes < 1 ? t('dataFresh') : t('dataAge', { age: amount(minutes) }));
}
