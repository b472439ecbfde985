import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { formatDay, formatInstant, levelName, sentence, specialtyName } from '../i18n/format.ts';
import { useLocale, usePageTitle, useTexts } from '../i18n/locale.tsx';
import { Verdict } from '../public/verdict.tsx';
import { QuestionIcon } from '../ui/icons.tsx';
import { FailureNotice } from '../ui/problem-notice.tsx';
import { shownExtract, type ShownCertificate, type ShownExtract } from './holder-api.ts';
import { holderDictionary } from './holder-dictionary.ts';
import { Fact } from './fact.tsx';

const ICON_SIZE = 52;

function Shown({ certificate, level }: { certificate: ShownCertificate; level: 1 | 2 }) {
  const shell = useTexts();
  const { lang } = useLocale();
  const { name, maskedName, maskedDocument, occupationName, specialty, certificateNumber, agencyName } = certificate;
  const facts: readonly (readonly [label: string, value: string | undefined])[] = [
    [shell('factName'), name ?? maskedName],
    [shell('factDocument'), maskedDocument],
    [shell('factOccupation'), occupationName],
    [shell('factSpecialty'), specialty === undefined ? undefined : specialtyName(specialty)],
    [shell('factLevel'), certificate.level === undefined ? undefined : levelName(lang, certificate.level)],
    [shell('factNumber'), certificateNumber],
    [shell('factAgency'), agencyName],
    [shell('factDate'), certificate.issuedOn === undefined ? undefined : formatDay(lang, certificate.issuedOn)],
    [
      shell('factFiled'),
      certificate.bodyFiledOnIssueDate === undefined
        ? undefined
        : shell(certificate.bodyFiledOnIssueDate ? 'filedYes' : 'filedNo'),
    ],
  ];
  return (
    <article className="certificate">
      <Verdict code={certificate.verdict} level={level} />
      <dl className="facts">
        {facts.map(([label, value]) => value !== undefined && <Fact key={label} label={label} children={value} />)}
      </dl>
    </article>
  );
}

/** Expired, revoked or unknown: which of them is said, and nothing else. */
function Ended({ extract: { state, text } }: { extract: ShownExtract }) {
  const t = useTexts(holderDictionary);
  const { lang } = useLocale();
  return (
    <>
      <div className="verdict verdict-open" data-extract={state}>
        <QuestionIcon size={ICON_SIZE} />
        <div>
          <h1>{sentence(lang, text.zh, text.en).replace(/[。.]$/, '')}</h1>
          <p>{t('shownEndedText')}</p>
        </div>
      </div>
      <p>
        <Link className="button" to="/verify">
          {t('shownVerify')}
        </Link>
      </p>
    </>
  );
}

function Open({ extract }: { extract: ShownExtract }) {
  const t = useTexts(holderDictionary);
  const shell = useTexts();
  const { lang } = useLocale();
  const { certificates, expiresAt = '', checkedAt, dataAsOf, source } = extract;
  return (
    <>
      <h1>{t('shownTitle')}</h1>
      <p className="lead">{t('shownBy', { until: formatInstant(lang, expiresAt, 'minute') })}</p>
      {certificates.map((certificate, at) => (
        <Shown key={at} certificate={certificate} level={2} />
      ))}
      <p className="notice" role="note">
        {t('shownNotAll')}
      </p>
      <p className="freshness">
        <span>
          {shell('checkedAt')} <time dateTime={checkedAt}>{formatInstant(lang, checkedAt)}</time> (
          {shell('beijingTime')})
        </span>
        {dataAsOf && (
          <span>
            {shell('dataAsOf')} <time dateTime={dataAsOf}>{formatInstant(lang, dataAsOf)}</time>
          </span>
        )}
        {source === 'stale' && <strong className="warning-text">{shell('dataStale')}</strong>}
      </p>
    </>
  );
}

/** What a holder chose to show, as the registry knows it now. Every visit asks again. */
export function ExtractPage() {
  const t = useTexts(holderDictionary);
  const { token = '' } = useParams();
  usePageTitle(t('shownTitle'));
  const shown = useQuery({
    queryKey: ['extract', token],
    queryFn: ({ signal }) => shownExtract(token, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <div className="wrap page token-page" aria-live="polite" aria-busy={shown.isPending}>
      {shown.isPending && (
        <div className="verdict verdict-open verdict-waiting">
          <span className="spinner" aria-hidden="true" />
          <h1>{t('shownChecking')}</h1>
        </div>
      )}
      {shown.isError && (
        <>
          <Verdict code="COULD_NOT_CHECK" level={1} />
          <FailureNotice error={shown.error} onRetry={() => void shown.refetch()} />
        </>
      )}
      {shown.data && (shown.data.state === 'open' ? <Open extract={shown.data} /> : <Ended extract={shown.data} />)}
    </div>
  );
}
