import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Drawer, Table, type TableColumnsType, type TableColumnType } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Page } from '../api/types.ts';
import { useTexts } from '../i18n/locale.tsx';
import { FailureNotice } from '../ui/problem-notice.tsx';
import type { ListKind } from './record-kinds.ts';
import { useSession } from './session.tsx';
import { workDictionary } from './work-dictionary.ts';

export interface RecordView<T> {
  list: ListKind;
  /** Heading of the column with the record's name, which opens it. */
  nameTitle: string;
  /** The other columns. */
  columns: TableColumnsType<T>;
  /** What a person calls the record. */
  nameOf: (record: T) => string;
  renderDetails: (record: T) => ReactNode;
}

interface Props<T> {
  view: RecordView<T>;
  /** The first rows only, for the overview. */
  preview?: boolean;
}

const PREVIEW_ROWS = 5;
const PAGE_ROWS = 50;
const DRAWER_WIDTH = 640;
const DRAWER_STYLES = { body: { padding: 0, overflow: 'hidden' } } as const;

function usePages<T>(list: ListKind, limit: number) {
  const { api } = useSession();
  return useInfiniteQuery({
    queryKey: ['work', list.key, limit],
    queryFn: ({ pageParam, signal }) => {
      const after = pageParam ? `&after=${encodeURIComponent(pageParam)}` : '';
      return api.json<Page<T>>(`${list.path}?limit=${limit}${after}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

interface HeadProps {
  list: ListKind;
  preview: boolean;
  busy: boolean;
  onRefresh: () => void;
}

function Head({ list, preview, busy, onRefresh }: HeadProps) {
  const t = useTexts(workDictionary);
  const Heading = preview ? 'h2' : 'h1';
  return (
    <div className="record-list-head">
      <Heading id={`list-${list.key}`}>{t(list.key)}</Heading>
      {preview ? (
        <Link to={`/staff/${list.key}`} aria-label={`${t('all')}: ${t(list.key)}`}>
          {t('all')}
        </Link>
      ) : (
        <Button size="small" loading={busy} onClick={onRefresh}>
          {t('refresh')}
        </Button>
      )}
    </div>
  );
}

/** The record's name, which a keyboard reaches; the rest of the row is for the mouse. */
function nameColumn<T>({ nameTitle, nameOf }: RecordView<T>, open: (record: T) => void): TableColumnType<T> {
  return {
    title: nameTitle,
    key: 'name',
    render: (_value, record) => (
      <button
        type="button"
        className="row-open"
        aria-haspopup="dialog"
        onClick={(event) => {
          event.stopPropagation();
          open(record);
        }}
      >
        {nameOf(record)}
      </button>
    ),
  };
}

/** One read-only list: rows, a drawer for one row, and what went wrong. */
export function RecordList<T extends { id: string }>({ view, preview = false }: Props<T>) {
  const { list, columns, nameOf, renderDetails } = view;
  const t = useTexts(workDictionary);
  const [opened, setOpened] = useState<T | null>(null);
  const pages = usePages<T>(list, preview ? PREVIEW_ROWS : PAGE_ROWS);
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const refresh = () => void pages.refetch();
  return (
    <section className="record-list" aria-labelledby={`list-${list.key}`}>
      <Head list={list} preview={preview} busy={pages.isFetching} onRefresh={refresh} />
      {pages.isError ? (
        <FailureNotice error={pages.error} onRetry={refresh} />
      ) : (
        <Table<T>
          size="small"
          rowKey="id"
          columns={[nameColumn(view, setOpened), ...columns]}
          dataSource={rows}
          loading={pages.isPending}
          pagination={false}
          scroll={{ x: 'max-content' }}
          locale={{ emptyText: t('nothing') }}
          onRow={(record) => ({ onClick: () => setOpened(record) })}
        />
      )}
      {!preview && rows.length > 0 && (
        <p className="record-list-foot" role="status">
          <span>{t('loaded', { n: rows.length })}</span>
          {pages.hasNextPage && (
            <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              {t('more')}
            </Button>
          )}
        </p>
      )}
      <Drawer
        open={opened !== null}
        onClose={() => setOpened(null)}
        size={DRAWER_WIDTH}
        title={opened && nameOf(opened)}
        destroyOnHidden
        styles={DRAWER_STYLES}
      >
        {opened && (
          // A keyboard scrolls it.
          <div className="drawer-scroll" tabIndex={0} role="region" aria-label={nameOf(opened)}>
            {renderDetails(opened)}
          </div>
        )}
      </Drawer>
    </section>
  );
}
