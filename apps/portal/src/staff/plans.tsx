import type { Plan } from '../api/types.ts';
import { formatDay, formatInstant, levelName, regionName } from '../i18n/format.ts';
import { useLocale, useTexts } from '../i18n/locale.tsx';
import type { ListKind } from './record-kinds.ts';
import { RecordList, type RecordView } from './record-list.tsx';
import { Code, fact, Facts, History, useSubjectFacts, Whole, type Fact } from './record-parts.tsx';
import { StateTag } from './state-tag.tsx';
import { workDictionary } from './work-dictionary.ts';

function usePlanProgress(): (plan: Plan) => Fact[] {
  const t = useTexts(workDictionary);
  const { lang } = useLocale();
  return ({ paper, publicityFrom, publicityUntil, roll }) => {
    const facts: Fact[] = [];
    if (paper) {
      const at = formatInstant(lang, paper.sealedAt, 'minute');
      facts.push(fact(t('paper'), t('paperText', { items: paper.itemCount, at })));
    }
    if (publicityFrom && publicityUntil) {
      const [from, until] = [formatDay(lang, publicityFrom), formatDay(lang, publicityUntil)];
      facts.push(fact(t('publicity'), t('range', { from, until })));
    }
    if (roll) {
      const text = t('reportText', { day: formatDay(lang, roll.reportedOn), rows: roll.rows });
      facts.push(
        fact(t('report'), roll.late ? <span className="warning-text">{`${text} (${t('late')})`}</span> : text),
      );
    }
    return facts;
  };
}

function PlanDetails({ plan }: { plan: Plan }) {
  const t = useTexts(workDictionary);
  const { lang } = useLocale();
  const subjectFacts = useSubjectFacts();
  const progress = usePlanProgress();
  const seats = plan.rooms.reduce((sum, room) => sum + room.seats, 0);
  return (
    <>
      <Facts
        facts={[
          fact(t('state'), <StateTag kind="plan" state={plan.state} />),
          fact(t('agency'), plan.agencyName),
          fact(t('siteCode'), <Code>{plan.siteCode}</Code>),
          fact(t('jurisdiction'), regionName(lang, plan.jurisdiction)),
          ...subjectFacts(plan),
          fact(t('examOn'), formatDay(lang, plan.examOn)),
          fact(t('rooms'), t('roomsText', { rooms: plan.rooms.length, seats })),
          fact(t('registered'), plan.candidates),
          ...progress(plan),
          fact(t('id'), <Code>{plan.id}</Code>),
        ]}
      />
      <History kind="plan" steps={plan.history} />
    </>
  );
}

export function Plans({ list, preview }: { list: ListKind; preview?: boolean }) {
  const t = useTexts(workDictionary);
  const { lang } = useLocale();
  const view: RecordView<Plan> = {
    list,
    nameTitle: t('plans'),
    nameOf: (plan) => `${plan.occupationName} ${levelName(lang, plan.levelDigit)}`,
    columns: [
      { title: t('state'), key: 'state', render: (_value, plan) => <StateTag kind="plan" state={plan.state} /> },
      { title: t('examOn'), key: 'examOn', render: (_value, plan) => formatDay(lang, plan.examOn) },
      { title: t('agency'), key: 'agency', render: (_value, plan) => plan.agencyName },
      { title: t('jurisdiction'), key: 'jurisdiction', render: (_value, plan) => regionName(lang, plan.jurisdiction) },
      { title: t('registered'), key: 'candidates', align: 'right', render: (_value, plan) => plan.candidates },
    ],
    renderDetails: (row) => (
      <Whole list={list} row={row}>
        {(plan) => <PlanDetails plan={plan} />}
      </Whole>
    ),
  };
  return <RecordList view={view} preview={preview ?? false} />;
}
