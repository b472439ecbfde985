import type { Answer } from '../api/answer.ts';
import type { CheckResult, FailureCause } from '../api/verification.ts';
import { formatDay, formatInstant, sentence } from '../i18n/format.ts';
import { useLocale, useTexts } from '../i18n/locale.tsx';
import { ProblemDetails, ProblemId } from '../ui/problem-notice.tsx';
import { CertificateCard } from './certificate-card.tsx';
import { DocumentChecks } from './document-checks.tsx';
import { MissReasons } from './miss-reasons.tsx';
import { NotUnderstood, Verdict } from './verdict.tsx';

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 1440;

/** When it was asked, and how old the data is: the two things that limit an answer. */
function Freshness({ checkedAt, dataAsOf, isStale }: Pick<Answer, 'checkedAt' | 'dataAsOf' | 'isStale'>) {
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

/** On paper it says where it comes from and that the live answer prevails. */
function PrintResult() {
  const t = useTexts();
  return (
    <div className="print-result">
      <button type="button" className="button button-quiet" onClick={() => window.print()}>
        {t('printResult')}
      </button>
      <p className="print-only">{t('printNote', { host: window.location.host })}</p>
    </div>
  );
}

const CAUSES = {
  network: 'failNetwork',
  server: 'failServer',
  'too-many': 'failTooMany',
  'given-up': 'failGivenUp',
} as const satisfies Record<FailureCause, unknown>;

interface AnswerProps {
  answer: Answer;
  level: 1 | 2;
  byToken: boolean;
}

function Main({ answer, level, byToken }: AnswerProps) {
  const t = useTexts();
  const { lang } = useLocale();
  switch (answer.kind) {
    case 'found': {
      const { certificates } = answer;
      return (
        <>
          {certificates.length > 1 && <p className="several">{t('resultSeveral', { n: certificates.length })}</p>}
          {certificates.map((certificate) => (
            <CertificateCard key={certificate.certificateNumber} certificate={certificate} level={level} />
          ))}
        </>
      );
    }
    case 'miss':
      return (
        <>
          <Verdict code={answer.verdict} level={level}>
            {answer.hint && <p className="verdict-hint">{sentence(lang, ...answer.hint)}</p>}
          </Verdict>
          <MissReasons miss={answer} byToken={byToken} />
        </>
      );
    case 'unchecked':
      return <Verdict code="COULD_NOT_CHECK" level={level} />;
  }
}

function AnswerView({ answer, level, byToken }: AnswerProps) {
  const t = useTexts();
  const { lang } = useLocale();
  return (
    <div className="outcome">
      {answer.at && (
        <p className="notice" role="note">
          {t('atDay', { day: formatDay(lang, answer.at) })}
        </p>
      )}
      <Main answer={answer} level={level} byToken={byToken} />
      <DocumentChecks checks={answer.checks} />
      <Freshness {...answer} />
      {answer.kind === 'found' && <Compare byToken={byToken} />}
      <PrintResult />
    </div>
  );
}

interface OutcomeProps {
  result: CheckResult;
  level: 1 | 2;
  byToken?: boolean;
}

export function CheckOutcome({ result, level, byToken = false }: OutcomeProps) {
  const t = useTexts();
  switch (result.kind) {
    case 'refused':
      return (
        <NotUnderstood level={level}>
          {byToken ? <p>{t('refusedToken')}</p> : <ProblemDetails problem={result.problem} />}
        </NotUnderstood>
      );
    case 'failed':
      return (
        <Verdict code="COULD_NOT_CHECK" level={level}>
          <p className="verdict-hint">{t(CAUSES[result.cause])}</p>
          {result.problem && <ProblemId problem={result.problem} />}
        </Verdict>
      );
    default:
      return <AnswerView answer={result} level={level} byToken={byToken} />;
  }
}
