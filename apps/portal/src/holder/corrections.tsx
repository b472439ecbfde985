import { useState } from 'react';
import { useLocation } from 'react-router';
import { formatInstant } from '../i18n/format.ts';
import { useLocale, usePageTitle, useTexts } from '../i18n/locale.tsx';
import { FailureNotice } from '../ui/problem-notice.tsx';
import { CorrectionForm } from './correction-form.tsx';
import type { OwnCertificate, OwnRequest } from './holder-api.ts';
import { holderDictionary } from './holder-dictionary.ts';
import { More, useCertificateName, useCodeWords } from './parts.tsx';
import { useCertificates, useMyList } from './use-holder.ts';

interface CardProps {
  request: OwnRequest;
  certificate: OwnCertificate | undefined;
}

/** Each step that was taken, and the one that is awaited. */
function Progress({ request, certificate }: CardProps) {
  const t = useTexts(holderDictionary);
  const { lang } = useLocale();
  const wordsOf = useCodeWords();
  const { state, askedAt, decidedAt, refusal = '' } = request;
  const isDone = state === 'accepted' && certificate?.verdict === 'REPLACED';
  const when = (at: string | undefined) =>
    at && (
      <>
        {' '}
        <time dateTime={at}>{formatInstant(lang, at, 'minute')}</time>
      </>
    );
  return (
    <ol className="steps">
      <li className="step-done">
        {t('stepAsked')}
        {when(askedAt)}
      </li>
      {state === 'asked' && (
        <li className="step-next" aria-current="step">
          {t('stepWaiting')}
        </li>
      )}
      {state === 'accepted' && (
        <li className="step-done">
          {t('stepAccepted')}
          {when(decidedAt)}
        </li>
      )}
      {state === 'accepted' &&
        (isDone ? (
          <li className="step-done">{t('stepDone')}</li>
        ) : (
          <li className="step-next" aria-current="step">
            {t('stepApproving')}
          </li>
        ))}
      {state === 'refused' && (
        <li className="step-refused">
          {t('stepRefused', { why: wordsOf('refusal', refusal) })}
          {when(decidedAt)}
        </li>
      )}
    </ol>
  );
}

function RequestCard({ request, certificate }: CardProps) {
  const t = useTexts(holderDictionary);
  const nameOf = useCertificateName();
  return (
    <article className="panel request-card" aria-labelledby={`request-${request.id}`}>
      <h3 id={`request-${request.id}`}>
        {t(`wrong:${request.field}`)} → {request.rightValue}
      </h3>
      <p className="extract-meta">
        {certificate && <span>{nameOf(certificate)}</span>}
        <span>{request.note}</span>
      </p>
      <Progress request={request} certificate={certificate} />
    </article>
  );
}

/** 申请更正: what was asked for, and how far it is. */
export function CorrectionsSection() {
  const t = useTexts(holderDictionary);
  const shell = useTexts();
  usePageTitle(t('correctionsTitle'));
  const { state } = useLocation();
  const chosen = (state as { certificateId?: string } | null)?.certificateId;
  const own = useCertificates();
  const requests = useMyList<OwnRequest>('corrections');
  const [isSent, setIsSent] = useState(false);
  const certificates = own.data?.items ?? [];
  const correctable = certificates.filter(({ verdict }) => verdict === 'VALID');
  return (
    <>
      <h1>{t('correctionsTitle')}</h1>
      <p className="lead">{t('correctionsLead')}</p>
      {own.isError && <FailureNotice error={own.error} onRetry={() => void own.refetch()} />}
      {own.isSuccess && (
        <section aria-labelledby="correction-new" className="holder-part">
          <h2 id="correction-new">{t('correctionNew')}</h2>
          {correctable.length === 0 ? (
            <p>{t('correctionNone')}</p>
          ) : (
            <CorrectionForm certificates={correctable} chosen={chosen} onSent={() => setIsSent(true)} />
          )}
          <p role="status" className={isSent ? 'said' : undefined}>
            {isSent && t('correctionSent')}
          </p>
        </section>
      )}
      <section aria-labelledby="correction-list" className="holder-part">
        <h2 id="correction-list">{t('correctionsList')}</h2>
        {requests.isPending && <p role="status">{shell('loading')}</p>}
        {requests.isError && <FailureNotice error={requests.error} onRetry={() => void requests.refetch()} />}
        {requests.isSuccess && requests.items.length === 0 && <p>{t('correctionsEmpty')}</p>}
        {requests.items.map((request) => (
          <RequestCard
            key={request.id}
            request={request}
            certificate={certificates.find(({ certificateId }) => certificateId === request.certificateId)}
          />
        ))}
        <More pages={requests} />
      </section>
    </>
  );
}
