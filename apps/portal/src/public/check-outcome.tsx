import type { CheckResult, FailureCause } from '../api/verification.ts';
import { formatInstant, sentence } from '../i18n/format.ts';
import { useLocale, useTexts } from '../i18n/locale.tsx';
import { ProblemId } from '../ui/problem-notice.tsx';
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

const COMPARED = ['compareName', 'compareSubject', 'compareNumber', 'compareAgency', 'comparePhoto'] as const;

/** Boxes to tick for oneself; they are kept nowhere. */
function Compare({ byToken }: { byToken: boolean }) {
  const t = useTexts();
  const items = [
    ...COMPARED.map((key) => t(key)),
    ...(byToken ? [t('compareAddress', { host: window.location.host })] : []),
  ];
  return (
    <section className="panel compare">
      <h2>{t('compareTitle')}</h2>
      <p>{t(byToken ? 'compareIntroToken' : 'compareIntro')}</p>
      <ul className="ticks">
        {items.map((item) => (
          <li key={item}>
            <label>
              <input type="checkbox" />
              <span>{item}</span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}

const CAUSES = { network: 'failNetwork', server: 'failServer', 'too-many': 'failTooMany' } as const satisfies Record<
  FailureCause,
  unknown
>;

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
          <Compare byToken={byToken} />
        </div>
      );
    }
    case 'miss':
      return (
        <div className="outcome">
          <Verdict kind={result.verdict} level={level}>
            {result.hint && <p className="verdict-hint">{sentence(lang, ...result.hint)}</p>}
          </Verdict>
          <Freshness {...result} />
          <MissReasons miss={result} byToken={byToken} />
        </div>
      );
    case 'refused':
      return (
        <Verdict kind="refused" level={level}>
          <p>{t(byToken ? 'refusedToken' : 'formRefused')}</p>
        </Verdict>
      );
    case 'failed':
      return (
        <Verdict kind="failed" level={level}>
          <p>{t(CAUSES[result.cause])}</p>
          {result.problem && <ProblemId problem={result.problem} />}
        </Verdict>
      );
  }
}
