import { Link } from 'react-router';
import { usePageTitle, useTexts } from '../i18n/locale.tsx';
import { VerifyPanel } from './verify-panel.tsx';

const ABOUT = [
  ['aboutCoversTitle', 'aboutCovers'],
  ['aboutNotTitle', 'aboutNot'],
  ['aboutQrTitle', 'aboutQr'],
] as const;

function About() {
  const t = useTexts();
  return (
    <section className="about" aria-labelledby="about-title">
      <h2 id="about-title">{t('aboutTitle')}</h2>
      {ABOUT.map(([title, text]) => (
        <div key={title}>
          <h3>{t(title)}</h3>
          <p>{t(text)}</p>
        </div>
      ))}
      <div>
        <h3>{t('aboutBodiesTitle')}</h3>
        <p>
          {t('aboutBodies')} <Link to="/bodies">{t('aboutBodiesLink')}</Link>
        </p>
      </div>
    </section>
  );
}

/** On a wide screen the form stands beside the explanations, on a phone right below the heading. */
export function LandingPage() {
  const t = useTexts();
  usePageTitle(t('siteLine'));
  return (
    <div className="hero">
      <div className="wrap hero-grid">
        <div className="hero-text">
          <h1>{t('landingTitle')}</h1>
          <p className="lead">{t('landingLead')}</p>
        </div>
        <VerifyPanel />
        <About />
        <p className="staff-line">
          {t('staffText')} <Link to="/staff">{t('staffLink')}</Link>
        </p>
      </div>
    </div>
  );
}
