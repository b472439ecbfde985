import { lazy, Suspense } from 'react';
import { Link, NavLink, useParams } from 'react-router';
import { usePageTitle, useTexts } from '../i18n/locale.tsx';
import { Certificates } from './certificates.tsx';
import { Filings } from './filings.tsx';
import { Plans } from './plans.tsx';
import { listsFor, toolsFor, type ListKind, type Tool } from './record-kinds.ts';
import { Rolls } from './rolls.tsx';
import { useSession } from './session.tsx';
import { PersonBadge, SignedInFrame, useActiveInSight } from './signed-in-frame.tsx';
import { useCodeName } from './state-tag.tsx';
import { workDictionary } from './work-dictionary.ts';

/** Forms and windows come with these, which most people never open. */
const TOOLS = {
  batches: lazy(async () => ({ default: (await import('./batches/batches-page.tsx')).BatchesPage })),
  people: lazy(async () => ({ default: (await import('./people/people-page.tsx')).PeoplePage })),
  exports: lazy(async () => ({ default: (await import('./exports/exports-page.tsx')).ExportsPage })),
  corrections: lazy(async () => ({ default: (await import('./corrections/corrections-page.tsx')).CorrectionsPage })),
  audit: lazy(async () => ({ default: (await import('./audit/audit-page.tsx')).AuditPage })),
} as const;

const LISTS = { filings: Filings, plans: Plans, rolls: Rolls, certificates: Certificates } as const;

function PersonCard() {
  const { person } = useSession();
  const nameOf = useCodeName();
  return (
    <PersonBadge>
      <span>
        <strong>{person.name}</strong> {person.roles.map((role) => nameOf('role', role)).join(' · ')}
        <span className="person-organisation">{person.organisation}</span>
      </span>
    </PersonBadge>
  );
}

/** A person of such roles may still check a certificate, so this is no dead end. */
function NoLists() {
  const t = useTexts(workDictionary);
  const isHolder = useSession().person.roles.includes('candidate');
  const shell = useTexts();
  return (
    <div className="panel">
      <p>{t('noLists')}</p>
      {isHolder && (
        <p>
          <Link to="/my">{t('myCertificates')}</Link>
        </p>
      )}
      <p className="open-links">
        <span>{t('openToAll')}</span>
        <Link to="/verify">{shell('verifyTitle')}</Link>
        <Link to="/bodies">{shell('bodiesTitle')}</Link>
      </p>
    </div>
  );
}

interface Offered {
  lists: readonly ListKind[];
  tools: readonly Tool[];
}

function Content({ lists, tools, section }: Offered & { section: string }) {
  const t = useTexts(workDictionary);
  const shell = useTexts();
  const current = lists.find(({ key }) => key === section);
  const tool = tools.find(({ key }) => key === section);
  const title = current?.key ?? tool?.title ?? 'workspace';
  usePageTitle(t(title));
  if (tool) {
    const ToolPage = TOOLS[tool.key];
    return (
      <Suspense fallback={<p role="status">{shell('loading')}</p>}>
        <ToolPage />
      </Suspense>
    );
  }
  if (current) {
    const List = LISTS[current.key];
    return <List list={current} />;
  }
  if (section) return <p role="alert">{t('noSuchList')}</p>;
  return (
    <>
      <h1>{t('overview')}</h1>
      {lists.length === 0 ? <NoLists /> : <p className="lead">{t('readOnly')}</p>}
      {lists.map((list) => {
        const List = LISTS[list.key];
        return <List key={list.key} list={list} preview />;
      })}
    </>
  );
}

function WorkNav({ lists, tools, section }: Offered & { section: string }) {
  const t = useTexts(workDictionary);
  const nav = useActiveInSight(section);
  return (
    <nav ref={nav} className="work-nav" aria-label={t('workspace')}>
      <NavLink to="/staff" end>
        {t('overview')}
      </NavLink>
      {lists.map(({ key }) => (
        <NavLink key={key} to={`/staff/${key}`}>
          {t(key)}
        </NavLink>
      ))}
      {tools.map(({ key, title }) => (
        <NavLink key={key} to={`/staff/${key}`}>
          {t(title)}
        </NavLink>
      ))}
    </nav>
  );
}

function Inside() {
  const { '*': section = '' } = useParams();
  const { roles } = useSession().person;
  const offered: Offered = { lists: listsFor(roles), tools: toolsFor(roles) };
  return (
    <div className="wrap work-grid">
      <WorkNav {...offered} section={section} />
      <div className="work-content">
        <Content {...offered} section={section} />
      </div>
    </div>
  );
}

/** The staff part: a frame of its own. */
export function WorkPage() {
  const t = useTexts(workDictionary);
  return (
    <SignedInFrame
      room="staff"
      home="/staff"
      line={{ text: t('workspace'), className: 'brand-line' }}
      headClass="site-header work-header"
      badge={<PersonCard />}
    >
      <Inside />
    </SignedInFrame>
  );
}
