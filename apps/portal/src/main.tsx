import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { NoAnswerError } from './api/http.ts';
import { App } from './app.tsx';
import { LocaleProvider } from './i18n/locale.tsx';
import './ui/base.css';
import './ui/frame.css';
import './public/public.css';
import './public/outcome.css';

const RETRIES = 2;
const STALE_MS = 15_000;

/** Only an absent answer is asked for again; a problem document is an answer. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: STALE_MS,
      retry: (failures, error) => error instanceof NoAnswerError && failures < RETRIES,
      refetchOnWindowFocus: false,
    },
  },
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <LocaleProvider>
        <QueryClientProvider client={queries}>
          <BrowserRouter>
            <App />
          </BrowserRouter>
        </QueryClientProvider>
      </LocaleProvider>
    </StrictMode>,
  );
}
