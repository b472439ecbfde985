import { Link } from 'react-router';
import { runningPublicity, type RunningPublicity } from '../../api/public-lists.ts';
import { formatDay, regionName } from '../../i18n/format.ts';
import { useLocale, usePageTitle, useTexts } from '../../i18n/locale.tsx';
import { RecordList } from '../lists/record-list.tsx';
import { Level, Occupation } from '../lists/subject.tsx';
import { usePages } from '../lists/use-pages.ts';
import { publicityDictionary } from './publicity-dictionary.ts';

export function PublicityPage() {
  const t = useTexts(publicityDictionary);
  const { lang } = useLocale();
  usePageTitle(t('title'));
  const pages = usePages(['publicity'], runningPublicity);
  return (
    <div className="wrap page">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <RecordList<RunningPublicity>
        pages={pages}
        caption={t('title')}
        empty={t('none')}
        keyOf={({ planId }) => planId}
        columns={[
          {
            title: t('agency'),
            cell: ({ planId, agencyName }) => <Link to={`/publicity/${planId}`}>{agencyName}</Link>,
          },
          { title: t('subject'), cell: (list) => <Occupation {...list} /> },
          { title: t('level'), cell: ({ level }) => <Level level={level} /> },
          {
            title: t('region'),
            cell: (list) => (lang === 'en' ? regionName(lang, list.regionCode) : list.regionName),
          },
          {
            title: t('time'),
            cell: ({ publicityFrom, publicityUntil }) =>
              t('period', { from: formatDay(lang, publicityFrom), until: formatDay(lang, publicityUntil) }),
          },
          { title: t('persons'), cell: ({ persons }) => persons },
        ]}
      />
    </div>
  );
}
