import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { closedDays, dailyCounts, type ClosedDay } from '../../api/statistics.ts';
import { formatDay } from '../../i18n/format.ts';
import { useLocale, useTexts } from '../../i18n/locale.tsx';
import { FailureNotice } from '../../ui/problem-notice.tsx';
import { usePages } from '../lists/use-pages.ts';
import { sumsByDay, type DaySum } from './counts.ts';
import { DayNumbers } from './day-numbers.tsx';
import { statisticsDictionary } from './statistics-dictionary.ts';

const RowChart = lazy(async () => ({ default: (await import('./row-chart.tsx')).RowChart }));

const ROW_HEIGHT = 32;
const NOTHING: DaySum = { issued: 0, ended: 0 };

interface DaysProps {
  /** Newest first. */
  days: readonly ClosedDay[];
  sums: ReadonlyMap<string, DaySum>;
}

function DayTable({ days, sums }: DaysProps) {
  const t = useTexts(statisticsDictionary);
  const { lang } = useLocale();
  return (
    <table className="record-table">
      <caption className="visually-hidden">{t('daysTitle')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('day')}</th>
          <th scope="col" className="number">
            {t('issued')}
          </th>
          <th scope="col" className="number">
            {t('ended')}
          </th>
          <th scope="col" className="number">
            {t('logSize')}
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, logSize }) => {
          const { issued, ended } = sums.get(day) ?? NOTHING;
          return (
            <tr key={day}>
              <th scope="row">{formatDay(lang, day)}</th>
              <td className="number">{issued.toLocaleString(lang)}</td>
              <td className="number">{ended.toLocaleString(lang)}</td>
              <td className="number">{logSize.toLocaleString(lang)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** For whoever counts anew: what the numbers of each day must give. */
function Digests({ days }: Pick<DaysProps, 'days'>) {
  const t = useTexts(statisticsDictionary);
  const { lang } = useLocale();
  return (
    <details>
      <summary>{t('digests')}</summary>
      <p>
        {t('countAnew')} <span className="code">npm run statistics -- recompute {location.origin}</span>
      </p>
      <dl className="digests">
        {days.map(({ day, countsSha256, rootHash }) => (
          <div key={day}>
            <dt>{formatDay(lang, day)}</dt>
            <dd>
              {t('countsDigest')} <span className="code">{countsSha256}</span>
            </dd>
            <dd>
              {t('rootHash')} <span className="code">{rootHash}</span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Days({ days }: Pick<DaysProps, 'days'>) {
  const t = useTexts(statisticsDictionary);
  const { lang } = useLocale();
  const from = days.at(-1)?.day ?? '';
  const to = days[0]?.day ?? '';
  const { data, error, refetch } = useQuery({
    queryKey: ['daily-counts', from, to],
    queryFn: ({ signal }) => dailyCounts({ from, to }, signal),
    placeholderData: (before) => before,
  });
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const sums = sumsByDay(data);
  const rows = days.map(({ day }) => {
    const { issued } = sums.get(day) ?? NOTHING;
    return { name: formatDay(lang, day), value: issued, label: issued.toLocaleString(lang) };
  });
  return (
    <>
      <div className="chart-and-table">
        <Suspense fallback={<div className="chart" />}>
          <RowChart rows={rows} label={t('daysChart')} rowHeight={ROW_HEIGHT} />
        </Suspense>
        <DayTable days={days} sums={sums} />
      </div>
      <DayNumbers counts={data} />
      <Digests days={days} />
    </>
  );
}

/** Day by day, each bound to the public log. */
export function ClosedDays() {
  const t = useTexts(statisticsDictionary);
  const shell = useTexts();
  const pages = usePages(['statistics-days'], closedDays);
  const { items, hasNextPage, isFetchingNextPage } = pages;
  if (pages.isError) return <FailureNotice error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.isPending) return <p role="status">{shell('loading')}</p>;
  if (items.length === 0) return <p className="empty">{t('daysNone')}</p>;
  return (
    <>
      <p className="note">
        {t('daysLead')} <Link to="/log-status">{shell('navLog')}</Link>
      </p>
      <Days days={items} />
      {hasNextPage && (
        <p>
          <button
            type="button"
            className="button button-quiet"
            disabled={isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {isFetchingNextPage ? shell('loading') : t('earlierDays')}
          </button>
        </p>
      )}
    </>
  );
}
