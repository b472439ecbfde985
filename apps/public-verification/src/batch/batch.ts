import { assertTransition, DomainError, type Transitions } from '@app/kernel';

export const BATCH_STATES = ['running', 'waiting', 'stopped', 'answered', 'finished', 'cancelled'] as const;
/** `waiting`: the quota is used up, it goes on by itself on a later day; `answered`: the workbook is still to be made. */
export type BatchState = (typeof BATCH_STATES)[number];

export const BATCH_TRANSITIONS: Transitions<BatchState> = {
  running: ['waiting', 'stopped', 'answered', 'cancelled'],
  waiting: ['running', 'stopped', 'cancelled'],
  stopped: ['running', 'cancelled'],
  answered: ['finished'],
  finished: [],
  cancelled: [],
};

/** 查验用途: what an organisation may ask for (domain.md §7.2). */
export const BATCH_PURPOSES = {
  recruitment: { zh: '招聘录用', en: 'Recruitment' },
  'staff-check': { zh: '在岗人员资格核查', en: 'Check of the own staff' },
  tender: { zh: '招投标人员核查', en: 'Check of the persons of a tender' },
  subsidy: { zh: '补贴审核', en: 'Review of a subsidy' },
  supervision: { zh: '监督检查', en: 'Supervision' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Readonly<Record<string, { zh: string; en: string }>>;
export type BatchPurpose = keyof typeof BATCH_PURPOSES;
export const PURPOSE_NAMES = Object.keys(BATCH_PURPOSES) as BatchPurpose[];

/** 授权声明: what the organisation declares. An edition is never changed, only followed by another. */
export const CONSENT = {
  edition: '2026-1',
  zh: '本单位已取得名单中每个人的授权（或依法无需授权），仅为所填用途查验其技能等级证书，查验结果不作他用；授权材料由本单位保存备查。',
  en:
    'This organisation holds the consent of every person listed, or needs none by law. It checks their certificates for ' +
    'the stated purpose alone, uses the answers for nothing else, and keeps the consents for inspection.',
} as const;

/** Where the log stood; null members never: a position is whole or unknown. */
export interface LogPosition {
  origin: string;
  size: number;
  /** Base64, 32 bytes. */
  root: string;
  /** RFC 3339: when it was read. */
  readAt: string;
}

/** 批量查验: one workbook of an organisation. */
export interface Batch {
  id: string;
  organisationId: string;
  organisationName: string;
  /** Of an officer; empty for organisations. */
  jurisdiction: string;
  state: BatchState;
  purpose: BatchPurpose;
  purposeText: string;
  consentEdition: string;
  /** Wants to be told of a later change. */
  watch: boolean;
  rows: number;
  /** Sheets without a line of column names, by their place in the file; they were not read. */
  skippedSheets: number[];
  /** Hex. */
  inputSha256: string;
  askedBy: string;
  askedByName: string;
  askedAt: Date;
  /** Day on which a waiting one goes on. */
  waitsUntil: string | null;
  finishedAt: Date | null;
  outputSha256: string | null;
  proofCode: string | null;
  logPosition: LogPosition | null;
  /** Last day of what was uploaded; the answers stay. */
  factsUntil: string;
  erasedAt: Date | null;
}

const move = (batch: Batch, state: BatchState): Batch => {
  assertTransition('batch', BATCH_TRANSITIONS, batch.state, state);
  return { ...batch, state, waitsUntil: null };
};

/** @throws DomainError `batch/illegal-transition`, as all that follow */
export const stop = (batch: Batch): Batch => move(batch, 'stopped');

export const resume = (batch: Batch): Batch => move(batch, 'running');

/** 取消: unlike a stopped one it never goes on, and what was uploaded may go at once. */
export const cancel = (batch: Batch): Batch => move(batch, 'cancelled');

export const wait = (batch: Batch, until: string): Batch => ({ ...move(batch, 'waiting'), waitsUntil: until });

export const settle = (batch: Batch): Batch => move(batch, 'answered');

export function finish(
  batch: Batch,
  made: { at: Date; outputSha256: string; proofCode: string; logPosition: LogPosition | null },
): Batch {
  const { at, ...rest } = made;
  return { ...move(batch, 'finished'), ...rest, finishedAt: at };
}

/** Whether what was uploaded is still there to be written into a file. */
export function assertFinished({ state, erasedAt }: Batch): void {
  if (state !== 'finished') throw new DomainError('batch/not-finished', { state });
  if (erasedAt) throw new DomainError('batch/erased');
}

export const isErasable = ({ state, erasedAt, factsUntil }: Batch, today: string): boolean =>
  erasedAt === null && (state === 'cancelled' || today > factsUntil);
