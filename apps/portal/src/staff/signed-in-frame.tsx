import { ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import { useEffect, useMemo, useRef, type ReactNode, type RefObject } from 'react';
import { Link } from 'react-router';
import { useLocale, useTexts } from '../i18n/locale.tsx';
import { LanguageSwitch } from '../ui/layout.tsx';
import mark from '../ui/mark.svg';
import { useMedia } from '../ui/use-media.ts';
import { signOut } from './auth.ts';
import { SessionProvider, useSessionState } from './session.tsx';
import { SignInPanel } from './sign-in-panel.tsx';
import { workTheme } from './theme.ts';
import { workDictionary } from './work-dictionary.ts';
import './work.css';

/** A page of the identity provider: sessions, password, second factor. */
const ACCOUNT = '/oidc/account';

/** Who is signed in, and the ways to the account and out. */
export function PersonBadge({ children }: { children: ReactNode }) {
  const t = useTexts(workDictionary);
  const { lang } = useLocale();
  return (
    <div className="person">
      {children}
      <a href={ACCOUNT} className="person-out">
        {t('account')}
      </a>
      <button type="button" className="link-button person-out" onClick={() => void signOut(lang)}>
        {t('signOut')}
      </button>
    </div>
  );
}

/** A row of links that scrolls sideways on a phone: the page that is open is in sight. */
export function useActiveInSight(page: string): RefObject<HTMLElement | null> {
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    nav.current?.querySelector('.active')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [page]);
  return nav;
}

interface Props {
  room: 'staff' | 'holder';
  home: string;
  /** Under the name of the site. */
  line: { text: string; className: string };
  headClass: string;
  badge: ReactNode;
  /** Nothing of it before a person has signed in. */
  children: ReactNode;
}

/** Frame of the rooms behind the sign-in, with Ant Design. */
export function SignedInFrame({ room, home, line, headClass, badge, children }: Props) {
  const t = useTexts(workDictionary);
  const shell = useTexts();
  const { lang } = useLocale();
  const hasMotion = !useMedia('(prefers-reduced-motion: reduce)');
  const theme = useMemo(() => workTheme(hasMotion), [hasMotion]);
  const state = useSessionState();
  const signedIn = (inside: ReactNode): ReactNode =>
    state.kind === 'signed-in' && <SessionProvider session={state.session}>{inside}</SessionProvider>;
  return (
    <ConfigProvider locale={lang === 'en' ? enUS : zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <a className="skip-link" href="#main">
        {shell('skip')}
      </a>
      <header className={headClass}>
        <div className="wrap site-header-row">
          <Link to={home} className="brand">
            <img src={mark} alt="" width={32} height={32} />
            <span>
              <strong>{shell('siteName')}</strong>
              <span className={line.className}>{line.text}</span>
            </span>
          </Link>
          <div className="work-tools">
            <Link to="/">{t('publicSite')}</Link>
            <LanguageSwitch />
            {signedIn(badge)}
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {state.kind === 'loading' && (
          <p className="wrap waiting" role="status">
            {shell('loading')}
          </p>
        )}
        {state.kind === 'signed-out' && <SignInPanel hasExpired={state.hasExpired} room={room} />}
        {signedIn(children)}
      </main>
    </ConfigProvider>
  );
}
