import { Button, Table } from 'antd';
import { useState } from 'react';
import { formatInstant } from '../../i18n/format.ts';
import { useLocale, useTexts } from '../../i18n/locale.tsx';
import { FailureNotice } from '../../ui/problem-notice.tsx';
import { correctionsDictionary } from './corrections-dictionary.ts';
import './corrections.css';
import { useFieldName } from './field-name.ts';
import { RequestDrawer } from './request-drawer.tsx';
import { useRequests, type CorrectionRequest } from './use-corrections.ts';

const TONES = { asked: 'busy', accepted: 'done', refused: 'quiet' } as const;

/** 更正申请: what holders say is wrong, newest first. */
export function CorrectionsPage() {
  const t = useTexts(correctionsDictionary);
  const { lang } = useLocale();
  const fieldName = useFieldName();
  const requests = useRequests();
  const [openedId, setOpenedId] = useState('');
  const rows = requests.data?.pages.flatMap(({ items }) => items) ?? [];
  const opener = ({ id, field }: CorrectionRequest) => (
    <button type="button" className="row-open" aria-haspopup="dialog" onClick={() => setOpenedId(id)}>
      {fieldName(field)}
    </button>
  );
  return (
    <section className="record-list" aria-labelledby="corrections-title">
      <div className="record-list-head">
        <h1 id="corrections-title">{t('title')}</h1>
      </div>
      <p className="lead">{t('lead')}</p>
      {requests.isError ? (
        <FailureNotice error={requests.error} onRetry={() => void requests.refetch()} />
      ) : (
        <Table<CorrectionRequest>
          size="small"
          rowKey="id"
          loading={requests.isPending}
          pagination={false}
          scroll={{ x: 'max-content' }}
          dataSource={rows}
          locale={{ emptyText: t('none') }}
          columns={[
            { title: t('wrong'), key: 'field', render: (_value, row) => opener(row) },
            {
              title: t('state'),
              key: 'state',
              render: (_value, { state }) => (
                <span className={`state-tag state-${TONES[state]}`}>{t(`state:${state}`)}</span>
              ),
            },
            {
              title: t('askedAt'),
              key: 'askedAt',
              render: (_value, { askedAt }) => formatInstant(lang, askedAt, 'minute'),
            },
            {
              title: t('decidedAt'),
              key: 'decidedAt',
              render: (_value, { decidedAt }) => decidedAt && formatInstant(lang, decidedAt, 'minute'),
            },
          ]}
          onRow={({ id }) => ({ onClick: () => setOpenedId(id) })}
        />
      )}
      {requests.hasNextPage && (
        <Button loading={requests.isFetchingNextPage} onClick={() => void requests.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      <RequestDrawer request={rows.find(({ id }) => id === openedId)} onClose={() => setOpenedId('')} />
    </section>
  );
}
