import type { ProblemDocument } from './types.ts';

const TIMEOUT_MS = 20_000;
/** A file goes up slowly from a phone. */
const UPLOAD_TIMEOUT_MS = 90_000;
const PROOF_HEADER = 'proof-of-work';

/** The service answered with a problem document (or with an error that is none). */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly problem: ProblemDocument;
  /** What is to be solved before the request is made again; null when nothing is. */
  readonly challenge: string | null;

  constructor(problem: ProblemDocument, challenge: string | null = null) {
    super(problem.type);
    this.problem = problem;
    this.challenge = challenge;
  }
}

/** No answer came: no network, a time-out, or an answer that is not ours. */
export class NoAnswerError extends Error {
  override name = 'NoAnswerError';
}

export interface CallOptions {
  method?: 'GET' | 'POST' | 'PUT';
  body?: unknown;
  /** In place of `body`, for a file. */
  form?: FormData;
  /** The answer to a challenge, `<challenge>.<nonce>`. */
  proofOfWork?: string;
  /** Names a creating request, so that a repeat of it creates nothing anew. */
  idempotencyKey?: string;
  token?: string;
  accept?: string;
  signal?: AbortSignal;
}

function isProblem(value: unknown): value is ProblemDocument {
  if (typeof value !== 'object' || value === null) return false;
  const { type, titles, instance } = value as Partial<ProblemDocument>;
  return typeof type === 'string' && typeof instance === 'string' && typeof titles?.['zh-CN'] === 'string';
}

const unexplained = (status: number): ProblemDocument => ({
  type: 'about:blank',
  title: `HTTP ${status}`,
  titles: { 'zh-CN': `服务返回错误（${status}）`, en: `The service answered with an error (${status})` },
  status,
  instance: '',
});

/** @throws ProblemError or NoAnswerError; messages and addresses hold no personal data. */
export async function call(path: string, options: CallOptions = {}): Promise<Response> {
  const { method = 'GET', body, form, idempotencyKey, token, proofOfWork, signal } = options;
  const accept = options.accept ?? 'application/json';
  const timeout = AbortSignal.timeout(form ? UPLOAD_TIMEOUT_MS : TIMEOUT_MS);
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: {
        accept,
        'accept-language': document.documentElement.lang,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
        ...(proofOfWork ? { [PROOF_HEADER]: proofOfWork } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(form ? { body: form } : body === undefined ? {} : { body: JSON.stringify(body) }),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  } catch {
    // Who gave up knows it; everybody else is told that nothing came.
    signal?.throwIfAborted();
    throw new NoAnswerError('no answer');
  }
  if (response.ok) return response;
  const problem: unknown = await response.json().catch(() => undefined);
  throw new ProblemError(
    isProblem(problem) ? problem : unexplained(response.status),
    response.headers.get(PROOF_HEADER),
  );
}

export async function callJson<T>(path: string, options: CallOptions = {}): Promise<T> {
  const response = await call(path, options);
  try {
    return (await response.json()) as T;
  } catch {
    throw new NoAnswerError('not JSON');
  }
}
