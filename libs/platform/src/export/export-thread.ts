import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { placesFor } from '../background/places.js';
import type { ExportFormat } from './export.js';
import type { ExportCell, ExportColumn } from './export-kind.js';
import type { WatermarkTexts } from './export-watermark.js';

/** What a thread has to know before the first row. */
export interface ExportSheet {
  titles: { zh: string; en: string };
  columns: readonly ExportColumn[];
  watermark: WatermarkTexts;
  /** Chinese letters for the PDF; threads cannot share a parsed font, so each opens the file. */
  fontFile: string;
  /** One sheet, and nothing above its rows but the Chinese names of the columns. */
  forUpload: boolean;
}

export type ThreadQuestion = { kind: 'add'; rows: ExportCell[][] } | { kind: 'write' };
export type ThreadAnswer = { kind: 'added' } | { kind: 'written'; bytes: Uint8Array };

const THREADS_MAX = 2;
const WAITING_MAX = 6;
/** For one chunk, or for putting the file together. */
const ANSWER_MS = 120_000;
const HEAP_MIB = 1_024;
const FONT = '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf';

// `.js` in dist, `.ts` under test.
const workerFile = (format: ExportFormat): URL =>
  new URL(`./export-${format}.worker${path.extname(import.meta.url)}`, import.meta.url);

/** Where files are made. @throws DomainError `export/busy` when too many wait already */
export const withPlace = placesFor({ places: THREADS_MAX, waitingMax: WAITING_MAX, busy: 'export/busy' });

async function ask(thread: Worker, question: ThreadQuestion): Promise<ThreadAnswer> {
  thread.postMessage(question, []);
  const [answer] = (await once(thread, 'message', { signal: AbortSignal.timeout(ANSWER_MS) })) as [ThreadAnswer];
  return answer;
}

/**
 * Writes the file in a thread of its own, from chunks as they are read; between two chunks other requests are served.
 * One person's place (`withPlace`) is held meanwhile.
 */
export async function writeFile(
  format: ExportFormat,
  sheet: Omit<ExportSheet, 'fontFile'>,
  chunks: AsyncIterable<ExportCell[][]>,
): Promise<Buffer> {
  const fontFile = createRequire(import.meta.url).resolve(FONT);
  const thread = new Worker(workerFile(format), {
    workerData: { ...sheet, fontFile } satisfies ExportSheet,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
  });
  try {
    for await (const rows of chunks) {
      await ask(thread, { kind: 'add', rows });
      await nextTurn();
    }
    const written = await ask(thread, { kind: 'write' });
    if (written.kind !== 'written') throw new Error('the export thread answered something else');
    return Buffer.from(written.bytes.buffer, written.bytes.byteOffset, written.bytes.byteLength);
  } finally {
    await thread.terminate();
  }
}
