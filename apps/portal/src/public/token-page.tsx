import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { verifyToken } from '../api/verification.ts';
import { usePageTitle, useTexts } from '../i18n/locale.tsx';
import { CheckOutcome } from './check-outcome.tsx';

/** Where a stranger lands from the QR code. Every visit asks again: an old answer is never shown as a new one. */
export function TokenPage() {
  const t = useTexts();
  const { token = '' } = useParams();
  usePageTitle(t('tokenTitle'));
  const { data, isFetching, refetch } = useQuery({
    queryKey: ['verify-token', token],
    queryFn: ({ signal }) => verifyToken(token, signal),
    staleTime: 0,
    gcTime: 0,
    refetchOnReconnect: false,
    networkMode: 'always',
  });
  return (
    <div className="wrap page token-page">
      <div aria-live="polite" aria-busy={isFetching}>
        {isFetching || !data ? (
          <div className="verdict verdict-open verdict-waiting">
            <span className="spinner" aria-hidden="true" />
            <h1>{t('tokenChecking')}</h1>
          </div>
        ) : (
          <CheckOutcome result={data} level={1} byToken />
        )}
      </div>
      {data?.kind === 'failed' && !isFetching && (
        <p>
          <button type="button" className="button" onClick={() => void refetch()}>
            {t('retry')}
          </button>
        </p>
      )}
      {data && data.kind !== 'miss' && (
        <p>
          <Link to="/verify">{t('formAgain')}</Link>
        </p>
      )}
    </div>
  );
}
