import { createHash } from 'node:crypto';
import { openSync, closeSync, fstatSync, readSync } from 'node:fs';
import jsQr from 'jsqr';
import type * as credential from '../../libs/credential/src/index.ts';
import { errorCode, errorText, StartError } from './errors.ts';

const ANSWER_LIMIT_MS = 30_000;
/** The largest bundle of a log; every other public file is smaller. */
const FILE_BYTES_MAX = 256 * 65_537;
const NOT_FOUND = 404;

export const sha256: credential.Hash = (data) => createHash('sha256').update(data).digest();

const decode = jsQr as unknown as typeof jsQr.default;
export const readCode: credential.ReadCode = ({ data, width, height }) =>
  decode(data, width, height, { inversionAttempts: 'dontInvert' })?.data ?? null;

/** A file on this machine, or undefined when there is none of that name. What is larger is not read. */
export function readUpTo(file: string, maxBytes: number): Uint8Array | undefined {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(errorCode(error) ?? '')) return undefined;
    throw new StartError('无法读取文件。', `The file cannot be read: ${errorCode(error)}`);
  }
  try {
    if (fstatSync(handle).isDirectory()) throw new StartError('这是文件夹。', 'This is a folder.');
    // A device or a pipe says no size, so the size is not asked but counted.
    const bytes = Buffer.alloc(maxBytes + 1);
    let length = 0;
    for (;;) {
      const count = readSync(handle, bytes, length, bytes.length - length, null);
      length += count;
      if (length > maxBytes) throw new StartError('文件过大。', `The file is larger than ${maxBytes} bytes.`);
      if (count === 0) return bytes.subarray(0, length);
    }
  } finally {
    closeSync(handle);
  }
}

/** The public files of a registry. */
export function registryReader(registry: string, signal: AbortSignal): credential.ReadPublished {
  return async (path) => {
    const address = `${registry}/${path}`;
    let response: Response;
    try {
      response = await fetch(address, { signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_LIMIT_MS)]) });
    } catch (error) {
      signal.throwIfAborted();
      throw new StartError(`无法访问 ${registry}。`, `${registry} cannot be reached: ${errorText(error)}`);
    }
    if (response.status === NOT_FOUND) return undefined;
    if (!response.ok)
      throw new StartError(`${address} 答复 ${response.status}。`, `${address} answered ${response.status}.`);
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of response.body ?? []) {
      length += part.length;
      if (length > FILE_BYTES_MAX)
        throw new StartError(`${address} 的答复过大。`, `The answer of ${address} is too large.`);
      parts.push(part);
    }
    return Buffer.concat(parts);
  };
}
