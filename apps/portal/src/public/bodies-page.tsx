import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useId, useState } from 'react';
import { filedBodies, type FiledBody } from '../api/directory.ts';
import { usePageTitle, useTexts } from '../i18n/locale.tsx';
import { FailureNotice } from '../ui/problem-notice.tsx';
import { useMedia } from '../ui/use-media.ts';
import { BodyCards, BodyTable } from './body-list.tsx';
import './bodies.css';

const matches = (body: FiledBody, word: string): boolean =>
  [body.agencyName, body.siteName, body.siteCode, body.regionName]
    .concat(
      body.scope.flatMap(({ occupationName, occupationCode, specialty }) => [
        occupationName,
        occupationCode,
        specialty,
      ]),
    )
    .some((text) => text.toLowerCase().includes(word));

export function BodiesPage() {
  const t = useTexts();
  usePageTitle(t('bodiesTitle'));
  const searchId = useId();
  const [typed, setTyped] = useState('');
  const word = useDeferredValue(typed.trim().toLowerCase());
  const isWide = useMedia('(min-width: 760px)');
  const bodies = useInfiniteQuery({
    queryKey: ['bodies'],
    queryFn: ({ pageParam, signal }) => filedBodies(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  const all = bodies.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = word ? all.filter((body) => matches(body, word)) : all;
  // Whoever looks for a name must not be told that there is none while some pages are not here yet.
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = bodies;
  const isSearching = word !== '' && hasNextPage && !isError;
  useEffect(() => {
    if (isSearching && !isFetchingNextPage) void fetchNextPage();
  }, [isSearching, isFetchingNextPage, fetchNextPage]);
  const List = isWide ? BodyTable : BodyCards;

  return (
    <div className="wrap page">
      <h1>{t('bodiesTitle')}</h1>
      <p className="lead">{t('bodiesLead')}</p>
      <div className="toolbar">
        <div className="field">
          <label htmlFor={searchId}>{t('bodiesSearch')}</label>
          <input id={searchId} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </div>
        <p role="status">
          {bodies.isPending || isSearching
            ? t('loading')
            : bodies.isSuccess
              ? t('bodiesCount', { n: shown.length })
              : ''}
        </p>
      </div>
      {bodies.isError && <FailureNotice error={bodies.error} onRetry={() => void bodies.refetch()} />}
      {shown.length > 0 && <List bodies={shown} />}
      {bodies.isSuccess && !isSearching && shown.length === 0 && (
        <p className="empty">{t(all.length === 0 ? 'bodiesEmpty' : 'bodiesNone')}</p>
      )}
      {hasNextPage && (
        <p>
          <button
            type="button"
            className="button button-quiet"
            disabled={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {isFetchingNextPage ? t('loading') : t('bodiesMore')}
          </button>
        </p>
      )}
    </div>
  );
}
