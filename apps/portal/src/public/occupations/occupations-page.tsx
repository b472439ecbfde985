import { useState } from 'react';
import { occupations, type CatalogueEntry } from '../../api/occupations.ts';
import type { Dictionary } from '../../i18n/dictionary.ts';
import { levelName } from '../../i18n/format.ts';
import { useLocale, usePageTitle, useTexts } from '../../i18n/locale.tsx';
import { RecordList } from '../lists/record-list.tsx';
import { SearchField } from '../lists/search-field.tsx';
import { usePages } from '../lists/use-pages.ts';

const occupationsDictionary = {
  title: ['职业目录', 'Catalogue of occupations'],
  lead: [
    '《中华人民共和国职业分类大典》中的职业、编码、工种和可评价的等级，以及本省有几家机构备案。',
    'Occupations of the national classification with codes, specialties and levels, and how many bodies are filed for each.',
  ],
  search: ['按职业、工种或编码查找', 'Find by occupation, specialty or code'],
  none: ['没有符合条件的职业', 'No occupation matches'],
  name: ['职业', 'Occupation'],
  code: ['编码', 'Code'],
  edition: ['大典版本', 'Edition'],
  editionOf: ['{n} 年版', '{n}'],
  specialties: ['工种', 'Specialties'],
  levels: ['等级', 'Levels'],
  bodies: ['备案机构', 'Filed bodies'],
} as const satisfies Dictionary;

export function OccupationsPage() {
  const t = useTexts(occupationsDictionary);
  const { lang } = useLocale();
  usePageTitle(t('title'));
  const [words, setWords] = useState('');
  const pages = usePages(['occupations', words], (after, signal) => occupations(words, after, signal));
  return (
    <div className="wrap page">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <SearchField label={t('search')} onSearch={setWords} />
      <RecordList<CatalogueEntry>
        pages={pages}
        caption={t('title')}
        empty={t('none')}
        keyOf={({ code, edition }) => `${edition} ${code}`}
        columns={[
          { title: t('name'), cell: ({ name }) => name },
          { title: t('code'), cell: ({ code }) => <span className="code">{code}</span> },
          {
            title: t('specialties'),
            cell: ({ specialties }) => specialties.map((each) => each.name).join('、') || '--',
          },
          {
            title: t('levels'),
            cell: ({ levels }) => (
              <span className="scope-levels">
                {levels.map(({ digit, display }) => (
                  <span key={digit}>{levelName(lang, display)}</span>
                ))}
              </span>
            ),
          },
          { title: t('edition'), cell: ({ edition }) => t('editionOf', { n: edition }) },
          { title: t('bodies'), cell: ({ filedBodies }) => filedBodies },
        ]}
      />
    </div>
  );
}
