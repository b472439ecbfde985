import { createHash } from 'node:crypto';
import { DomainError } from '@app/kernel';
import type { FastifyRequest } from 'fastify';

/** Largest upload: a roster of 10,000 rows is about 4 MiB as `.xls`. */
export const UPLOAD_BYTES_MAX = 10 * 1024 * 1024;

export interface UploadedFile {
  /** As the client named it; never used as a path. */
  name: string;
  bytes: Buffer;
}

const received = new WeakMap<FastifyRequest, Promise<UploadedFile>>();

/** The parser has a status for a limit that was passed, and none for a text that is broken. */
function unreadable(error: unknown): never {
  if ((error as { statusCode?: unknown }).statusCode !== undefined) throw error;
  throw new DomainError('request/malformed');
}

async function read(request: FastifyRequest): Promise<UploadedFile> {
  const part = request.isMultipart() ? await request.file().catch(unreadable) : undefined;
  if (part?.fieldname !== 'file') throw new DomainError('upload/missing');
  return { name: part.filename, bytes: await part.toBuffer().catch(unreadable) };
}

/**
 * The one file of a multipart request, in field `file`.
 * @throws DomainError `upload/missing`; `request/malformed`; `request/too-large` above 10 MiB
 */
export function receiveFile(request: FastifyRequest): Promise<UploadedFile> {
  const file = received.get(request) ?? read(request);
  received.set(request, file);
  return file;
}

/** SHA-256 of the uploaded bytes, hex. */
export async function uploadDigest(request: FastifyRequest): Promise<string> {
  const { bytes } = await receiveFile(request);
  return createHash('sha256').update(bytes).digest('hex');
}
