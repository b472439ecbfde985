import { useQuery } from '@tanstack/react-query';
import { call, NoAnswerError } from '../../api/http.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useLocale, usePageTitle, useTexts } from '../../i18n/locale.tsx';
import { FailureNotice } from '../../ui/problem-notice.tsx';
import { checkpointOf, type Checkpoint } from './checkpoint.ts';
import { logDictionary } from './log-dictionary.ts';
import '../lists/lists.css';

const CHECKPOINT = '/log/checkpoint';
const REFRESH_MS = 30_000;
const MINUTE_MS = 60_000;

async function readCheckpoint(signal: AbortSignal): Promise<Checkpoint> {
  const response = await call(CHECKPOINT, { accept: 'text/plain', signal });
  const checkpoint = checkpointOf(await response.text());
  if (!checkpoint) throw new NoAnswerError('not a checkpoint');
  return checkpoint;
}

function Witnesses({ cosignatures }: Pick<Checkpoint, 'cosignatures'>) {
  const t = useTexts(logDictionary);
  const { lang } = useLocale();
  if (cosignatures.length === 0) return <p className="warning-text">{t('noWitness')}</p>;
  return (
    <table className="record-table">
      <caption className="visually-hidden">{t('witnesses')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('witness')}</th>
          <th scope="col">{t('confirmedAt')}</th>
        </tr>
      </thead>
      <tbody>
        {cosignatures.map(({ name, at }) => (
          <tr key={name}>
            <th scope="row" className="code">
              {name}
            </th>
            <td>{formatInstant(lang, at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CheckpointFacts({ checkpoint }: { checkpoint: Checkpoint }) {
  const t = useTexts(logDictionary);
  const { lang } = useLocale();
  const newest = checkpoint.cosignatures.map(({ at }) => Date.parse(at)).toSorted((a, b) => b - a)[0];
  const minutes = newest === undefined ? null : Math.max(0, Math.floor((Date.now() - newest) / MINUTE_MS));
  return (
    <>
      <dl className="facts panel">
        <div className="fact">
          <dt>{t('size')}</dt>
          <dd>{t('entries', { n: checkpoint.size.toLocaleString(lang) })}</dd>
        </div>
        <div className="fact">
          <dt>{t('age')}</dt>
          <dd>{minutes === null ? t('ageUnknown') : t('ageMinutes', { n: minutes })}</dd>
        </div>
        <div className="fact">
          <dt>{t('rootHash')}</dt>
          <dd className="code">{checkpoint.rootHash}</dd>
        </div>
        <div className="fact">
          <dt>{t('origin')}</dt>
          <dd className="code">{checkpoint.origin}</dd>
        </div>
      </dl>
      <h2>{t('witnesses')}</h2>
      <Witnesses cosignatures={checkpoint.cosignatures} />
    </>
  );
}

export function LogPage() {
  const t = useTexts(logDictionary);
  const shell = useTexts();
  usePageTitle(t('title'));
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['log-checkpoint'],
    queryFn: ({ signal }) => readCheckpoint(signal),
    refetchInterval: REFRESH_MS,
  });
  return (
    <div className="wrap page">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      {error && <FailureNotice error={error} onRetry={() => void refetch()} />}
      {data && <CheckpointFacts checkpoint={data} />}
      <div className="prose">
        <h2>{t('auditTitle')}</h2>
        <p>{t('audit')}</p>
        <pre>{`npm run audit-log -- ${window.location.origin}/log`}</pre>
        <p className="note">{t('notProof')}</p>
        {data && (
          <details>
            <summary>{t('raw')}</summary>
            <pre>{data.text}</pre>
          </details>
        )}
      </div>
    </div>
  );
}
