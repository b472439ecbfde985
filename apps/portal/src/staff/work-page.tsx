import { ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { Link, NavLink, useParams } from 'react-router';
import { useLocale, usePageTitle, useTexts } from '../i18n/locale.tsx';
import { LanguageSwitch } from '../ui/layout.tsx';
import mark from '../ui/mark.svg';
import { useMedia } from '../ui/use-media.ts';
import { signOut, type Person } from './auth.ts';
import { Certificates } from './certificates.tsx';
import { Filings } from './filings.tsx';
import { Plans } from './plans.tsx';
import { listsFor, toolsFor, type ListKind, type Tool } from './record-kinds.ts';
import { Rolls } from './rolls.tsx';
import { SessionProvider, useSession, useSessionState, type SessionState } from './session.tsx';
import { SignInPanel } from './sign-in-panel.tsx';
import { useCodeName } from './state-tag.tsx';
import { workTheme } from './theme.ts';
import { workDictionary } from './work-dictionary.ts';
import './work.css';

/** Forms and windows come with these, which most people never open. */
const TOOLS = {
  batches: lazy(async () => ({ default: (await import('./batches/batches-page.tsx')).BatchesPage })),
  people: lazy(async () => ({ default: (await import('./people/people-page.tsx')).PeoplePage })),
  exports: lazy(async () => ({ default: (await import('./exports/exports-page.tsx')).ExportsPage })),
  corrections: lazy(async () => ({ default: (await import('./corrections/corrections-page.tsx')).CorrectionsPage })),
  audit: lazy(async () => ({ default: (await import('./audit/audit-page.tsx')).AuditPage })),
} as const;

const LISTS = { filings: Filings, plans: Plans, rolls: Rolls, certificates: Certificates } as const;

/** A page of the identity provider: sessions, password, second factor. */
const ACCOUNT = '/oidc/account';

function PersonCard({ person }: { person: Person }) {
  const t = useTexts(workDictionary);
  const { lang } = useLocale();
  const nameOf = useCodeName();
  return (
    <div className="person">
      <span>
        <strong>{person.name}</strong> {person.roles.map((role) => nameOf('role', role)).join(' · ')}
        <span className="person-organisation">{person.organisation}</span>
      </span>
      <a href={ACCOUNT} className="person-out">
        {t('account')}
      </a>
      <button type="button" className="link-button person-out" onClick={() => void signOut(lang)}>
        {t('signOut')}
      </button>
    </div>
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

/** On a phone it scrolls sideways: the page that is open is in sight. */
function WorkNav({ lists, tools, section }: Offered & { section: string }) {
  const t = useTexts(workDictionary);
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    nav.current?.querySelector('.active')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [section]);
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

function Body({ state, section }: { state: SessionState; section: string }) {
  const shell = useTexts();
  if (state.kind === 'loading') {
    return (
      <p className="wrap waiting" role="status">
        {shell('loading')}
      </p>
    );
  }
  if (state.kind === 'signed-out') return <SignInPanel hasExpired={state.hasExpired} />;
  const { roles } = state.session.person;
  const offered: Offered = { lists: listsFor(roles), tools: toolsFor(roles) };
  return (
    <SessionProvider session={state.session}>
      <div className="wrap work-grid">
        <WorkNav {...offered} section={section} />
        <div className="work-content">
          <Content {...offered} section={section} />
        </div>
      </div>
    </SessionProvider>
  );
}

/** The staff part: its own frame, Ant Design, and nothing before a person has signed in. */
export function WorkPage() {
  const t = useTexts(workDictionary);
  const shell = useTexts();
  const { lang } = useLocale();
  const hasMotion = !useMedia('(prefers-reduced-motion: reduce)');
  const theme = useMemo(() => workTheme(hasMotion), [hasMotion]);
  const { '*': section = '' } = useParams();
  const state = useSessionState();
  return (
    <ConfigProvider locale={lang === 'en' ? enUS : zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <a className="skip-link" href="#main">
        {shell('skip')}
      </a>
      <header className="site-header work-header">
        <div className="wrap site-header-row">
          <Link to="/staff" className="brand">
            <img src={mark} alt="" width={32} height={32} />
            <span>
              <strong>{shell('siteName')}</strong>
              <span className="brand-line">{t('workspace')}</span>
            </span>
          </Link>
          <div className="work-tools">
            <Link to="/">{t('publicSite')}</Link>
            <LanguageSwitch />
            {state.kind === 'signed-in' && <PersonCard person={state.session.person} />}
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <Body state={state} section={section} />
      </main>
    </ConfigProvider>
  );
}
