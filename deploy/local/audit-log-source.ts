import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode, errorText, StartError } from './errors.ts';

/** Where the published files of a log are read. */
export interface LogSource {
  readonly name: string;
  /** undefined when there is no such file. */
  read(file: string): Promise<Buffer | undefined>;
  /** What the log itself says its key is; nobody has to believe it. */
  ownKey(): Promise<string | undefined>;
}

/** The largest bundle: 256 entries of 65,535 bytes behind their lengths. */
const FILE_BYTES_MAX = 256 * 65_537;
const ANSWER_LIMIT_MS = 30_000;
const TRIES = 5;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;
const NOT_FOUND = 404;
const TOO_MANY = 429;
const SERVER_FAULT = 500;

export function openLogSource(place: string, signal?: AbortSignal): LogSource {
  return /^https?:\/\//.test(place) ? httpSource(place, signal) : folderSource(path.resolve(place));
}

function folderSource(folder: string): LogSource {
  return {
    name: folder,
    ownKey: () => Promise.resolve(undefined),
    async read(file) {
      try {
        return await readFile(path.join(folder, file));
      } catch (error) {
        if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return undefined;
        throw unreadable(path.join(folder, file), errorText(error));
      }
    },
  };
}

function httpSource(place: string, signal: AbortSignal | undefined): LogSource {
  const { origin, pathname } = new URL(place);
  // The address of the registry is as good as that of its log.
  const base = `${origin}${pathname === '/' ? '/log' : pathname.replace(/\/+$/, '')}`;
  const read = (file: string): Promise<Buffer | undefined> => get(`${base}/${file}`, signal);
  return {
    name: base,
    read,
    async ownKey() {
      const text = (await read('key'))?.toString();
      try {
        const { verifierKey } = JSON.parse(text ?? '') as { verifierKey?: unknown };
        return typeof verifierKey === 'string' ? verifierKey : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

/** A busy or restarting server is asked again; an answer that stays away ends the check. */
async function get(url: string, signal: AbortSignal | undefined): Promise<Buffer | undefined> {
  let problem = '';
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    let pauseMs = Math.min(FIRST_PAUSE_MS * 4 ** attempt, LONGEST_PAUSE_MS);
    try {
      const limit = AbortSignal.timeout(ANSWER_LIMIT_MS);
      const response = await fetch(url, { signal: signal ? AbortSignal.any([signal, limit]) : limit });
      if (response.ok) return await bodyOf(response);
      await response.body?.cancel();
      if (response.status === NOT_FOUND) return undefined;
      problem = `HTTP ${response.status}`;
      if (response.status !== TOO_MANY && response.status < SERVER_FAULT) break;
      const asked = Number(response.headers.get('retry-after')) * 1_000;
      if (asked > 0) pauseMs = Math.min(asked, LONGEST_PAUSE_MS);
    } catch (error) {
      signal?.throwIfAborted();
      problem = errorText(error);
    }
    await sleep(pauseMs, undefined, signal ? { signal } : {});
  }
  throw unreadable(url, problem);
}

async function bodyOf(response: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > FILE_BYTES_MAX) throw new Error('the answer is longer than any file of a log');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function unreadable(what: string, why: string): StartError {
  return new StartError(`无法读取 ${what}。`, `${what} cannot be read: ${why}`);
}
