import { Table } from 'antd';
import { useId } from 'react';
import type { Roll, RollRow } from '../api/types.ts';
import { formatDay, formatInstant, levelName } from '../i18n/format.ts';
import { pick, useLocale, useTexts } from '../i18n/locale.tsx';
import type { ListKind } from './record-kinds.ts';
import { RecordList, type RecordView } from './record-list.tsx';
import { Code, fact, Facts, useSubjectFacts, Whole, type Fact } from './record-parts.tsx';
import { StateTag } from './state-tag.tsx';
import { workDictionary } from './work-dictionary.ts';

const ROWS_SHOWN = 20;

function RollRows({ rows }: { rows: readonly RollRow[] }) {
  const t = useTexts(workDictionary);
  const { lang } = useLocale();
  const titleId = useId();
  const outcomeOf = ({ certificateNumber, rule, issuable }: RollRow) => {
    if (certificateNumber) return <Code>{certificateNumber}</Code>;
    if (rule) return pick(lang, rule.zh, rule.en);
    return issuable ? t('issuable') : '–';
  };
  return (
    <section className="drawer-part">
      <h2 id={titleId}>{t('people')}</h2>
      <div className="table-scroll" tabIndex={0} role="region" aria-labelledby={titleId}>
        <Table<RollRow>
          size="small"
          rowKey="candidateId"
          dataSource={[...rows]}
          pagination={{ pageSize: ROWS_SHOWN, hideOnSinglePage: true, showSizeChanger: false, size: 'small' }}
          columns={[
            { title: t('name'), dataIndex: 'nameMasked' },
            { title: t('document'), key: 'document', render: (_value, row) => <Code>{row.documentMasked}</Code> },
            { title: t('theory'), dataIndex: 'theoryPoints', align: 'right' },
            { title: t('skill'), dataIndex: 'skillPoints', align: 'right' },
            { title: t('outcome'), key: 'outcome', render: (_value, row) => outcomeOf(row) },
          ]}
        />
      </div>
    </section>
  );
}

function RollDetails({ roll }: { roll: Roll }) {
  const t = useTexts(workDictionary);
  const { lang } = useLocale();
  const subjectFacts = useSubjectFacts();
  const range = { from: formatDay(lang, roll.publicityFrom), until: formatDay(lang, roll.publicityUntil) };
  const { waitsFor, issuedAt, counts } = roll;
  const later: Fact[] = [
    ...(waitsFor
      ? [fact(t('waitsFor'), <span className="warning-text">{pick(lang, waitsFor.zh, waitsFor.en)}</span>)]
      : []),
    ...(issuedAt ? [fact(t('issuedAt'), formatInstant(lang, issuedAt, 'minute'))] : []),
  ];
  return (
    <>
      <Facts
        facts={[
          fact(t('state'), <StateTag kind="roll" state={roll.state} />),
          ...later,
          fact(t('agency'), roll.agencyName),
          fact(t('siteCode'), <Code>{roll.siteCode}</Code>),
          ...subjectFacts(roll.subject),
          fact(t('examOn'), formatDay(lang, roll.examOn)),
          fact(t('publicity'), t('range', range)),
          fact(t('reportedAt'), formatInstant(lang, roll.reportedAt, 'minute')),
          fact(t('rows'), counts.rows),
          fact(t('issuedCount'), counts.issued),
          fact(t('refusedCount'), counts.refused),
          fact(t('planId'), <Code>{roll.planId}</Code>),
          fact(t('id'), <Code>{roll.id}</Code>),
        ]}
      />
      {roll.rows && <RollRows rows={roll.rows} />}
    </>
  );
}

export function Rolls({ list, preview }: { list: ListKind; preview?: boolean }) {
  const t = useTexts(workDictionary);
  const { lang } = useLocale();
  const view: RecordView<Roll> = {
    list,
    nameTitle: t('rolls'),
    nameOf: ({ subject }) => `${subject.occupationName} ${levelName(lang, subject.levelDigit)}`,
    columns: [
      { title: t('state'), key: 'state', render: (_value, roll) => <StateTag kind="roll" state={roll.state} /> },
      {
        title: t('reportedAt'),
        key: 'reportedAt',
        render: (_value, roll) => formatInstant(lang, roll.reportedAt, 'minute'),
      },
      { title: t('agency'), key: 'agency', render: (_value, roll) => roll.agencyName },
      { title: t('rows'), key: 'rows', align: 'right', render: (_value, roll) => roll.counts.rows },
      { title: t('issuedCount'), key: 'issued', align: 'right', render: (_value, roll) => roll.counts.issued },
      { title: t('refusedCount'), key: 'refused', align: 'right', render: (_value, roll) => roll.counts.refused },
    ],
    renderDetails: (row) => (
      <Whole list={list} row={row}>
        {(roll) => <RollDetails roll={roll} />}
      </Whole>
    ),
  };
  return <RecordList view={view} preview={preview ?? false} />;
}
