import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { checkpointText, logStatus, type LogStatus } from '../../api/log.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useLocale, usePageTitle, useTexts } from '../../i18n/locale.tsx';
import { useAge } from '../../i18n/use-age.ts';
import { FailureNotice } from '../../ui/problem-notice.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { RecordCards, RecordTable } from '../lists/record-list.tsx';
import { logDictionary } from './log-dictionary.ts';

const REFRESH_MS = 30_000;
const MINUTE_SECONDS = 60;

function Witnesses({ cosignatures }: Pick<LogStatus, 'cosignatures'>) {
  const t = useTexts(logDictionary);
  const { lang } = useLocale();
  const isWide = useMedia('(min-width: 760px)');
  if (cosignatures.length === 0) return <p className="warning-text">{t('noWitness')}</p>;
  const Records = isWide ? RecordTable : RecordCards;
  return (
    <Records
      caption={t('witnesses')}
      columns={[
        { title: t('witness'), cell: ({ witness }) => <span className="code">{witness}</span> },
        { title: t('confirmedAt'), cell: ({ cosignedAt }) => formatInstant(lang, cosignedAt) },
      ]}
      items={cosignatures}
      keyOf={({ witness }) => witness}
    />
  );
}

function Fact({ label, code = false, children }: { label: string; code?: boolean; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd className={code ? 'code' : undefined}>{children}</dd>
    </div>
  );
}

function StatusFacts({ status }: { status: LogStatus }) {
  const t = useTexts(logDictionary);
  const { lang } = useLocale();
  const age = useAge();
  const { pendingLeaves, witnessesAsked, cosignatures } = status;
  const published = {
    when: formatInstant(lang, status.publishedAt, 'minute'),
    age: age(status.ageSeconds / MINUTE_SECONDS),
  };
  const cosigned = { n: cosignatures.length, asked: witnessesAsked };
  return (
    <>
      <dl className="facts panel">
        <Fact label={t('size')}>{t('entries', { n: status.size.toLocaleString(lang) })}</Fact>
        <Fact label={t('published')}>{t('publishedAt', published)}</Fact>
        <Fact label={t('pending')}>
          {pendingLeaves === 0 ? (
            t('pendingNone')
          ) : (
            <span className="warning-text">{t('pendingSome', { n: pendingLeaves.toLocaleString(lang) })}</span>
          )}
        </Fact>
        <Fact label={t('cosigned')}>
          <span className={cosigned.n < cosigned.asked ? 'warning-text' : undefined}>
            {witnessesAsked === 0 ? t('cosignedNobodyAsked') : t('cosignedBy', cosigned)}
          </span>
        </Fact>
        <Fact label={t('rootHash')} code>
          {status.rootHash}
        </Fact>
        <Fact label={t('origin')} code>
          {status.origin}
        </Fact>
        <Fact label={t('verifierKey')} code>
          {status.verifierKey}
        </Fact>
      </dl>
      <p className="note">{t('keyNote')}</p>
      <h2>{t('witnesses')}</h2>
      <Witnesses cosignatures={cosignatures} />
    </>
  );
}

/** For whoever wants to keep it and compare it with what others saw. */
function RawCheckpoint() {
  const t = useTexts(logDictionary);
  const { data } = useQuery({ queryKey: ['log-checkpoint'], queryFn: ({ signal }) => checkpointText(signal) });
  if (!data) return null;
  return (
    <details>
      <summary>{t('raw')}</summary>
      <pre>{data}</pre>
    </details>
  );
}

export function LogPage() {
  const t = useTexts(logDictionary);
  const shell = useTexts();
  usePageTitle(t('title'));
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['log-status'],
    queryFn: ({ signal }) => logStatus(signal),
    refetchInterval: REFRESH_MS,
  });
  return (
    <div className="wrap page">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      {isPending && <p role="status">{shell('loading')}</p>}
      {error && <FailureNotice error={error} onRetry={() => void refetch()} />}
      {data && <StatusFacts status={data} />}
      <div className="prose">
        <h2>{t('auditTitle')}</h2>
        <p>{t('audit')}</p>
        <pre>{`npm run audit-log -- ${window.location.origin}/log`}</pre>
        <p className="note">{t('notProof')}</p>
        <RawCheckpoint />
      </div>
    </div>
  );
}
