import { Fragment, type ReactNode } from 'react';
import type { CertificateFacts } from '../api/answer.ts';
import { formatDay, levelName, numberGroups, specialtyName } from '../i18n/format.ts';
import { useLocale, useTexts } from '../i18n/locale.tsx';
import { Verdict } from './verdict.tsx';

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Set apart by space only, so that a copy of it is the number itself. */
function CertificateNumber({ number }: { number: string }) {
  return (
    <span className="code number-groups">
      {numberGroups(number).map((group, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          <span>{group}</span>
        </Fragment>
      ))}
    </span>
  );
}

/** The verdict on one certificate with its facts, in the order of the paper. */
export function CertificateCard({ certificate, level }: { certificate: CertificateFacts; level: 1 | 2 }) {
  const t = useTexts();
  const { lang } = useLocale();
  const { filedOnIssueDate: filed, statusOn, statusReason } = certificate;
  const filing = filed === null ? t('filedUnknown') : t(filed ? 'filedYes' : 'filedNo');
  return (
    <article className="certificate">
      <Verdict code={certificate.verdict} level={level} />
      <dl className="facts">
        {statusOn && <Fact label={t('factStatusSince')}>{formatDay(lang, statusOn)}</Fact>}
        {statusReason && <Fact label={t('factReason')}>{statusReason}</Fact>}
        <Fact label={t('factName')}>{certificate.nameMasked}</Fact>
        <Fact label={t('factDocument')}>
          <span className="code">{certificate.documentMasked}</span>
        </Fact>
        <Fact label={t('factOccupation')}>
          {certificate.occupationName} <span className="code fact-aside">{certificate.occupationCode}</span>
        </Fact>
        <Fact label={t('factSpecialty')}>{specialtyName(certificate.specialty)}</Fact>
        <Fact label={t('factLevel')}>{levelName(lang, certificate.level)}</Fact>
        <Fact label={t('factNumber')}>
          <CertificateNumber number={certificate.certificateNumber} />
        </Fact>
        <Fact label={t('factAgency')}>{certificate.agencyName}</Fact>
        <Fact label={t('factDate')}>{formatDay(lang, certificate.issuedOn)}</Fact>
        <Fact label={t('factFiled')}>
          <span className={filed === false ? 'warning-text' : undefined}>{filing}</span>
        </Fact>
      </dl>
    </article>
  );
}
