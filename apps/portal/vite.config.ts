import { defineConfig } from 'vite';

const GATEWAY = 'http://localhost:8080';
/** Ant Design with its table, for staff only; the public pages are a third of it. */
const STAFF_CHUNK_KB = 750;

/** JSX is transformed by Vite itself. The gateway serves the page and `/assets/` only, so nothing goes elsewhere. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../../dist/portal',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: STAFF_CHUNK_KB,
    // There is no server side, so the `use client` of libraries means nothing here.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  server: { proxy: { '/api': GATEWAY, '/oidc': GATEWAY } },
});
