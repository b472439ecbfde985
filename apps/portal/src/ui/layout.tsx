import { Suspense, useEffect, useRef, useState } from 'react';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { useLocale, useTexts } from '../i18n/locale.tsx';
import { PUBLIC_ROOMS } from '../rooms.ts';
import mark from './mark.svg';

export function LanguageSwitch() {
  const { lang, setLang } = useLocale();
  const t = useTexts();
  const other = lang === 'en' ? 'zh-CN' : 'en';
  return (
    <button type="button" className="link-button language" lang={other} onClick={() => setLang(other)}>
      {t('switchLanguage')}
    </button>
  );
}

/** One row on a wide screen; on a phone behind a button, closed again by Escape and by going somewhere. */
function Header() {
  const t = useTexts();
  const { pathname } = useLocation();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => setIsOpen(false), [pathname]);
  return (
    <header
      className="site-header"
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !isOpen) return;
        setIsOpen(false);
        button.current?.focus();
      }}
    >
      <div className="wrap site-header-row">
        <Link to="/" className="brand">
          <img src={mark} alt="" width={32} height={32} />
          <span>
            <strong>{t('siteName')}</strong>
            <span className="brand-line">{t('siteLine')}</span>
          </span>
        </Link>
        <div className="site-tools">
          <Link to="/my" className="on-wide">
            {t('navMine')}
          </Link>
          <Link to="/staff">{t('navWork')}</Link>
          <LanguageSwitch />
          <button
            ref={button}
            type="button"
            className="menu-button"
            aria-expanded={isOpen}
            aria-controls="site-nav"
            onClick={() => setIsOpen(!isOpen)}
          >
            {t('navMenu')}
          </button>
        </div>
      </div>
      <nav id="site-nav" className={isOpen ? 'site-nav is-open' : 'site-nav'} aria-label={t('navMain')}>
        <ul className="wrap">
          <li>
            <NavLink to="/verify">{t('navVerify')}</NavLink>
          </li>
          {PUBLIC_ROOMS.map(({ path, name }) => (
            <li key={path}>
              <NavLink to={path}>{t(name)}</NavLink>
            </li>
          ))}
          <li className="on-narrow">
            <Link to="/my">{t('navMine')}</Link>
          </li>
        </ul>
      </nav>
    </header>
  );
}

function Footer() {
  const t = useTexts();
  return (
    <footer className="site-footer">
      <div className="wrap">
        <p>
          <span className="footer-label">{t('footerNational')}</span>
          <span>
            {t('footerCertificates')} <a href="http://jndj.osta.org.cn">http://jndj.osta.org.cn</a>
          </span>
          <span>
            {t('footerBodies')} <a href="http://pjjg.osta.org.cn">http://pjjg.osta.org.cn</a>
          </span>
        </p>
        <p>{t('footerDuty')}</p>
      </div>
    </footer>
  );
}

/** Frame of the public pages. On a change of page the focus goes to the content, as after a full load. */
export function PublicLayout() {
  const t = useTexts();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <Header />
      <main id="main" ref={main} tabIndex={-1}>
        <Suspense
          fallback={
            <p className="wrap waiting" role="status">
              {t('loading')}
            </p>
          }
        >
          <Outlet />
        </Suspense>
      </main>
      <Footer />
    </>
  );
}
