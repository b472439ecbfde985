import { Button } from 'antd';
import { useState } from 'react';
import type { Invitation, Member } from '../../api/people.ts';
import { useTexts } from '../../i18n/locale.tsx';
import { FailureNotice } from '../../ui/problem-notice.tsx';
import { users } from '../auth.ts';
import { useSession } from '../session.tsx';
import { CodeDialog } from './code-dialog.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { MemberDrawer } from './member-drawer.tsx';
import { isLastAdministrator, offersFor, type Step } from './people.ts';
import { peopleDictionary } from './people-dictionary.ts';
import { PeopleTable } from './people-table.tsx';
import { RolesDialog } from './roles-dialog.tsx';
import { StepDialog } from './step-dialog.tsx';
import { usePeople, type People } from './use-people.ts';
import './people.css';

type Open = { kind: 'invite' } | { kind: Step; person: Member } | { kind: 'code'; invitation: Invitation } | null;

/** What was done last, and for whom. */
type Said = { what: 'done:roles' | 'done:disable' | 'done:enable' | 'enabledLockedOut'; name: string } | null;

interface Flow {
  people: People;
  open: Open;
  setOpen: (open: Open) => void;
  say: (said: Said) => void;
}

/** The window in front of the list. Whoever changed the own account is signed out by the service, so here too. */
function Dialogs({ people, open, setOpen, say }: Flow) {
  const { person: self } = useSession();
  if (open === null) return null;
  const close = () => setOpen(null);
  const leaveIfSelf = (person: Member) => person.id === self.id && void users.removeUser();
  switch (open.kind) {
    case 'invite': {
      const closeAndLook = () => {
        close();
        people.refresh();
      };
      return <InviteDialog onClose={closeAndLook} onDone={(invitation) => setOpen({ kind: 'code', invitation })} />;
    }
    case 'code': {
      const done = () => {
        close();
        people.refresh();
        leaveIfSelf(open.invitation.person);
      };
      return <CodeDialog invitation={open.invitation} onClose={done} />;
    }
    case 'roles': {
      const done = (person: Member) => {
        people.put(person);
        say({ what: 'done:roles', name: person.displayName });
        close();
        leaveIfSelf(person);
      };
      const isLastAdmin = people.isWhole && isLastAdministrator(open.person, people.rows);
      return <RolesDialog person={open.person} isLastAdmin={isLastAdmin} onClose={close} onDone={done} />;
    }
    default: {
      const { kind: step } = open;
      const done = (person: Member, invitation?: Invitation) => {
        people.put(person);
        if (invitation) return setOpen({ kind: 'code', invitation });
        const isLockedOut = step === 'enable' && person.state === 'locked-out';
        const what = isLockedOut ? 'enabledLockedOut' : step === 'enable' ? 'done:enable' : 'done:disable';
        say({ what, name: person.displayName });
        close();
        leaveIfSelf(person);
      };
      return <StepDialog step={step} person={open.person} onClose={close} onDone={done} />;
    }
  }
}

function Foot({ people: { rows, isWhole, isFetching, more } }: { people: People }) {
  const t = useTexts(peopleDictionary);
  if (rows.length === 0) return null;
  return (
    <p className="record-list-foot">
      <span>{t(isWhole ? 'count' : 'countSoFar', { n: rows.length })}</span>
      {!isWhole && (
        <Button loading={isFetching} onClick={more}>
          {t('more')}
        </Button>
      )}
    </p>
  );
}

/** 机构人员: who may sign in for the own organisation, and as what. */
export function PeoplePage() {
  const t = useTexts(peopleDictionary);
  const people = usePeople();
  const [open, setOpen] = useState<Open>(null);
  const [shownId, setShownId] = useState<string>();
  const [said, say] = useState<Said>(null);
  const { rows, isWhole } = people;
  const shown = rows.find(({ id }) => id === shownId);
  const lastAdmin = isWhole ? rows.find((person) => isLastAdministrator(person, rows)) : undefined;
  const offers = shown ? offersFor(shown, isWhole ? rows : undefined) : [];
  return (
    <section className="record-list" aria-labelledby="people-title">
      <div className="record-list-head">
        <h1 id="people-title">{t('title')}</h1>
        <div className="head-acts">
          <Button loading={people.isFetching} onClick={people.refresh}>
            {t('refresh')}
          </Button>
          <Button type="primary" onClick={() => setOpen({ kind: 'invite' })}>
            {t('invite')}
          </Button>
        </div>
      </div>
      <p className="lead">{t('lead')}</p>
      {lastAdmin && <p className="notice advice">{t('onlyAdmin', { name: lastAdmin.displayName })}</p>}
      <p role="status" className={said ? 'said' : 'visually-hidden'}>
        {said && t(said.what, { name: said.name })}
      </p>
      {people.error ? (
        <FailureNotice error={people.error} onRetry={people.refresh} />
      ) : (
        <PeopleTable rows={rows} isLoading={people.isPending} onOpen={setShownId} />
      )}
      <Foot people={people} />
      <MemberDrawer
        person={shown}
        offers={offers}
        onStep={(kind) => shown && setOpen({ kind, person: shown })}
        onClose={() => setShownId(undefined)}
      />
      <Dialogs people={people} open={open} setOpen={setOpen} say={say} />
    </section>
  );
}
