import { lazy, Suspense, type ComponentType } from 'react';
import { Link, Navigate, Route, Routes } from 'react-router';
import { usePageTitle, useTexts } from './i18n/locale.tsx';
import { LandingPage } from './public/landing-page.tsx';
import { TokenPage } from './public/token-page.tsx';
import { VerifyPage } from './public/verify-page.tsx';
import { ErrorBoundary } from './ui/error-boundary.tsx';
import { PublicLayout } from './ui/layout.tsx';

/** What a stranger with a certificate needs is in the first part; every other page comes when it is opened. */
const page = <K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K) =>
  lazy(async () => ({ default: (await load())[name] }));

const BodiesPage = page(() => import('./public/bodies-page.tsx'), 'BodiesPage');
const BodyPage = page(() => import('./public/body-page.tsx'), 'BodyPage');
const HelpPage = page(() => import('./public/help-page.tsx'), 'HelpPage');
const LogPage = page(() => import('./public/log/log-page.tsx'), 'LogPage');
const OfflinePage = page(() => import('./public/offline-page.tsx'), 'OfflinePage');
const PublicityPage = page(() => import('./public/publicity/publicity-page.tsx'), 'PublicityPage');
const PublicityListPage = page(() => import('./public/publicity/publicity-list-page.tsx'), 'PublicityListPage');
const PlansPage = page(() => import('./public/plans/plans-page.tsx'), 'PlansPage');
const OccupationsPage = page(() => import('./public/occupations/occupations-page.tsx'), 'OccupationsPage');
const StatisticsPage = page(() => import('./public/statistics/statistics-page.tsx'), 'StatisticsPage');
const ExtractPage = page(() => import('./holder/extract-page.tsx'), 'ExtractPage');
/** Ant Design and the sign-in library come with these, so that a phone that scans a code never loads them. */
const WorkPage = page(() => import('./staff/work-page.tsx'), 'WorkPage');
const HolderPage = page(() => import('./holder/holder-page.tsx'), 'HolderPage');
const CallbackPage = page(() => import('./staff/callback-page.tsx'), 'CallbackPage');

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

/** Rooms with a frame of their own (holders, staff) stand beside the public one. */
export function App() {
  return (
    <ErrorBoundary>
      <Suspense fallback={<Waiting />}>
        <Routes>
          <Route element={<PublicLayout />}>
            <Route path="/" element={<LandingPage />} />
            <Route path="/about" element={<Navigate to="/help" replace />} />
            <Route path="/verify" element={<VerifyPage />} />
            <Route path="/v/:token" element={<TokenPage />} />
            <Route path="/e/:token" element={<ExtractPage />} />
            <Route path="/bodies" element={<BodiesPage />} />
            <Route path="/bodies/:siteCode" element={<BodyPage />} />
            <Route path="/publicity" element={<PublicityPage />} />
            <Route path="/publicity/:planId" element={<PublicityListPage />} />
            <Route path="/plans" element={<PlansPage />} />
            <Route path="/occupations" element={<OccupationsPage />} />
            <Route path="/statistics" element={<StatisticsPage />} />
            <Route path="/log-status" element={<LogPage />} />
            <Route path="/offline" element={<OfflinePage />} />
            <Route path="/help" element={<HelpPage />} />
            <Route path="/callback" element={<CallbackPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Route>
          <Route path="/my/*" element={<HolderPage />} />
          <Route path="/staff/*" element={<WorkPage />} />
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}
