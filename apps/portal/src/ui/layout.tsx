import { useEffect, useRef } from 'react';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { useLocale, useTexts } from '../i18n/locale.tsx';
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

function Header() {
  const t = useTexts();
  return (
    <header className="site-header">
      <div className="wrap site-header-row">
        <Link to="/" className="brand">
          <img src={mark} alt="" width={32} height={32} />
          <span>
            <strong>{t('siteName')}</strong>
            <span className="brand-line">{t('siteLine')}</span>
          </span>
        </Link>
        <nav aria-label={t('navMain')}>
          <NavLink to="/verify">{t('navVerify')}</NavLink>
          <NavLink to="/bodies">{t('navBodies')}</NavLink>
          <Link to="/staff" className="nav-work">
            {t('navWork')}
          </Link>
          <LanguageSwitch />
        </nav>
      </div>
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
        <Outlet />
      </main>
      <Footer />
    </>
  );
}
