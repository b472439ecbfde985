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

async function read(request: FastifyRequest): Promise<UploadedFile> {
  const part = request.isMultipart() ? await request.file() : undefined;
  if (part?.fieldname !== 'file') throw new DomainError('upload/missing');
  return { name: part.filename, bytes: await part.toBuffer() };
}

/**
 * The one file of a multipart request, in field `file`.
 * @throws DomainError `upload/missing`; `request/too-large` above 10 MiB
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
