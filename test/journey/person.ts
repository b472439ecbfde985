import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { forgetToken, signIn } from './sign-in.ts';

/** How long one step may wait for a service that is being started again. */
const PATIENCE_MS = 90_000;
const RETRY_MS = 400;
const AGAIN = new Set([429, 502, 503, 504]);

export interface Problem {
  type: string;
  titles: { 'zh-CN': string; en: string };
  errors?: { field: string; rule: string; zh: string; en: string }[];
}

/** An answer that the journey did not want. */
export class Refused extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(what: string, status: number, problem: Problem) {
    const faults = (problem.errors ?? []).map(({ field, zh, en }) => `${field} ${zh} ${en}`).join('; ');
    super(`${what}: ${status} ${problem.titles['zh-CN']} ${problem.titles.en} ${faults}`.trim());
    this.status = status;
    this.problem = problem;
  }

  is(code: string): boolean {
    return this.problem.type === `urn:jiangzheng:problem:${code}`;
  }
}

export interface Call {
  json?: unknown;
  file?: { name: string; bytes: Uint8Array };
}

/**
 * One person at the gateway. A call that finds a service away is made again with the same Idempotency-Key, as a careful
 * client does, so the journey goes on over a kill -9.
 */
export class Person {
  readonly username: string;
  private readonly gateway: string;
  private readonly password: string | undefined;

  private constructor(gateway: string, username: string, password: string | undefined) {
    this.gateway = gateway;
    this.username = username;
    this.password = password;
  }

  static account(gateway: string, username: string, password: string): Person {
    return new Person(gateway, username, password);
  }

  /** Someone who is not signed in. */
  static stranger(gateway: string): Person {
    return new Person(gateway, '', undefined);
  }

  get<T>(path: string): Promise<T> {
    return this.call<T>('GET', path);
  }

  post<T>(path: string, json?: unknown, key?: string): Promise<T> {
    return this.call<T>('POST', path, json === undefined ? {} : { json }, key);
  }

  put<T>(path: string, json: unknown): Promise<T> {
    return this.call<T>('PUT', path, { json });
  }

  upload<T>(path: string, name: string, bytes: Uint8Array): Promise<T> {
    return this.call<T>('POST', path, { file: { name, bytes } });
  }

  async download(path: string): Promise<Buffer> {
    const response = await this.answer('GET', path, {}, randomUUID());
    return Buffer.from(await response.arrayBuffer());
  }

  private async call<T>(method: string, path: string, options: Call = {}, key: string = randomUUID()): Promise<T> {
    const response = await this.answer(method, path, options, key);
    const text = await response.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  private async answer(method: string, path: string, options: Call, key: string): Promise<Response> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const outcome = await this.attempt(method, path, options, key).catch((error: unknown) => error);
      if (outcome instanceof Response) return outcome;
      const again = !(outcome instanceof Refused) || AGAIN.has(outcome.status) || outcome.is('idempotency/in-progress');
      if (!again || Date.now() > deadline) throw outcome;
      await sleep(RETRY_MS);
    }
  }

  private async attempt(method: string, path: string, options: Call, key: string): Promise<Response> {
    const headers: Record<string, string> = { 'idempotency-key': key };
    if (this.password !== undefined) {
      headers['authorization'] = `Bearer ${await signIn(this.gateway, this.username, this.password)}`;
    }
    let body: FormData | string | undefined;
    if (options.file) {
      body = new FormData();
      body.set('file', new Blob([new Uint8Array(options.file.bytes)]), options.file.name);
    } else if (options.json !== undefined) {
      headers['content-type'] = 'application/json';
      body = JSON.stringify(options.json);
    }
    const response = await fetch(`${this.gateway}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    if (response.ok) return response;
    if (response.status === 401) forgetToken(this.gateway, this.username);
    throw new Refused(`${method} ${path}`, response.status, (await response.json()) as Problem);
  }
}

/** Takes a step that is refused as long as an event is on its way: a clerk would try again a moment later. */
export async function onceAllowed<T>(refusal: string, take: () => Promise<T>): Promise<T> {
  const { value } = await eventually(`the end of ${refusal}`, async () => {
    try {
      return { value: await take() };
    } catch (error) {
      if (error instanceof Refused && error.is(refusal)) return undefined;
      throw error;
    }
  });
  return value;
}

/** Repeats `probe` until it gives something; events take a moment. */
export async function eventually<T>(what: string, probe: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await probe();
    if (value !== undefined) return value;
    if (Date.now() > deadline) throw new Error(`waited ${PATIENCE_MS / 1000} s for ${what}`);
    await sleep(100);
  }
}
