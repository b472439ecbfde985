import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { ExportRequest } from '../../api/exports.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useLocale, useTexts } from '../../i18n/locale.tsx';
import { FailureNotice } from '../../ui/problem-notice.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { useSession } from '../session.tsx';
import { AskDialog } from './ask-dialog.tsx';
import { kindsToAsk } from './exports.ts';
import { exportsDictionary } from './exports-dictionary.ts';
import { ExportDrawer } from './export-drawer.tsx';
import { ExportStateTag, TimeLeft } from './export-state.tsx';
import { useExports, useRefreshExports, type Asked } from './use-exports.ts';
import './exports.css';

function useColumns(onOpen: (id: string) => void): TableColumnsType<Asked> {
  const t = useTexts(exportsDictionary);
  const { lang } = useLocale();
  const { person } = useSession();
  const isNarrow = useMedia('(max-width: 860px)');
  const time = ({ request: { askedAt } }: Asked) => (
    <time className="nowrap" dateTime={askedAt}>
      {formatInstant(lang, askedAt, 'minute')}
    </time>
  );
  const name = (asked: Asked) => (
    <>
      <button
        type="button"
        className="row-open"
        aria-haspopup="dialog"
        aria-label={t('open', { what: asked.request.purpose })}
        onClick={(event) => {
          event.stopPropagation();
          onOpen(asked.request.id);
        }}
      >
        {asked.request.purpose}
      </button>
      {isNarrow && (
        <span className="export-under">
          {t(`kind:${asked.kind.name}`)} · {time(asked)}
        </span>
      )}
    </>
  );
  const state = ({ request }: Asked) => (
    <>
      <ExportStateTag request={request} /> <TimeLeft request={request} />
    </>
  );
  const first: TableColumnsType<Asked> = [
    { title: t('purpose'), key: 'purpose', render: (_value, asked) => name(asked) },
  ];
  const last: TableColumnsType<Asked> = [{ title: t('state'), key: 'state', render: (_value, asked) => state(asked) }];
  if (isNarrow) return [...first, ...last];
  return [
    ...first,
    { title: t('kind'), key: 'kind', render: (_value, { kind }) => t(`kind:${kind.name}`) },
    { title: t('rows'), key: 'rows', align: 'right', render: (_value, { request }) => request.rows },
    {
      title: t('askedBy'),
      key: 'by',
      render: (_value, { request }) =>
        request.askedBy === person.id ? t('you') : <span className="code">{request.organisationId}</span>,
    },
    { title: t('askedAt'), key: 'at', render: (_value, asked) => time(asked) },
    ...last,
  ];
}

/** 导出: what was asked for, what waits for a second person, what can be fetched. */
export function ExportsPage() {
  const t = useTexts(exportsDictionary);
  const { person } = useSession();
  const exports = useExports();
  const refresh = useRefreshExports();
  const [isAsking, setIsAsking] = useState(false);
  const [shownId, setShownId] = useState<string>();
  const [said, say] = useState<ExportRequest['state']>();
  const [firstKind, ...otherKinds] = kindsToAsk(person.roles);
  const rows = (exports.data?.pages.flatMap((page) => page.rows) ?? []).toSorted((one, other) =>
    other.request.askedAt.localeCompare(one.request.askedAt),
  );
  const askedFor = ({ id, state }: ExportRequest) => {
    setIsAsking(false);
    setShownId(id);
    say(state);
    refresh();
  };
  const columns = useColumns(setShownId);
  return (
    <section className="record-list" aria-labelledby="exports-title">
      <div className="record-list-head">
        <h1 id="exports-title">{t('title')}</h1>
        <div className="head-acts">
          <Button loading={exports.isFetching} onClick={refresh}>
            {t('refresh')}
          </Button>
          {firstKind && (
            <Button type="primary" onClick={() => setIsAsking(true)}>
              {t('ask')}
            </Button>
          )}
        </div>
      </div>
      <p className="lead">{t('lead')}</p>
      <p role="status" className={said ? 'said' : 'visually-hidden'}>
        {(said === 'ready' || said === 'awaiting-approval') && t(`asked:${said}`)}
      </p>
      {exports.isError ? (
        <FailureNotice error={exports.error} onRetry={() => void exports.refetch()} />
      ) : (
        <Table<Asked>
          size="small"
          rowKey={({ request }) => request.id}
          columns={columns}
          dataSource={rows}
          loading={exports.isPending}
          pagination={false}
          locale={{ emptyText: t('none') }}
          onRow={({ request }) => ({ onClick: () => setShownId(request.id) })}
        />
      )}
      {exports.hasNextPage && (
        <p className="record-list-foot">
          <span>{t('loaded', { n: rows.length })}</span>
          <Button loading={exports.isFetchingNextPage} onClick={() => void exports.fetchNextPage()}>
            {t('more')}
          </Button>
        </p>
      )}
      <ExportDrawer asked={rows.find(({ request }) => request.id === shownId)} onClose={() => setShownId(undefined)} />
      {isAsking && firstKind && (
        <AskDialog kinds={[firstKind, ...otherKinds]} onClose={() => setIsAsking(false)} onDone={askedFor} />
      )}
    </section>
  );
}
