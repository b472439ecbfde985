import { Button } from 'antd';
import { useTexts } from '../../i18n/locale.tsx';
import { FailureNotice } from '../../ui/problem-notice.tsx';
import { BatchCard } from './batch-card.tsx';
import { batchesDictionary } from './batches-dictionary.ts';
import { UploadForm } from './upload-form.tsx';
import { useBatches, useRefreshBatches, useTerms } from './use-batches.ts';
import './batches.css';

/** 批量查验: a list of people in, a verdict per line out. */
export function BatchesPage() {
  const t = useTexts(batchesDictionary);
  const terms = useTerms();
  const batches = useBatches();
  const refresh = useRefreshBatches();
  const rows = batches.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="record-list" aria-labelledby="batches-title">
      <div className="record-list-head">
        <h1 id="batches-title">{t('title')}</h1>
      </div>
      <p className="lead">{t('lead')}</p>
      {terms.isError && <FailureNotice error={terms.error} onRetry={() => void terms.refetch()} />}
      {terms.data && (
        <>
          <p className="batch-quota">
            <strong>{t('quota', { left: terms.data.left, day: terms.data.rowsPerDay })}</strong>
            <span>{t('kept', { n: terms.data.factsDays })}</span>
          </p>
          <UploadForm terms={terms.data} onDone={refresh} />
        </>
      )}
      <h2>{t('list')}</h2>
      {batches.isError && <FailureNotice error={batches.error} onRetry={() => void batches.refetch()} />}
      {batches.isSuccess && rows.length === 0 && <p>{t('none')}</p>}
      {rows.map((batch) => (
        <BatchCard key={batch.id} batch={batch} />
      ))}
      {batches.hasNextPage && (
        <Button loading={batches.isFetchingNextPage} onClick={() => void batches.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}
