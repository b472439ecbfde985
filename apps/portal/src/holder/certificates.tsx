import { Button, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatDay, formatInstant, specialtyName } from '../i18n/format.ts';
import { useLocale, usePageTitle, useTexts } from '../i18n/locale.tsx';
import { FailureNotice } from '../ui/problem-notice.tsx';
import { Fact } from './fact.tsx';
import type { Binding, OwnCertificate } from './holder-api.ts';
import { holderDictionary } from './holder-dictionary.ts';
import { useCertificateName, useCodeWords, VerdictTag } from './parts.tsx';
import { useCertificates, useRelease } from './use-holder.ts';

interface CardProps {
  certificate: OwnCertificate;
  all: readonly OwnCertificate[];
}

/** From the issue to what became of it, oldest first. */
function History({ certificate, all }: CardProps) {
  const t = useTexts(holderDictionary);
  const { lang } = useLocale();
  const wordsOf = useCodeWords();
  const { issuedOn, version, statusOn, statusReason, replacedBy } = certificate;
  const next = all.find(({ certificateId }) => certificateId === replacedBy);
  return (
    <section className="history">
      <h3>{t('history')}</h3>
      <ol>
        <li>
          <time dateTime={issuedOn}>{formatDay(lang, issuedOn)}</time> {t('historyIssued', { n: version })}
        </li>
        {statusOn && (
          <li>
            <time dateTime={statusOn}>{formatDay(lang, statusOn)}</time> <VerdictTag verdict={certificate.verdict} />{' '}
            {statusReason && wordsOf('reason', statusReason)}
            {next && <span>{t('historyReplaced', { day: formatDay(lang, next.issuedOn) })}</span>}
          </li>
        )}
      </ol>
    </section>
  );
}

function CertificateCard({ certificate, all }: CardProps) {
  const t = useTexts(holderDictionary);
  const shell = useTexts();
  const { lang } = useLocale();
  const nameOf = useCertificateName();
  const { certificateId, verdict } = certificate;
  const chosen = { certificateId };
  return (
    <article className="panel own-certificate" aria-labelledby={`certificate-${certificateId}`}>
      <header>
        <h2 id={`certificate-${certificateId}`}>{nameOf(certificate)}</h2>
        <VerdictTag verdict={verdict} />
      </header>
      <dl className="facts">
        <Fact label={shell('factNumber')}>
          <span className="code">{certificate.certificateNumber}</span>
        </Fact>
        <Fact label={shell('factName')}>{certificate.maskedName}</Fact>
        <Fact label={shell('factDocument')}>
          <span className="code">{certificate.maskedDocument}</span>
        </Fact>
        <Fact label={shell('factSpecialty')}>{specialtyName(certificate.specialty)}</Fact>
        <Fact label={shell('factAgency')}>{certificate.agencyName}</Fact>
        <Fact label={shell('factDate')}>{formatDay(lang, certificate.issuedOn)}</Fact>
        <Fact label={shell('factFiled')}>
          <span className={certificate.bodyFiledOnIssueDate ? undefined : 'warning-text'}>
            {shell(certificate.bodyFiledOnIssueDate ? 'filedYes' : 'filedNo')}
          </span>
        </Fact>
      </dl>
      <History certificate={certificate} all={all} />
      <p className="own-acts">
        <Link className="button button-quiet" to="/my/extracts" state={chosen}>
          {t('makeExtract')}
        </Link>
        {verdict === 'VALID' && (
          <Link className="button button-quiet" to="/my/corrections" state={chosen}>
            {t('askCorrection')}
          </Link>
        )}
      </p>
    </article>
  );
}

/** Giving the account up says what goes with it. */
function Bound({ binding }: { binding: Binding }) {
  const t = useTexts(holderDictionary);
  const { lang } = useLocale();
  const [isAsking, setIsAsking] = useState(false);
  const release = useRelease();
  return (
    <details className="panel bound">
      <summary>{t('boundTitle')}</summary>
      <p>{t('boundSince', { when: formatInstant(lang, binding.boundAt ?? '', 'minute') })}</p>
      <Button danger onClick={() => setIsAsking(true)}>
        {t('release')}
      </Button>
      <Modal
        open={isAsking}
        title={t('release')}
        okText={t('release')}
        cancelText={t('cancel')}
        okButtonProps={{ danger: true }}
        confirmLoading={release.isPending}
        onOk={() => release.mutate()}
        onCancel={() => setIsAsking(false)}
      >
        <p>{t('releaseText')}</p>
        {release.isError && <FailureNotice error={release.error} />}
      </Modal>
    </details>
  );
}

/** Own certificates, those that count first. */
export function CertificatesSection({ binding }: { binding: Binding }) {
  const t = useTexts(holderDictionary);
  const shell = useTexts();
  const { lang } = useLocale();
  usePageTitle(t('certificatesTitle'));
  const own = useCertificates();
  const all = own.data?.items ?? [];
  const valid = all.filter(({ verdict }) => verdict === 'VALID');
  const past = all.filter(({ verdict }) => verdict !== 'VALID');
  return (
    <>
      <h1>{t('certificatesTitle')}</h1>
      {own.isPending && <p role="status">{shell('loading')}</p>}
      {own.isError && <FailureNotice error={own.error} onRetry={() => void own.refetch()} />}
      {own.isSuccess && all.length === 0 && <p>{t('certificatesNone')}</p>}
      {valid.map((certificate) => (
        <CertificateCard key={certificate.certificateId} certificate={certificate} all={all} />
      ))}
      {past.length > 0 && <h2 className="past-title">{t('pastTitle')}</h2>}
      {past.map((certificate) => (
        <CertificateCard key={certificate.certificateId} certificate={certificate} all={all} />
      ))}
      {own.data?.dataAsOf && (
        <p className="freshness">
          {t('dataUntil', { when: formatInstant(lang, own.data.dataAsOf, 'minute') })}
          {own.data.source === 'stale' && <strong className="warning-text">{shell('dataStale')}</strong>}
        </p>
      )}
      <Bound binding={binding} />
    </>
  );
}
