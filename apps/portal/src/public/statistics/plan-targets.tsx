import { useQuery } from '@tanstack/react-query';
import { planTargets, type TalentPlan, type Target } from '../../api/statistics.ts';
import { formatDay, formatInstant, term } from '../../i18n/format.ts';
import { pick, useLocale, useTexts } from '../../i18n/locale.tsx';
import { FailureNotice } from '../../ui/problem-notice.tsx';
import { cellText, shareOf, shareText } from './counts.ts';
import { statisticsDictionary } from './statistics-dictionary.ts';

const FULL = 100;

/** `800,000 人次`, `每年 10,000 人`. */
function useGoal(): (target: Target) => string {
  const t = useTexts(statisticsDictionary);
  const { lang } = useLocale();
  return ({ target, unit, every }) => {
    const amount = t(`unit:${unit}`, { n: target.toLocaleString(lang) });
    return every === 'plan' ? amount : t(`every:${every}`, { amount });
  };
}

/** The words say all; the bar is for the eye. */
function Progress({ target }: { target: Target }) {
  const t = useTexts(statisticsDictionary);
  const { lang } = useLocale();
  const goalOf = useGoal();
  const share = shareOf(target.value, target.target);
  return (
    <li className="panel target">
      <h4>{term(lang, target.zh, target.en)}</h4>
      <p className="target-now">
        <span className="target-value">{cellText(lang, target.value ?? '--')}</span>
        <span>{t('ofGoal', { goal: goalOf(target) })}</span>
      </p>
      <div className="target-bar" aria-hidden="true">
        {share !== null && share > 0 && <span style={{ width: `${Math.min(FULL, share)}%` }} />}
      </div>
      <p className="target-share">{share === null ? t('shareUnknown') : t('reached', { share: shareText(share) })}</p>
    </li>
  );
}

function NotKept({ targets }: { targets: readonly Target[] }) {
  const t = useTexts(statisticsDictionary);
  const { lang } = useLocale();
  const goalOf = useGoal();
  return (
    <details>
      <summary>{t('notKept', { n: targets.length })}</summary>
      <table className="record-table">
        <caption className="visually-hidden">{t('notKept', { n: targets.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('target')}</th>
            <th scope="col" className="number">
              {t('goal')}
            </th>
          </tr>
        </thead>
        <tbody>
          {targets.map((target) => (
            <tr key={target.key}>
              <th scope="row">{term(lang, target.zh, target.en)}</th>
              <td className="number">{goalOf(target)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Plan({ plan }: { plan: TalentPlan }) {
  const t = useTexts(statisticsDictionary);
  const { lang } = useLocale();
  const kept = plan.targets.filter(({ status }) => status === 'kept');
  const others = plan.targets.filter(({ status }) => status !== 'kept');
  const period = { from: formatDay(lang, plan.from), until: formatDay(lang, plan.until) };
  return (
    <section className="plan" aria-labelledby={`plan-${plan.key}`}>
      <h3 id={`plan-${plan.key}`}>{pick(lang, plan.zh, plan.en)}</h3>
      <p className="note">{t(plan.isOver ? 'periodOver' : 'period', period)}</p>
      {kept.length > 0 && (
        <ul className="targets">
          {kept.map((target) => (
            <Progress key={target.key} target={target} />
          ))}
        </ul>
      )}
      {others.length > 0 && <NotKept targets={others} />}
    </section>
  );
}

/** What the plans of the province want, beside what the registry itself counts of it. */
export function PlanTargets() {
  const t = useTexts(statisticsDictionary);
  const { lang } = useLocale();
  const { data, error, refetch } = useQuery({
    queryKey: ['plan-targets'],
    queryFn: ({ signal }) => planTargets(signal),
  });
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <>
      {data.plans.map((plan) => (
        <Plan key={plan.key} plan={plan} />
      ))}
      <p className="note">{t('countedAt', { when: formatInstant(lang, data.countedAt, 'minute') })}</p>
    </>
  );
}
