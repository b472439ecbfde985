import { useState } from 'react';
import { announcements, type Announcement } from '../../api/public-lists.ts';
import { formatDay, LEVEL_CHOICES, REGION_CHOICES, levelName, regionName } from '../../i18n/format.ts';
import type { Dictionary } from '../../i18n/dictionary.ts';
import { useLocale, usePageTitle, useTexts } from '../../i18n/locale.tsx';
import { ChoiceField } from '../lists/choice-field.tsx';
import { RecordList } from '../lists/record-list.tsx';
import { Level, Occupation } from '../lists/subject.tsx';
import { usePages } from '../lists/use-pages.ts';

const plansDictionary = {
  title: ['认定公告', 'Announced exams'],
  lead: [
    '评价机构已备案的认定考试计划，按考核日期排列。报名条件、费用和地点以评价机构公告为准。',
    'Exams that bodies have filed, by the day of the exam. Conditions, fees and places are in the announcement of the body.',
  ],
  none: ['没有符合条件的公告', 'No announcement matches'],
  agency: ['评价机构', 'Assessment body'],
  subject: ['职业（工种）', 'Occupation'],
  level: ['等级', 'Level'],
  region: ['所在地', 'Region'],
  examOn: ['考核日期', 'Day of the exam'],
  all: ['全部', 'All'],
} as const satisfies Dictionary;

export function PlansPage() {
  const t = useTexts(plansDictionary);
  const { lang } = useLocale();
  usePageTitle(t('title'));
  const [region, setRegion] = useState('');
  const [level, setLevel] = useState('');
  const pages = usePages(['announcements', region, level], (after, signal) =>
    announcements({ region, level }, after, signal),
  );
  return (
    <div className="wrap page">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <div className="filters filters-two">
        <ChoiceField
          label={t('region')}
          all={t('all')}
          value={region}
          options={REGION_CHOICES.map((code) => [code, regionName(lang, code)])}
          onChange={setRegion}
        />
        <ChoiceField
          label={t('level')}
          all={t('all')}
          value={level}
          options={LEVEL_CHOICES.map((digit) => [digit, levelName(lang, digit)])}
          onChange={setLevel}
        />
      </div>
      <RecordList<Announcement>
        pages={pages}
        caption={t('title')}
        empty={t('none')}
        keyOf={({ planId }) => planId}
        columns={[
          { title: t('examOn'), cell: ({ examOn }) => formatDay(lang, examOn) },
          { title: t('subject'), cell: (plan) => <Occupation {...plan} /> },
          { title: t('level'), cell: ({ level: own }) => <Level level={own} /> },
          { title: t('agency'), cell: ({ agencyName }) => agencyName },
          {
            title: t('region'),
            cell: (plan) => (lang === 'en' ? regionName(lang, plan.regionCode) : plan.regionName),
          },
        ]}
      />
    </div>
  );
}
