import { useEffect, useId, useState } from 'react';
import { Link, useParams } from 'react-router';
import { verifyToken } from '../api/verification.ts';
import { usePageTitle, useTexts } from '../i18n/locale.tsx';
import { CheckOutcome } from './check-outcome.tsx';
import { DayField } from './day-field.tsx';
import { ProofNotice } from './proof-notice.tsx';
import { useCheck } from './use-check.ts';

/** The day as typed, asked about only when it is sent. */
function OtherDay({ busy, onAsk }: { busy: boolean; onAsk: (at: string) => void }) {
  const t = useTexts();
  const [at, setAt] = useState('');
  const titleId = useId();
  return (
    <details className="panel other-day">
      <summary id={titleId}>{t('formAt')}</summary>
      <form
        aria-labelledby={titleId}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) onAsk(at);
        }}
      >
        <DayField value={at} onChange={setAt} />
        <button type="submit" className="button button-quiet" aria-disabled={busy}>
          {t('formSubmit')}
        </button>
      </form>
    </details>
  );
}

/** Where a stranger lands from the QR code. Every visit asks again: an old answer is never shown as a new one. */
export function TokenPage() {
  const t = useTexts();
  const { token = '' } = useParams();
  usePageTitle(t('tokenTitle'));
  const { busy, result, proofShare, ask, stop } = useCheck();
  const askAbout = (at: string) => void ask((asking) => verifyToken(token, at, asking));
  useEffect(() => {
    void ask((asking) => verifyToken(token, '', asking));
  }, [ask, token]);
  return (
    <div className="wrap page token-page">
      <div aria-live="polite" aria-busy={busy}>
        {result ? (
          <CheckOutcome result={result} level={1} byToken />
        ) : (
          <div className="verdict verdict-open verdict-waiting">
            <span className="spinner" aria-hidden="true" />
            <h1>{t('tokenChecking')}</h1>
          </div>
        )}
      </div>
      {proofShare !== null && <ProofNotice share={proofShare} onStop={stop} />}
      {result?.kind === 'failed' && (
        <p>
          <button type="button" className="button" onClick={() => askAbout('')}>
            {t('retry')}
          </button>
        </p>
      )}
      {result?.kind === 'found' && <OtherDay busy={busy} onAsk={askAbout} />}
      {result && result.kind !== 'miss' && (
        <p className="no-print">
          <Link to="/verify">{t('formAgain')}</Link>
        </p>
      )}
    </div>
  );
}
