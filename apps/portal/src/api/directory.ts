import type { components, paths } from './generated/public-verification.ts';
import { readerOf } from './typed.ts';
import type { Page } from './types.ts';

/** The most the service gives: the directory is looked through as a whole. */
const PAGE = 50;

const read = readerOf<paths>('public-verification');

/** One filed site of a body. A public telephone and address come with the filings that name them. */
export type FiledBody = components['schemas']['BodyView'] & { publicPhone?: string; publicAddress?: string };
export type FiledScopeLine = components['schemas']['ScopeLineView'];

export const filedBodies = (after: string | undefined, signal: AbortSignal): Promise<Page<FiledBody>> =>
  read('/bodies', { query: { ...(after ? { after } : {}), limit: PAGE }, signal });

export const filedBody = (siteCode: string, signal: AbortSignal): Promise<FiledBody> =>
  read('/bodies/{siteCode}', { path: { siteCode }, signal });
