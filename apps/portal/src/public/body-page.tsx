import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { ProblemError } from '../api/http.ts';
import { filedBody } from '../api/directory.ts';
import { usePageTitle, useTexts } from '../i18n/locale.tsx';
import { FailureNotice } from '../ui/problem-notice.tsx';
import { BodyFacts } from './body-list.tsx';
import './bodies.css';

const NOT_FOUND = 404;

/** One filed site: what it may assess, until when, and how to reach it. */
export function BodyPage() {
  const t = useTexts();
  const { siteCode = '' } = useParams();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['body', siteCode],
    queryFn: ({ signal }) => filedBody(siteCode, signal),
  });
  usePageTitle(data?.agencyName ?? t('bodiesTitle'));
  const isUnknown = error instanceof ProblemError && error.problem.status === NOT_FOUND;
  return (
    <div className="wrap page">
      <p>
        <Link to="/bodies">{t('bodiesTitle')}</Link>
      </p>
      <h1>{data?.agencyName ?? t('bodyTitle')}</h1>
      {isPending && <p role="status">{t('loading')}</p>}
      {isUnknown && <p className="empty">{t('bodyUnknown')}</p>}
      {error && !isUnknown && <FailureNotice error={error} onRetry={() => void refetch()} />}
      {data && <BodyFacts body={data} />}
    </div>
  );
}
