import type { components } from './generated/public-verification.ts';
import { callJson } from './http.ts';
import { addressOf } from './typed.ts';
import type { Page } from './types.ts';

/** One occupation of the catalogue. */
export type CatalogueEntry = components['schemas']['OccupationView'];

export const occupations = (
  query: string,
  after: string | undefined,
  signal: AbortSignal,
): Promise<Page<CatalogueEntry>> =>
  callJson(`/api/public-verification${addressOf('/occupations', {}, { query, after })}`, { signal });
