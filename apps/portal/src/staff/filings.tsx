import type { Filing } from '../api/types.ts';
import { formatDay, levelName, regionName, specialtyName } from '../i18n/format.ts';
import { useLocale, useTexts } from '../i18n/locale.tsx';
import type { ListKind } from './record-kinds.ts';
import { RecordList, type RecordView } from './record-list.tsx';
import { Code, fact, Facts, History, Whole, type Fact } from './record-parts.tsx';
import { StateTag, useCodeName } from './state-tag.tsx';
import { workDictionary } from './work-dictionary.ts';

function FilingDetails({ filing }: { filing: Filing }) {
  const t = useTexts(workDictionary);
  const { lang } = useLocale();
  const nameOf = useCodeName();
  const days: Fact[] = [
    ...(filing.publicityUntil
      ? [fact(t('publicity'), t('until', { day: formatDay(lang, filing.publicityUntil) }))]
      : []),
    ...(filing.filedOn ? [fact(t('filedOn'), formatDay(lang, filing.filedOn))] : []),
    ...(filing.validUntil ? [fact(t('validUntil'), formatDay(lang, filing.validUntil))] : []),
  ];
  return (
    <>
      <Facts
        facts={[
          fact(t('state'), <StateTag kind="filing" state={filing.state} />),
          fact(t('agency'), filing.agencyName),
          fact(t('creditCode'), <Code>{filing.creditCode}</Code>),
          fact(t('kind'), nameOf('kind', filing.kind)),
          fact(t('jurisdiction'), regionName(lang, filing.jurisdiction)),
          ...days,
          fact(t('id'), <Code>{filing.id}</Code>),
        ]}
      />
      <section className="drawer-part">
        <h2>{t('sites')}</h2>
        <ul>
          {filing.sites.map((site) => (
            <li key={site.siteId}>
              {site.name} ({regionName(lang, site.regionCode)}) {site.siteCode && <Code>{site.siteCode}</Code>}
            </li>
          ))}
        </ul>
      </section>
      <section className="drawer-part">
        <h2>{t('scope')}</h2>
        <ul>
          {filing.scope.map((line) => (
            <li key={`${line.siteId} ${line.occupationCode} ${line.specialty} ${line.levelDigit}`}>
              {line.occupationName} / {specialtyName(line.specialty)} / {levelName(lang, line.levelDigit)}
            </li>
          ))}
        </ul>
      </section>
      <History kind="filing" steps={filing.history} />
    </>
  );
}

export function Filings({ list, preview }: { list: ListKind; preview?: boolean }) {
  const t = useTexts(workDictionary);
  const { lang } = useLocale();
  const nameOf = useCodeName();
  const view: RecordView<Filing> = {
    list,
    nameTitle: t('agency'),
    nameOf: (filing) => filing.agencyName,
    columns: [
      {
        title: t('state'),
        key: 'state',
        render: (_value, filing) => <StateTag kind="filing" state={filing.state} />,
      },
      { title: t('kind'), key: 'kind', render: (_value, filing) => nameOf('kind', filing.kind) },
      {
        title: t('jurisdiction'),
        key: 'jurisdiction',
        render: (_value, filing) => regionName(lang, filing.jurisdiction),
      },
      { title: t('scope'), key: 'scope', render: (_value, filing) => t('scopeLines', { n: filing.scope.length }) },
      {
        title: t('validUntil'),
        key: 'until',
        render: (_value, filing) => (filing.validUntil ? formatDay(lang, filing.validUntil) : '–'),
      },
    ],
    renderDetails: (row) => (
      <Whole list={list} row={row}>
        {(filing) => <FilingDetails filing={filing} />}
      </Whole>
    ),
  };
  return <RecordList view={view} preview={preview ?? false} />;
}
