import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { levelTotals } from '../../api/statistics.ts';
import { levelName } from '../../i18n/format.ts';
import { useLocale, usePageTitle, useTexts } from '../../i18n/locale.tsx';
import { FailureNotice } from '../../ui/problem-notice.tsx';
import { barOf, cellText } from './counts.ts';
import { statisticsDictionary } from './statistics-dictionary.ts';
import '../lists/lists.css';
import './statistics.css';

/** The drawing is much larger than the numbers, which come first. */
const RowChart = lazy(async () => ({ default: (await import('./row-chart.tsx')).RowChart }));

function Levels() {
  const t = useTexts(statisticsDictionary);
  const { lang } = useLocale();
  const { data, error, refetch } = useQuery({
    queryKey: ['level-totals'],
    queryFn: ({ signal }) => levelTotals(signal),
  });
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const rows = data.levels.map(({ level, count }) => ({
    name: levelName('zh-CN', level),
    value: barOf(count),
    label: cellText(lang, count),
  }));
  return (
    <div className="chart-and-table">
      <Suspense fallback={<div className="chart" />}>
        <RowChart rows={rows} label={t('chart')} />
      </Suspense>
      <table className="record-table">
        <caption className="visually-hidden">{t('levelsTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('level')}</th>
            <th scope="col" className="number">
              {t('count')}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.levels.map(({ level, count }) => (
            <tr key={level}>
              <th scope="row">{levelName(lang, level)}</th>
              <td className="number">{cellText(lang, count)}</td>
            </tr>
          ))}
          <tr className="total">
            <th scope="row">{t('total')}</th>
            <td className="number">{cellText(lang, data.total)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

export function StatisticsPage() {
  const t = useTexts(statisticsDictionary);
  usePageTitle(t('title'));
  return (
    <div className="wrap page">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <h2>{t('levelsTitle')}</h2>
      <Levels />
    </div>
  );
}
