import { useMutation } from '@tanstack/react-query';
import { Button, Progress, Table, Tag } from 'antd';
import { useState } from 'react';
import { formatInstant } from '../../i18n/format.ts';
import { pick, useLocale, useTexts } from '../../i18n/locale.tsx';
import { FailureNotice } from '../../ui/problem-notice.tsx';
import { saveFile } from '../save-file.ts';
import { useSession } from '../session.tsx';
import { BATCHES, type Batch, type BatchRow } from './batch-api.ts';
import { batchesDictionary } from './batches-dictionary.ts';
import { isOpen, useBatchRows, useLive, useRefreshBatches } from './use-batches.ts';

const PDF = 'application/pdf';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const COLORS: Readonly<Record<string, string>> = {
  VALID: 'green',
  REVOKED: 'red',
  CANCELLED: 'volcano',
  REPLACED: 'blue',
  MISMATCH: 'orange',
  OTHER_SCHEME: 'purple',
};

function useFiles(batch: Batch) {
  const { api } = useSession();
  return useMutation({
    mutationFn: async (what: { path: string; accept: string; name: string }) =>
      saveFile(await api.file(`${BATCHES}/${batch.id}/${what.path}`, what.accept), what.name),
  });
}

function Acts({ batch }: { batch: Batch }) {
  const t = useTexts(batchesDictionary);
  const { api } = useSession();
  const refresh = useRefreshBatches();
  const files = useFiles(batch);
  const move = useMutation({
    mutationFn: (what: 'stop' | 'resume' | 'cancel') => api.send<Batch>('POST', `${BATCHES}/${batch.id}/${what}`),
    onSettled: refresh,
  });
  const moves = {
    running: ['stop', 'cancel'],
    waiting: ['stop', 'cancel'],
    stopped: ['resume', 'cancel'],
    answered: [],
    finished: [],
    cancelled: [],
  } as const satisfies Record<Batch['state'], readonly ('stop' | 'resume' | 'cancel')[]>;
  return (
    <>
      <div className="batch-acts">
        {moves[batch.state].map((what) => (
          <Button key={what} size="small" loading={move.isPending} onClick={() => move.mutate(what)}>
            {t(what)}
          </Button>
        ))}
        {batch.state === 'finished' && !batch.erasedAt && (
          <Button
            size="small"
            type="primary"
            onClick={() => files.mutate({ path: 'workbook', accept: XLSX, name: `batch-${batch.id}.xlsx` })}
          >
            {t('workbook')}
          </Button>
        )}
        {batch.state === 'finished' && (
          <Button
            size="small"
            onClick={() => files.mutate({ path: 'proof', accept: PDF, name: `proof-${batch.id}.pdf` })}
          >
            {t('proof')}
          </Button>
        )}
      </div>
      {move.isError && <FailureNotice error={move.error} />}
      {files.isError && <FailureNotice error={files.error} />}
    </>
  );
}

function Lines({ batch, verdict }: { batch: Batch; verdict: string }) {
  const t = useTexts(batchesDictionary);
  const { lang } = useLocale();
  const rows = useBatchRows(batch, verdict);
  const files = useFiles(batch);
  if (rows.isError) return <FailureNotice error={rows.error} onRetry={() => void rows.refetch()} />;
  const proof = ({ position }: BatchRow) => (
    <Button
      size="small"
      type="link"
      aria-label={t('rowProofOf', { n: position })}
      onClick={() =>
        files.mutate({ path: `rows/${position}/proof`, accept: PDF, name: `proof-${batch.id}-${position}.pdf` })
      }
    >
      {t('rowProof')}
    </Button>
  );
  return (
    <>
      {files.isError && <FailureNotice error={files.error} />}
      <Table<BatchRow>
        size="small"
        rowKey="position"
        loading={rows.isPending}
        pagination={false}
        scroll={{ x: 720 }}
        dataSource={rows.data?.pages.flatMap(({ items }) => items) ?? []}
        columns={[
          { title: t('line'), key: 'line', render: (_value, { sheet, row }) => t('lineAt', { sheet, row }) },
          { title: t('person'), key: 'person', render: (_value, row) => `${row.maskedName} ${row.maskedDocument}` },
          {
            title: t('verdict'),
            key: 'verdict',
            render: (_value, { verdict: code, conclusion }) => (
              <Tag color={COLORS[code] ?? 'default'}>{pick(lang, conclusion.zh, conclusion.en)}</Tag>
            ),
          },
          {
            title: t('certificate'),
            key: 'certificate',
            render: (_value, { certificates }) =>
              certificates.map((each) => (
                <div key={each.certificateNumber}>
                  <span className="code">{each.certificateNumber}</span> {each.occupationName} {each.level}
                </div>
              )),
          },
          {
            title: t('explanation'),
            key: 'explanation',
            render: (_value, { explanation }) => pick(lang, explanation.zh, explanation.en),
          },
          ...(batch.state === 'finished'
            ? [{ title: t('rowProof'), key: 'proof', render: (_value: unknown, row: BatchRow) => proof(row) }]
            : []),
        ]}
      />
      {rows.hasNextPage && (
        <Button size="small" loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

/** One batch: how far it is, what came out, and what to fetch. */
export function BatchCard({ batch: listed }: { batch: Batch }) {
  const t = useTexts(batchesDictionary);
  const { lang } = useLocale();
  const refresh = useRefreshBatches();
  const batch = useLive(listed, refresh);
  const [verdict, setVerdict] = useState<string>();
  const percent = Math.floor((batch.answered / batch.rows) * 100);
  return (
    <article className="batch-card" aria-labelledby={`batch-${batch.id}`}>
      <header>
        <h3 id={`batch-${batch.id}`}>{batch.purposeText}</h3>
        <Tag>{t(`state:${batch.state}`, { day: batch.waitsUntil ?? '' })}</Tag>
      </header>
      <p className="batch-meta">
        {t('asked', { when: formatInstant(lang, batch.askedAt, 'minute'), rows: batch.rows })}
        {batch.proofCode && (
          <>
            {' · '}
            {t('code')} <span className="code">{batch.proofCode}</span>
          </>
        )}
      </p>
      <Progress percent={percent} aria-label={t('progress', { done: batch.answered, rows: batch.rows })} />
      <p role="status" className="batch-meta">
        {t('progress', { done: batch.answered, rows: batch.rows })} · {t('charged', { n: batch.charged })}
      </p>
      {batch.skippedSheets.length > 0 && (
        <p className="batch-meta">{t('skipped', { sheets: batch.skippedSheets.join(', ') })}</p>
      )}
      {batch.erasedAt && <p className="batch-meta">{t('erased')}</p>}
      <Acts batch={batch} />
      {batch.verdicts.length > 0 && (
        <div className="batch-verdicts" role="group" aria-label={t('rows')}>
          {[{ verdict: '', zh: '', en: '', count: batch.answered }, ...batch.verdicts].map((each) => (
            <Button
              key={each.verdict}
              size="small"
              type={verdict === each.verdict ? 'primary' : 'default'}
              aria-pressed={verdict === each.verdict}
              disabled={isOpen(batch) && batch.state === 'running'}
              onClick={() => setVerdict(verdict === each.verdict ? undefined : each.verdict)}
            >
              {each.verdict === '' ? t('all') : pick(lang, each.zh, each.en)} {each.count}
            </Button>
          ))}
        </div>
      )}
      {verdict !== undefined && <Lines batch={batch} verdict={verdict} />}
    </article>
  );
}
