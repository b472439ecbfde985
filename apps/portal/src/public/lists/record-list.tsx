import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/locale.tsx';
import { FailureNotice } from '../../ui/problem-notice.tsx';
import { useMedia } from '../../ui/use-media.ts';
import type { Pages } from './use-pages.ts';
import './lists.css';

export interface Column<T> {
  title: string;
  cell: (item: T) => ReactNode;
}

interface RecordsProps<T> {
  /** Says what the table holds to whoever cannot see the page around it. */
  caption: string;
  /** The first one names the record. */
  columns: readonly [Column<T>, ...Column<T>[]];
  items: readonly T[];
  /** The place serves where masked records may look the same. */
  keyOf: (item: T, place: number) => string;
}

function RecordTable<T>({ caption, columns, items, keyOf }: RecordsProps<T>) {
  const [name, ...rest] = columns;
  return (
    <table className="record-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item, place) => (
          <tr key={keyOf(item, place)}>
            <th scope="row">{name.cell(item)}</th>
            {rest.map(({ title, cell }) => (
              <td key={title}>{cell(item)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RecordCards<T>({ caption, columns, items, keyOf }: RecordsProps<T>) {
  const [name, ...rest] = columns;
  return (
    <ul className="record-cards" aria-label={caption}>
      {items.map((item, place) => (
        <li key={keyOf(item, place)} className="panel">
          <h2>{name.cell(item)}</h2>
          <dl>
            {rest.map(({ title, cell }) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd>{cell(item)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

interface ListProps<T> extends Omit<RecordsProps<T>, 'items'> {
  pages: Pages<T>;
  empty: string;
}

/** A public list: a table on a wide screen, cards on a phone, with the next page on demand. */
export function RecordList<T>({ pages, empty, ...records }: ListProps<T>) {
  const t = useTexts();
  const isWide = useMedia('(min-width: 760px)');
  const Records = isWide ? RecordTable : RecordCards;
  const { items, hasNextPage, isFetchingNextPage } = pages;
  return (
    <>
      {pages.isError && <FailureNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <p role="status">{t('loading')}</p>}
      {items.length > 0 && <Records {...records} items={items} />}
      {pages.isSuccess && items.length === 0 && (
        <p className="empty" role="status">
          {empty}
        </p>
      )}
      {hasNextPage && (
        <p>
          <button
            type="button"
            className="button button-quiet"
            disabled={isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {isFetchingNextPage ? t('loading') : t('bodiesMore')}
          </button>
        </p>
      )}
    </>
  );
}
