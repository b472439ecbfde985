import { ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import { useEffect, useMemo, useRef } from 'react';
import { Link, NavLink, Route, Routes, useLocation } from 'react-router';
import { useLocale, useTexts } from '../i18n/locale.tsx';
import { signOut, type Person } from '../staff/auth.ts';
import { SessionProvider, useSession, useSessionState } from '../staff/session.tsx';
import { SignInPanel } from '../staff/sign-in-panel.tsx';
import { workTheme } from '../staff/theme.ts';
import { LanguageSwitch } from '../ui/layout.tsx';
import mark from '../ui/mark.svg';
import { FailureNotice } from '../ui/problem-notice.tsx';
import { useMedia } from '../ui/use-media.ts';
import { BindingPanel } from './binding-panel.tsx';
import { CertificatesSection } from './certificates.tsx';
import { ChecksSection } from './checks.tsx';
import { CorrectionsSection } from './corrections.tsx';
import { ExtractsSection } from './extracts.tsx';
import { holderDictionary } from './holder-dictionary.ts';
import { useBinding } from './use-holder.ts';
import '../staff/work.css';
import './holder.css';

/** A page of the identity provider: sessions, password, second factor. */
const ACCOUNT = '/oidc/account';

const ROOMS = [
  { path: '/my', key: 'navCertificates' },
  { path: '/my/checks', key: 'navChecks' },
  { path: '/my/extracts', key: 'navExtracts' },
  { path: '/my/corrections', key: 'navCorrections' },
] as const;

function HolderNav() {
  const t = useTexts(holderDictionary);
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    nav.current?.querySelector('.active')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [pathname]);
  return (
    <nav ref={nav} className="holder-nav" aria-label={t('room')}>
      <ul className="wrap">
        {ROOMS.map(({ path, key }) => (
          <li key={path}>
            <NavLink to={path} end>
              {t(key)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What the account may see: nothing before it is bound to a person. */
function Content({ binding }: { binding: ReturnType<typeof useBinding> }) {
  const shell = useTexts();
  if (binding.isError) return <FailureNotice error={binding.error} onRetry={() => void binding.refetch()} />;
  if (!binding.data) return <p role="status">{shell('loading')}</p>;
  if (!binding.data.isBound) return <BindingPanel />;
  return (
    <Routes>
      <Route index element={<CertificatesSection binding={binding.data} />} />
      <Route path="checks" element={<ChecksSection />} />
      <Route path="extracts" element={<ExtractsSection />} />
      <Route path="corrections" element={<CorrectionsSection />} />
      <Route path="*" element={<p role="alert">{shell('pageNotFound')}</p>} />
    </Routes>
  );
}

/** On a change of page the focus goes to the content, as after a full load. */
function Inside() {
  const t = useTexts(holderDictionary);
  const { person } = useSession();
  const { pathname } = useLocation();
  const content = useRef<HTMLDivElement>(null);
  const isHolder = person.roles.includes('candidate');
  const binding = useBinding(isHolder);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    window.scrollTo(0, 0);
    content.current?.focus({ preventScroll: true });
  }, [pathname]);
  if (!isHolder) {
    return (
      <div className="wrap page narrow">
        <h1>{t('room')}</h1>
        <p>{t('notHolder')}</p>
        <p>
          <Link to="/staff">{t('toStaff')}</Link>
        </p>
      </div>
    );
  }
  return (
    <>
      {binding.data?.isBound && <HolderNav />}
      <div ref={content} tabIndex={-1} className="wrap page holder-content">
        <Content binding={binding} />
      </div>
    </>
  );
}

function PersonLine({ person }: { person: Person }) {
  const t = useTexts(holderDictionary);
  const { lang } = useLocale();
  return (
    <div className="person">
      <strong>{person.name}</strong>
      <a href={ACCOUNT} className="person-out">
        {t('account')}
      </a>
      <button type="button" className="link-button person-out" onClick={() => void signOut(lang)}>
        {t('signOut')}
      </button>
    </div>
  );
}

/** A holder's own pages: a frame for a phone, and nothing before the person has signed in. */
export function HolderPage() {
  const t = useTexts(holderDictionary);
  const shell = useTexts();
  const { lang } = useLocale();
  const hasMotion = !useMedia('(prefers-reduced-motion: reduce)');
  const theme = useMemo(() => workTheme(hasMotion), [hasMotion]);
  const state = useSessionState();
  return (
    <ConfigProvider locale={lang === 'en' ? enUS : zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <a className="skip-link" href="#main">
        {shell('skip')}
      </a>
      <header className="site-header">
        <div className="wrap site-header-row">
          <Link to="/my" className="brand">
            <img src={mark} alt="" width={32} height={32} />
            <span>
              <strong>{shell('siteName')}</strong>
              <span className="brand-line holder-line">{t('room')}</span>
            </span>
          </Link>
          <div className="work-tools">
            <Link to="/">{t('publicSite')}</Link>
            <LanguageSwitch />
            {state.kind === 'signed-in' && <PersonLine person={state.session.person} />}
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {state.kind === 'loading' && (
          <p className="wrap waiting" role="status">
            {shell('loading')}
          </p>
        )}
        {state.kind === 'signed-out' && <SignInPanel hasExpired={state.hasExpired} room="holder" />}
        {state.kind === 'signed-in' && (
          <SessionProvider session={state.session}>
            <Inside />
          </SessionProvider>
        )}
      </main>
    </ConfigProvider>
  );
}
