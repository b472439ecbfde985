import { Link, useParams } from 'react-router';
import { publicityList, type PublicityList, type PublicPerson } from '../../api/public-lists.ts';
import { formatDay } from '../../i18n/format.ts';
import { useLocale, usePageTitle, useTexts } from '../../i18n/locale.tsx';
import { RecordList } from '../lists/record-list.tsx';
import { Level, Occupation } from '../lists/subject.tsx';
import { usePages } from '../lists/use-pages.ts';
import { publicityDictionary } from './publicity-dictionary.ts';

export function PublicityListPage() {
  const t = useTexts(publicityDictionary);
  const { lang } = useLocale();
  const { planId = '' } = useParams();
  const pages = usePages<PublicityList>(['publicity', planId], (after, signal) => publicityList(planId, after, signal));
  const [list] = pages.data?.pages ?? [];
  usePageTitle(t('title'));
  return (
    <div className="wrap page narrow">
      <p>
        <Link to="/publicity">{t('back')}</Link>
      </p>
      <h1>{list ? t('listTitle', { name: list.agencyName }) : t('title')}</h1>
      {list && (
        <p className="lead">
          <Occupation {...list} /> · <Level level={list.level} /> · {t('time')}:{' '}
          {t('period', {
            from: formatDay(lang, list.publicityFrom),
            until: formatDay(lang, list.publicityUntil),
          })}
        </p>
      )}
      <RecordList<PublicPerson>
        pages={pages}
        caption={t('title')}
        empty={t('listEmpty')}
        keyOf={(_person, place) => String(place)}
        columns={[
          { title: t('name'), cell: ({ nameMasked }) => nameMasked },
          { title: t('document'), cell: ({ documentMasked }) => <span className="code">{documentMasked}</span> },
          { title: t('result'), cell: () => t('passed') },
        ]}
      />
    </div>
  );
}
