import { Link } from 'react-router';
import { usePageTitle, useTexts } from '../i18n/locale.tsx';
import { PUBLIC_ROOMS } from '../rooms.ts';
import { VerifyPanel } from './verify-panel.tsx';

const ABOUT = [
  ['aboutCoversTitle', 'aboutCovers'],
  ['aboutNotTitle', 'aboutNot'],
  ['aboutQrTitle', 'aboutQr'],
  ['aboutBodiesTitle', 'aboutBodies'],
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
    </section>
  );
}

function Rooms() {
  const t = useTexts();
  return (
    <section className="wrap rooms" aria-labelledby="rooms-title">
      <h2 id="rooms-title">{t('roomsTitle')}</h2>
      <ul>
        {PUBLIC_ROOMS.map(({ path, name, about }) => (
          <li key={path}>
            <Link to={path}>{t(name)}</Link>
            <span>{t(about)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** On a wide screen the form stands beside the explanations, on a phone right below the heading. */
export function LandingPage() {
  const t = useTexts();
  usePageTitle(t('siteLine'));
  return (
    <>
      <div className="hero">
        <div className="wrap hero-grid">
          <div className="hero-text">
            <h1>{t('landingTitle')}</h1>
            <p className="lead">{t('landingLead')}</p>
          </div>
          <VerifyPanel />
          <About />
        </div>
      </div>
      <Rooms />
    </>
  );
}
