import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import type { AuditRow } from '../../api/audit.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useLocale, useTexts } from '../../i18n/locale.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { shortId } from './audit.ts';
import { auditDictionary } from './audit-dictionary.ts';
import { useAuditWords } from './audit-words.ts';

export function Outcome({ row }: { row: AuditRow }) {
  const words = useAuditWords();
  return (
    <>
      <span className={`state-tag state-${row.outcome === 'done' ? 'quiet' : 'stop'}`}>{words.outcome(row)}</span>
      {row.rule && <span className="audit-rule">{words.rule(row.rule)}</span>}
    </>
  );
}

const NARROW = '(max-width: 860px)';
const TABLE_WIDTH_MIN = 940;

interface Props {
  rows: readonly AuditRow[];
  isLoading: boolean;
  empty: ReactNode;
  onOpen: (row: AuditRow) => void;
}

function useColumns(onOpen: Props['onOpen']): TableColumnsType<AuditRow> {
  const t = useTexts(auditDictionary);
  const { lang } = useLocale();
  const words = useAuditWords();
  const isNarrow = useMedia(NARROW);
  const time = ({ at }: AuditRow) => (
    <time className="nowrap" dateTime={at}>
      {formatInstant(lang, at)}
    </time>
  );
  const action = (row: AuditRow) => (
    <>
      <button
        type="button"
        className="row-open"
        aria-haspopup="dialog"
        aria-label={t('openEntry', { n: row.position, what: words.action(row) })}
        onClick={(event) => {
          event.stopPropagation();
          onOpen(row);
        }}
      >
        {words.action(row)}
      </button>
      {isNarrow && (
        <span className="audit-under">
          {time(row)} · {words.actor(row)}
        </span>
      )}
    </>
  );
  const actor = (row: AuditRow) => (
    <>
      {words.actor(row)} {row.roles.length > 0 && <span className="code audit-id">{shortId(row.actor)}</span>}
    </>
  );
  const outcome = {
    title: t('outcome'),
    key: 'outcome',
    render: (_value: unknown, row: AuditRow) => <Outcome row={row} />,
  };
  if (isNarrow) return [{ title: t('action'), key: 'action', render: (_value, row) => action(row) }, outcome];
  return [
    { title: t('at'), key: 'at', render: (_value, row) => time(row) },
    { title: t('kind'), key: 'kind', render: (_value, row) => <span className="nowrap">{words.kind(row)}</span> },
    { title: t('action'), key: 'action', render: (_value, row) => action(row) },
    { title: t('actor'), key: 'actor', render: (_value, row) => actor(row) },
    {
      title: t('organisation'),
      key: 'organisation',
      render: (_value, row) => <span className="code">{row.organisationId || '–'}</span>,
    },
    {
      title: t('object'),
      key: 'object',
      render: (_value, row) => <span className="code">{shortId(row.object) || '–'}</span>,
    },
    { title: t('persons'), key: 'persons', align: 'right', render: (_value, row) => row.persons.length || '–' },
    outcome,
  ];
}

export function AuditTable({ rows, isLoading, empty, onOpen }: Props) {
  const isNarrow = useMedia(NARROW);
  return (
    <Table<AuditRow>
      size="small"
      rowKey="id"
      columns={useColumns(onOpen)}
      dataSource={[...rows]}
      loading={isLoading}
      pagination={false}
      {...(rows.length > 0 && !isNarrow ? { scroll: { x: TABLE_WIDTH_MIN } } : {})}
      locale={{ emptyText: empty }}
      onRow={(row) => ({ onClick: () => onOpen(row) })}
    />
  );
}
