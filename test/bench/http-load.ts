import { connect, type Socket } from 'node:net';

/**
 * A client that costs a tenth of what is measured: on two cores a comfortable one would be most of the bill. It speaks just
 * enough HTTP/1.1 for answers with a content-length.
 */
export interface HttpRequest {
  method: 'GET' | 'POST';
  path: string;
  json?: string;
}

export interface LoadOptions {
  connections: number;
  seconds: number;
  /** Requests a second; as many as go without it. */
  rate?: number;
  /** A text that every answer holds. */
  expected: string;
}

export interface LoadResult {
  /** Answers a second. */
  rate: number;
  p50Ms: number;
  p99Ms: number;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const OK = 'HTTP/1.1 200';
const MS_PER_S = 1_000;

export function bytesOf({ method, path, json }: HttpRequest): Buffer {
  const body =
    json === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(json)}\r\n`;
  return Buffer.from(`${method} ${path} HTTP/1.1\r\nhost: localhost\r\n${body}\r\n${json ?? ''}`);
}

/** Length of the first whole answer in `held`, or 0. */
function answerLength(held: Buffer): number {
  const head = held.indexOf(HEAD_END);
  if (head < 0) return 0;
  const length = /content-length: (\d+)/i.exec(held.toString('latin1', 0, head))?.[1];
  if (length === undefined) throw new Error('an answer without content-length');
  const whole = head + HEAD_END.length + Number(length);
  return held.length >= whole ? whole : 0;
}

/** One connection: a request, its answer, the next request. */
class Caller {
  private held: Buffer = Buffer.alloc(0);
  private sentAt = 0;

  private readonly socket: Socket;
  private readonly expected: string;
  private readonly answered: (caller: Caller, ms: number) => void;
  private readonly failed: (error: Error) => void;

  constructor(
    socket: Socket,
    expected: string,
    answered: (caller: Caller, ms: number) => void,
    failed: (error: Error) => void,
  ) {
    this.socket = socket;
    this.expected = expected;
    this.answered = answered;
    this.failed = failed;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.take(chunk));
    socket.on('error', failed);
  }

  /** @param dueAt when it should have been sent: waiting for a free connection counts too */
  send(request: Buffer, dueAt: number): void {
    this.sentAt = dueAt;
    this.socket.write(request);
  }

  close(): void {
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.held = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk]);
    const length = answerLength(this.held);
    if (length === 0) return;
    const answer = this.held.toString('utf8', 0, length);
    this.held = this.held.subarray(length);
    if (!answer.startsWith(OK) || !answer.includes(this.expected)) {
      this.failed(new Error(`a wrong answer: ${answer.slice(0, 200)}`));
      return;
    }
    this.answered(this, performance.now() - this.sentAt);
  }
}

/** Asks for `seconds`, each connection one request after the other, through all `requests` in turn. */
export async function load(url: string, requests: readonly Buffer[], options: LoadOptions): Promise<LoadResult> {
  const { hostname, port } = new URL(url);
  const { connections, seconds, rate, expected } = options;
  const waits: number[] = [];
  const free: Caller[] = [];
  let at = 0;
  const next = (): Buffer => requests[(at += 1) % requests.length] ?? Buffer.alloc(0);
  const began = performance.now();
  const until = began + seconds * MS_PER_S;
  await new Promise<void>((resolve, reject) => {
    const answered = (caller: Caller, ms: number): void => {
      waits.push(ms);
      const now = performance.now();
      if (now >= until) resolve();
      else if (rate === undefined) caller.send(next(), now);
      else free.push(caller);
    };
    const callers = Array.from(
      { length: connections },
      () => new Caller(connect(Number(port), hostname), expected, answered, reject),
    );
    if (rate === undefined) for (const caller of callers) caller.send(next(), performance.now());
    else {
      free.push(...callers);
      pace(free, next, { began, until, rate });
    }
    setTimeout(
      () => {
        for (const caller of callers) caller.close();
        resolve();
      },
      seconds * MS_PER_S + MS_PER_S,
    );
  });
  const spent = Math.min(performance.now(), until) - began;
  const sorted = waits.toSorted((a, b) => a - b);
  const quantile = (share: number): number => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
  return { rate: Math.round((waits.length / spent) * MS_PER_S), p50Ms: quantile(0.5), p99Ms: quantile(0.99) };
}

/** Sends what is due; a request that finds no free connection waits, and its wait counts. */
function pace(free: Caller[], next: () => Buffer, plan: { began: number; until: number; rate: number }): void {
  let sent = 0;
  const tick = (): void => {
    const now = performance.now();
    if (now >= plan.until) return;
    for (; free.length > 0; sent += 1) {
      const dueAt = plan.began + (sent * MS_PER_S) / plan.rate;
      if (dueAt > now) break;
      free.pop()?.send(next(), dueAt);
    }
    setTimeout(tick, 1);
  };
  tick();
}
