import { Table, type TableColumnsType } from 'antd';
import type { Member } from '../../api/people.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useLocale, useTexts } from '../../i18n/locale.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { useSession } from '../session.tsx';
import { useCodeName } from '../state-tag.tsx';
import { needsSecondFactor } from './people.ts';
import { peopleDictionary } from './people-dictionary.ts';

const TONES: Readonly<Record<Member['state'], string>> = {
  active: 'done',
  invited: 'busy',
  'locked-out': 'stop',
  disabled: 'quiet',
};

export function MemberState({ person: { state } }: { person: Member }) {
  const t = useTexts(peopleDictionary);
  return <span className={`state-tag state-${TONES[state]}`}>{t(`state:${state}`)}</span>;
}

export function RoleTags({ roles }: { roles: readonly string[] }) {
  const nameOf = useCodeName();
  return (
    <ul className="role-tags">
      {roles.map((role) => (
        <li key={role}>{nameOf('role', role)}</li>
      ))}
    </ul>
  );
}

export function useFactorText(): (person: Member) => string {
  const t = useTexts(peopleDictionary);
  return ({ hasSecondFactor, roles }) => {
    if (hasSecondFactor) return t('hasFactor');
    return t(needsSecondFactor(roles) ? 'needsFactor' : 'noFactor');
  };
}

interface Props {
  rows: readonly Member[];
  isLoading: boolean;
  onOpen: (id: string) => void;
}

function useColumns({ onOpen }: Pick<Props, 'onOpen'>): TableColumnsType<Member> {
  const t = useTexts(peopleDictionary);
  const { lang } = useLocale();
  const { person: self } = useSession();
  const isNarrow = useMedia('(max-width: 860px)');
  const factorText = useFactorText();
  const name = (person: Member) => (
    <>
      <button
        type="button"
        className="row-open"
        aria-haspopup="dialog"
        onClick={(event) => {
          event.stopPropagation();
          onOpen(person.id);
        }}
      >
        {person.displayName}
      </button>
      {person.id === self.id && <span className="you"> {t('you')}</span>}
      {isNarrow && <span className="code under-name">{person.username}</span>}
    </>
  );
  const always: TableColumnsType<Member> = [
    { title: t('name'), key: 'name', render: (_value, person) => name(person) },
    { title: t('roles'), key: 'roles', render: (_value, { roles }) => <RoleTags roles={roles} /> },
    { title: t('state'), key: 'state', render: (_value, person) => <MemberState person={person} /> },
  ];
  if (isNarrow) return always;
  return [
    ...always.slice(0, 1),
    {
      title: t('username'),
      key: 'username',
      render: (_value, { username }) => <span className="code">{username}</span>,
    },
    ...always.slice(1),
    { title: t('secondFactor'), key: 'factor', render: (_value, person) => factorText(person) },
    {
      title: t('added'),
      key: 'added',
      render: (_value, { createdAt }) => <span className="nowrap">{formatInstant(lang, createdAt, 'minute')}</span>,
    },
  ];
}

export function PeopleTable({ rows, isLoading, onOpen }: Props) {
  const t = useTexts(peopleDictionary);
  return (
    <Table<Member>
      size="small"
      rowKey="id"
      columns={useColumns({ onOpen })}
      dataSource={[...rows]}
      loading={isLoading}
      pagination={false}
      locale={{ emptyText: t('nobody') }}
      onRow={({ id }) => ({ onClick: () => onOpen(id) })}
    />
  );
}
