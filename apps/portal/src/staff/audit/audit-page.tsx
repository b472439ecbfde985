import { Button, Form } from 'antd';
import { useState } from 'react';
import type { AuditedService, AuditFilter, AuditKind, AuditRow } from '../../api/audit.ts';
import { ProblemError } from '../../api/http.ts';
import { useTexts } from '../../i18n/locale.tsx';
import { FailureNotice } from '../../ui/problem-notice.tsx';
import { filterOf, type FilterField, type TypedFilter } from './audit.ts';
import { auditDictionary } from './audit-dictionary.ts';
import { AuditEntry } from './audit-entry.tsx';
import { AuditFilterPanel } from './audit-filter.tsx';
import { AuditTable } from './audit-table.tsx';
import { ChainEnd } from './chain-end.tsx';
import { useTrail } from './use-trail.ts';
import './audit.css';

const FORBIDDEN = 403;
const NO_IDS: TypedFilter = { actor: '', object: '', person: '' };

type Trail = ReturnType<typeof useTrail>;

function Refusal({ trail }: { trail: Trail }) {
  const t = useTexts(auditDictionary);
  const { error } = trail;
  return (
    <>
      <FailureNotice error={error} onRetry={() => void trail.refetch()} />
      {error instanceof ProblemError && error.problem.status === FORBIDDEN && <p>{t('refused')}</p>}
    </>
  );
}

interface RowsProps {
  trail: Trail;
  isFiltered: boolean;
  onOpen: (row: AuditRow) => void;
}

function Rows({ trail, isFiltered, onOpen }: RowsProps) {
  const t = useTexts(auditDictionary);
  const rows = trail.data?.pages.flatMap(({ items }) => items) ?? [];
  if (trail.isError) return <Refusal trail={trail} />;
  return (
    <>
      <AuditTable
        rows={rows}
        isLoading={trail.isPending}
        empty={t(isFiltered ? 'noneFound' : 'none')}
        onOpen={onOpen}
      />
      {rows.length > 0 && (
        <p className="record-list-foot" role="status">
          <span>{t('loaded', { n: rows.length })}</span>
          {trail.hasNextPage && (
            <Button loading={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
              {t('more')}
            </Button>
          )}
        </p>
      )}
    </>
  );
}

/** 审计: the trail of each service, for those who watch over the whole province. What is looked for stays on this page. */
export function AuditPage() {
  const t = useTexts(auditDictionary);
  const [form] = Form.useForm<TypedFilter>();
  const [service, setService] = useState<AuditedService>('agency-filing');
  const [kind, setKind] = useState<AuditKind>();
  const [ids, setIds] = useState<TypedFilter>(NO_IDS);
  const [opened, setOpened] = useState<AuditRow | null>(null);
  const filter: AuditFilter = filterOf(kind, ids);
  const trail = useTrail(service, filter);
  const head = trail.data?.pages[0]?.head;
  const showOnly = (field: FilterField, id: string) => {
    const only = { ...NO_IDS, [field]: id };
    form.setFieldsValue(only);
    setIds(only);
    setKind(undefined);
    setOpened(null);
  };
  return (
    <section className="record-list" aria-labelledby="audit-title">
      <div className="record-list-head">
        <h1 id="audit-title">{t('title')}</h1>
        <Button loading={trail.isFetching} onClick={() => void trail.refetch()}>
          {t('refresh')}
        </Button>
      </div>
      <p className="lead">{t('lead')}</p>
      <AuditFilterPanel
        form={form}
        service={service}
        kind={kind}
        idCount={Object.values(ids).filter((id) => id.trim() !== '').length}
        onService={setService}
        onKind={setKind}
        onSearch={setIds}
      />
      <Rows trail={trail} isFiltered={Object.keys(filter).length > 0} onOpen={setOpened} />
      {head && <ChainEnd service={service} head={head} />}
      <AuditEntry row={opened} onOnly={showOnly} onClose={() => setOpened(null)} />
    </section>
  );
}
