import { lazy, Suspense } from 'react';
import { Link, Navigate, Route, Routes } from 'react-router';
import { usePageTitle, useTexts } from './i18n/locale.tsx';
import { LandingPage } from './public/landing-page.tsx';
import { TokenPage } from './public/token-page.tsx';
import { VerifyPage } from './public/verify-page.tsx';
import { ErrorBoundary } from './ui/error-boundary.tsx';
import { PublicLayout } from './ui/layout.tsx';

const BodiesPage = lazy(async () => ({ default: (await import('./public/bodies-page.tsx')).BodiesPage }));
/** Ant Design and the sign-in library come with these, so that a phone that scans a code never loads them. */
const WorkPage = lazy(async () => ({ default: (await import('./staff/work-page.tsx')).WorkPage }));
const CallbackPage = lazy(async () => ({ default: (await import('./staff/callback-page.tsx')).CallbackPage }));

function Waiting() {
  const t = useTexts();
  return (
    <p className="wrap waiting" role="status">
      {t('loading')}
    </p>
  );
}

function NotFoundPage() {
  const t = useTexts();
  usePageTitle(t('pageNotFound'));
  return (
    <div className="wrap page">
      <h1>{t('pageNotFound')}</h1>
      <p>
        <Link to="/">{t('backHome')}</Link>
      </p>
    </div>
  );
}

export function App() {
  return (
    <ErrorBoundary>
      <Suspense fallback={<Waiting />}>
        <Routes>
          <Route element={<PublicLayout />}>
            <Route path="/" element={<LandingPage />} />
            <Route path="/about" element={<Navigate to="/" replace />} />
            <Route path="/verify" element={<VerifyPage />} />
            <Route path="/v/:token" element={<TokenPage />} />
            <Route path="/bodies" element={<BodiesPage />} />
            <Route path="/callback" element={<CallbackPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Route>
          <Route path="/staff/*" element={<WorkPage />} />
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}
