import path from 'node:path';
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

const library = (name: string): string => path.join(import.meta.dirname, '../../../libs', name, 'src/index.ts');

/** One file that loads nothing: it is carried on a stick and opened where there is no network. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [viteSingleFile({ removeViteModuleLoader: true })],
  resolve: {
    alias: {
      '@app/credential': library('credential'),
      '@app/kernel': library('kernel'),
      '@app/standards': library('standards'),
    },
  },
  build: {
    outDir: '../../../dist/offline',
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { input: path.join(import.meta.dirname, 'verify.html') },
  },
});
