import type { CheckResult } from '../api/verification.ts';
import { formatInstant } from '../i18n/format.ts';
import { pick, useLocale, useTexts } from '../i18n/locale.tsx';
import { ProblemDetails } from '../ui/problem-notice.tsx';
import { CertificateCard } from './certificate-card.tsx';
import { MissReasons } from './miss-reasons.tsx';
import { Verdict } from './verdict.tsx';

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 1440;

/** When it was asked, and how old the data is: the two things that limit an answer. */
function Freshness({ checkedAt, dataAsOf, isStale }: { checkedAt: string; dataAsOf: string; isStale: boolean }) {
  const t = useTexts();
  const { lang } = useLocale();
  const minutes = Math.max(0, Math.floor((Date.parse(checkedAt) - Date.parse(dataAsOf)) / MINUTE_MS));
  const age = (): string => {
    if (minutes < HOUR_MINUTES) return t('minutes', { n: minutes });
    if (minutes < DAY_MINUTES) return t('hours', { n: Math.floor(minutes / HOUR_MINUTES) });
    return t('days', { n: Math.floor(minutes / DAY_MINUTES) });
  };
  return (
    <p className="freshness">
      <span>
        {t('checkedAt')} <time dateTime={checkedAt}>{formatInstant(lang, checkedAt)}</time> ({t('beijingTime')})
      </span>
      {dataAsOf && !Number.isNaN(minutes) && (
        <span>
          {t('dataAsOf')} <time dateTime={dataAsOf}>{formatInstant(lang, dataAsOf)}</time> (
          {minutes < 1 ? t('dataFresh') : t('dataAge', { age: age() })})
        </span>
      )}
      {isStale && <strong className="warning-text">{t('dataStale')}</strong>}
    </p>
  );
}

function Compare() {
  const t = useTexts();
  return (
    <section className="panel compare">
      <h2>{t('compareTitle')}</h2>
      <p>{t('compareIntro')}</p>
      <ul className="ticks">
        <li>{t('compareName')}</li>
        <li>{t('compareSubject')}</li>
        <li>{t('compareNumber')}</li>
        <li>{t('compareAgency')}</li>
        <li>{t('comparePhoto')}</li>
        <li>{t('compareAddress', { host: window.location.host })}</li>
      </ul>
    </section>
  );
}

const FIELD_LABELS: Readonly<Record<string, 'fieldName' | 'fieldDocument' | 'fieldNumber'>> = {
  '/name': 'fieldName',
  '/documentNumber': 'fieldDocument',
  '/certificateNumber': 'fieldNumber',
};

interface OutcomeProps {
  result: CheckResult;
  level: 1 | 2;
  byToken?: boolean;
}

export function CheckOutcome({ result, level, byToken = false }: OutcomeProps) {
  const t = useTexts();
  const { lang } = useLocale();
  switch (result.kind) {
    case 'found': {
      const { certificates } = result;
      return (
        <div className="outcome">
          {certificates.length > 1 && <p className="several">{t('resultSeveral', { n: certificates.length })}</p>}
          {certificates.map((certificate) => (
            <CertificateCard key={certificate.certificateNumber} certificate={certificate} level={level} />
          ))}
          <Freshness {...result} />
          <Compare />
        </div>
      );
    }
    case 'miss':
      return (
        <div className="outcome">
          <Verdict kind={result.verdict} level={level}>
            {result.hint && <p className="verdict-hint">{pick(lang, ...result.hint)}</p>}
          </Verdict>
          <Freshness {...result} />
          <MissReasons miss={result} byToken={byToken} />
        </div>
      );
    case 'refused':
      return (
        <Verdict kind="refused" level={level}>
          <ProblemDetails
            problem={result.problem}
            fieldName={(pointer) => {
              const label = FIELD_LABELS[pointer];
              return label ? t(label) : pointer;
            }}
          />
        </Verdict>
      );
    case 'failed':
      return (
        <Verdict kind="failed" level={level}>
          {result.problem ? (
            <ProblemDetails problem={result.problem} />
          ) : (
            <p>{t(result.cause === 'network' ? 'failNetwork' : 'failServer')}</p>
          )}
        </Verdict>
      );
  }
}
