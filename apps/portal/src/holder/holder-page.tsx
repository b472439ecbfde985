import { useEffect, useRef } from 'react';
import { Link, NavLink, Route, Routes, useLocation } from 'react-router';
import { useTexts } from '../i18n/locale.tsx';
import { useSession } from '../staff/session.tsx';
import { PersonBadge, SignedInFrame, useActiveInSight } from '../staff/signed-in-frame.tsx';
import { FailureNotice } from '../ui/problem-notice.tsx';
import { BindingPanel } from './binding-panel.tsx';
import { CertificatesSection } from './certificates.tsx';
import { ChecksSection } from './checks.tsx';
import { CorrectionsSection } from './corrections.tsx';
import { ExtractsSection } from './extracts.tsx';
import { holderDictionary } from './holder-dictionary.ts';
import { useBinding } from './use-holder.ts';
import './holder.css';

const ROOMS = [
  { path: '/my', key: 'navCertificates' },
  { path: '/my/checks', key: 'navChecks' },
  { path: '/my/extracts', key: 'navExtracts' },
  { path: '/my/corrections', key: 'navCorrections' },
] as const;

function HolderNav() {
  const t = useTexts(holderDictionary);
  const { pathname } = useLocation();
  const nav = useActiveInSight(pathname);
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

function PersonLine() {
  const { person } = useSession();
  return (
    <PersonBadge>
      <strong>{person.name}</strong>
    </PersonBadge>
  );
}

/** A holder's own pages: a frame for a phone. */
export function HolderPage() {
  const t = useTexts(holderDictionary);
  return (
    <SignedInFrame
      room="holder"
      home="/my"
      line={{ text: t('room'), className: 'brand-line holder-line' }}
      headClass="site-header"
      badge={<PersonLine />}
    >
      <Inside />
    </SignedInFrame>
  );
}
