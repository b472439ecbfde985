import { useQuery } from '@tanstack/react-query';
import { Descriptions, Timeline } from 'antd';
import type { ReactNode } from 'react';
import type { Step, Subject } from '../api/types.ts';
import { formatInstant, levelName, specialtyName } from '../i18n/format.ts';
import { useLocale, useTexts } from '../i18n/locale.tsx';
import { FailureNotice } from '../ui/problem-notice.tsx';
import type { ListKind } from './record-kinds.ts';
import { useSession } from './session.tsx';
import { StateTag, type RecordKind } from './state-tag.tsx';
import { workDictionary } from './work-dictionary.ts';

export interface Fact {
  label: string;
  value: ReactNode;
}
export const fact = (label: string, value: ReactNode): Fact => ({ label, value });

/** Label and value, one below the other on a phone. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <Descriptions
      column={1}
      size="small"
      bordered
      className="facts-table"
      items={facts.map(({ label, value }) => ({ key: label, label, children: value }))}
    />
  );
}

export const Code = ({ children }: { children: string }) => <span className="code">{children}</span>;

export function useSubjectFacts(): (subject: Subject) => Fact[] {
  const t = useTexts(workDictionary);
  const { lang } = useLocale();
  return (subject) => [
    fact(
      t('occupation'),
      <>
        {subject.occupationName} <Code>{subject.occupationCode}</Code>
      </>,
    ),
    fact(t('specialty'), specialtyName(subject.specialty)),
    fact(t('level'), levelName(lang, subject.levelDigit)),
  ];
}

export function History({ kind, steps }: { kind: RecordKind; steps: readonly Step[] }) {
  const t = useTexts(workDictionary);
  const { lang } = useLocale();
  return (
    <section className="drawer-part">
      <h2>{t('history')}</h2>
      {steps.length === 0 ? (
        <p>{t('noHistory')}</p>
      ) : (
        <Timeline
          items={steps.map(({ at, to, opinion }) => ({
            key: `${at} ${to}`,
            content: (
              <>
                <StateTag kind={kind} state={to} /> <time dateTime={at}>{formatInstant(lang, at, 'minute')}</time>
                {opinion && (
                  <p>
                    {t('opinion')}: {opinion}
                  </p>
                )}
              </>
            ),
          }))}
        />
      )}
    </section>
  );
}

interface WholeProps<T> {
  list: ListKind;
  row: T;
  children: (record: T) => ReactNode;
}

/** Shows the row at once and the whole record when it has come. */
export function Whole<T extends { id: string }>({ list, row, children }: WholeProps<T>) {
  const { api } = useSession();
  const whole = useQuery({
    queryKey: ['work', list.key, 'one', row.id],
    queryFn: ({ signal }) => api.json<T>(`${list.path}/${row.id}`, signal),
  });
  return (
    <>
      {whole.isError && <FailureNotice error={whole.error} onRetry={() => void whole.refetch()} />}
      {children(whole.data ?? row)}
    </>
  );
}
