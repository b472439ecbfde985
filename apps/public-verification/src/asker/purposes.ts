import { BATCH_PURPOSES } from '../batch/batch.js';

/** What certificates are asked about for, in the words that their holders read: of an inquiry and of a batch. */
export const PURPOSES_TOLD = {
  ...BATCH_PURPOSES,
  issuing: { zh: '发证前核对', en: 'Check before issue' },
} as const satisfies Readonly<Record<string, { zh: string; en: string }>>;
export type PurposeName = keyof typeof PURPOSES_TOLD;

export const isPurpose = (text: string): text is PurposeName => Object.hasOwn(PURPOSES_TOLD, text);
