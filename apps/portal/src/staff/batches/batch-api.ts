import { NoAnswerError, ProblemError } from '../../api/http.ts';
import type { ProblemDocument } from '../../api/types.ts';
import { currentUser } from '../auth.ts';

export const BATCHES = '/api/public-verification/batches';
export const TERMS = '/api/public-verification/batch-terms';
const UPLOAD_MS = 60_000;

export interface Wording {
  zh: string;
  en: string;
}
export interface VerdictCount extends Wording {
  verdict: string;
  count: number;
}
export type BatchState = 'running' | 'waiting' | 'stopped' | 'answered' | 'finished' | 'cancelled';

export interface Batch {
  id: string;
  state: BatchState;
  purpose: string;
  purposeText: string;
  rows: number;
  answered: number;
  charged: number;
  verdicts: VerdictCount[];
  skippedSheets: number[];
  proofCode?: string;
  askedAt: string;
  finishedAt?: string;
  waitsUntil?: string;
  factsUntil: string;
  erasedAt?: string;
}

export interface Terms {
  purposes: (Wording & { name: string })[];
  consent: Wording & { edition: string };
  rowsPerBatch: number;
  rowsPerDay: number;
  usedToday: number;
  left: number;
  factsDays: number;
}

export interface BatchRow {
  position: number;
  sheet: number;
  row: number;
  maskedName: string;
  maskedDocument: string;
  verdict: string;
  conclusion: Wording;
  explanation: Wording;
  certificates: { certificateNumber: string; occupationName: string; level: string; issuedOn: string }[];
}

async function send(path: string, init: RequestInit): Promise<Response> {
  const user = await currentUser();
  let response: Response;
  try {
    response = await fetch(path, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${user?.access_token ?? ''}` },
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
    });
  } catch {
    throw new NoAnswerError('no answer');
  }
  if (!response.ok) throw new ProblemError((await response.json()) as ProblemDocument);
  return response;
}

export async function uploadBatch(
  file: File,
  fields: Readonly<Record<string, string>>,
  idempotencyKey: string,
): Promise<Batch> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set('file', file);
  const headers = { 'idempotency-key': idempotencyKey };
  const response = await send(BATCHES, { method: 'POST', body, headers, signal: AbortSignal.timeout(UPLOAD_MS) });
  return (await response.json()) as Batch;
}

/** Events of one stream, as far as we use them: an `EventSource` could not carry a token. */
export async function followBatch(id: string, onProgress: (batch: Batch) => void, signal: AbortSignal): Promise<void> {
  const response = await send(`${BATCHES}/${id}/events`, { headers: { accept: 'text/event-stream' }, signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    text += part.value;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const data = event.split('\n').find((line) => line.startsWith('data: '));
      if (data) onProgress(JSON.parse(data.slice('data: '.length)) as Batch);
    }
  }
}
