import { useState } from 'react';
import type { DailyCount } from '../../api/statistics.ts';
import { formatDay, LEVEL_CHOICES, levelName } from '../../i18n/format.ts';
import { useLocale, useTexts } from '../../i18n/locale.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { ChoiceField } from '../lists/choice-field.tsx';
import { RecordCards, RecordTable, type Column } from '../lists/record-list.tsx';
import { statisticsDictionary } from './statistics-dictionary.ts';

const KINDS = ['issued', 'revoked', 'cancelled', 'replaced'] as const satisfies readonly DailyCount['kind'][];
/** More than anyone reads; the choice above makes it fewer. */
const SHOWN_MAX = 100;

/** The numbers as they are published: by day, body, occupation and level, none under five and none in two of them. */
export function DayNumbers({ counts }: { counts: readonly DailyCount[] }) {
  const t = useTexts(statisticsDictionary);
  const { lang } = useLocale();
  const isWide = useMedia('(min-width: 760px)');
  const [kind, setKind] = useState('');
  const [level, setLevel] = useState('');
  const found = counts
    .filter((count) => (kind === '' || count.kind === kind) && (level === '' || count.levelDigit === level))
    .toReversed();
  const columns: readonly [Column<DailyCount>, ...Column<DailyCount>[]] = [
    { title: t('day'), cell: ({ day }) => formatDay(lang, day) },
    { title: t('kind'), cell: (count) => t(count.kind) },
    { title: t('level'), cell: ({ levelDigit }) => levelName(lang, levelDigit) },
    { title: t('agency'), cell: ({ agencyName, siteCode }) => agencyName ?? siteCode ?? t('allBodies') },
    {
      title: t('occupation'),
      cell: ({ occupationName, occupationCode }) => occupationName ?? occupationCode ?? t('allOccupations'),
    },
    { title: t('count'), cell: ({ count }) => count.toLocaleString(lang) },
  ];
  const Records = isWide ? RecordTable : RecordCards;
  return (
    <details>
      <summary>{t('numbersTitle', { n: counts.length })}</summary>
      <div className="day-numbers">
        <div className="filters">
          <ChoiceField
            label={t('kind')}
            all={t('all')}
            value={kind}
            options={KINDS.map((each) => [each, t(each)])}
            onChange={setKind}
          />
          <ChoiceField
            label={t('level')}
            all={t('all')}
            value={level}
            options={LEVEL_CHOICES.map((digit) => [digit, levelName(lang, digit)])}
            onChange={setLevel}
          />
        </div>
        <p role="status" className="note">
          {t('numbersFound', { n: found.length, shown: Math.min(found.length, SHOWN_MAX) })}
        </p>
        {found.length > 0 && (
          <Records
            caption={t('numbersTitle', { n: counts.length })}
            columns={columns}
            items={found.slice(0, SHOWN_MAX)}
            keyOf={(_count, place) => String(place)}
          />
        )}
      </div>
    </details>
  );
}
