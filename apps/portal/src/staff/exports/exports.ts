import type { ExportRequest } from '../../api/exports.ts';
import type { ProblemDocument } from '../../api/types.ts';

const AGENCY = ['agency-clerk', 'agency-reviewer', 'agency-admin'] as const;
const SECOND_PERSONS = ['agency-reviewer', 'agency-admin'] as const;

export type ExportKindName = 'candidates' | 'certificates';

/** What may leave a service as a file; the service has the last word. */
export interface ExportKind {
  name: ExportKindName;
  path: string;
  /** What the file is about, and where to choose it from. */
  about: { filter: 'planId' | 'rollId'; list: string };
  /** Who may ask, who decides for others, and who may have whole document numbers. */
  asking: readonly string[];
  deciding: readonly string[];
  fullDocuments: readonly string[];
}

export const EXPORT_KINDS: readonly ExportKind[] = [
  {
    name: 'candidates',
    path: '/api/exam-scheduling/exports',
    about: { filter: 'planId', list: '/api/exam-scheduling/plans' },
    asking: AGENCY,
    deciding: SECOND_PERSONS,
    fullDocuments: ['agency-admin'],
  },
  {
    name: 'certificates',
    path: '/api/certificate-issuance/exports',
    about: { filter: 'rollId', list: '/api/certificate-issuance/rolls' },
    asking: [...AGENCY, 'city-officer', 'province-officer'],
    deciding: [...SECOND_PERSONS, 'province-officer'],
    fullDocuments: [],
  },
];

const hasOne = (roles: readonly string[], of: readonly string[]): boolean => roles.some((role) => of.includes(role));

export const kindsToAsk = (roles: readonly string[]): ExportKind[] =>
  EXPORT_KINDS.filter(({ asking }) => hasOne(roles, asking));

export const mayHaveFullDocuments = (kind: ExportKind, roles: readonly string[]): boolean =>
  hasOne(roles, kind.fullDocuments);

/** What the person at the page can do with a request, or why nothing. */
export type Offer = 'download' | 'decide' | 'own-waits' | 'used-up' | 'not-yours' | 'over';

export function offerFor(
  request: Pick<ExportRequest, 'state' | 'askedBy' | 'downloads' | 'downloadsMax'>,
  kind: ExportKind,
  self: { id: string; roles: readonly string[] },
): Offer {
  const isAsker = request.askedBy === self.id;
  switch (request.state) {
    case 'awaiting-approval':
      if (isAsker) return 'own-waits';
      return hasOne(self.roles, kind.deciding) ? 'decide' : 'not-yours';
    case 'ready':
      if (!isAsker) return 'not-yours';
      return request.downloads < request.downloadsMax ? 'download' : 'used-up';
    case 'prepared':
    case 'refused':
    case 'expired':
      return 'over';
  }
}

const MINUTE_MS = 60_000;
const MINUTES_PER_HOUR = 60;
const HOURS_PER_DAY = 24;

/**
 * In the largest unit that tells enough. Never more than the whole time that was given: the clock of this machine may be
 * behind the registry's, as it is in a demonstration.
 */
export function timeLeft(
  { expiresAt, askedAt, decidedAt }: Pick<ExportRequest, 'expiresAt' | 'askedAt' | 'decidedAt'>,
  now: Date,
): { n: number; unit: 'days' | 'hours' | 'minutes' } | undefined {
  const from = Math.max(now.getTime(), Date.parse(decidedAt ?? askedAt));
  const minutes = Math.floor((Date.parse(expiresAt) - from) / MINUTE_MS);
  if (!(minutes >= 1)) return undefined;
  const hours = Math.floor(minutes / MINUTES_PER_HOUR);
  if (hours === 0) return { n: minutes, unit: 'minutes' };
  if (hours < 2 * HOURS_PER_DAY) return { n: hours, unit: 'hours' };
  return { n: Math.floor(hours / HOURS_PER_DAY), unit: 'days' };
}

export type Field = 'about' | 'format' | 'purpose' | 'fullDocuments';
export interface FieldFault {
  field: Field;
  zh: string;
  en: string;
}

const PROBLEM = 'urn:jiangzheng:problem:';
/** Refusals that another choice of plan or roll would mend. */
const OF_THE_CHOICE = ['export/empty', 'export/too-many-rows'].map((code) => `${PROBLEM}${code}`);

function fieldOf(pointer: string): Field | undefined {
  if (pointer === '/filter' || pointer.startsWith('/filter/')) return 'about';
  return (['format', 'purpose', 'fullDocuments'] as const).find((each) => pointer === `/${each}`);
}

/** What of a refusal belongs to a field of the form; nothing when it belongs to the whole. */
export function fieldFaultsOf({ type, titles, errors = [] }: ProblemDocument): FieldFault[] {
  if (OF_THE_CHOICE.includes(type)) return [{ field: 'about', zh: titles['zh-CN'], en: titles.en }];
  return errors.flatMap(({ field: pointer, zh, en }) => {
    const field = fieldOf(pointer);
    return field ? [{ field, zh, en }] : [];
  });
}
