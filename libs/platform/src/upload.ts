import { createHash } from 'node:crypto';
import { DomainError } from '@app/kernel';
import type { FastifyRequest } from 'fastify';

/** Largest upload: a roster of 10,000 rows is about 4 MiB as `.xls`. */
export const UPLOAD_BYTES_MAX = 10 * 1024 * 1024;

/** Of a form: what a file is sent for stands in a few short texts beside it. */
export const UPLOAD_FIELDS_MAX = 8;
export const UPLOAD_FIELD_BYTES_MAX = 4096;

export interface UploadedFile {
  /** As the client named it; never used as a path. */
  name: string;
  bytes: Buffer;
  /** The texts of the form, before or behind the file. */
  fields: Readonly<Record<string, string>>;
}

const received = new WeakMap<FastifyRequest, Promise<UploadedFile>>();

/** The parser has a status for a limit that was passed, and none for a text that is broken. */
function unreadable(error: unknown): never {
  if (error instanceof DomainError || (error as { statusCode?: unknown }).statusCode !== undefined) throw error;
  throw new DomainError('request/malformed');
}

async function read(request: FastifyRequest): Promise<UploadedFile> {
  if (!request.isMultipart()) throw new DomainError('upload/missing');
  let file: Omit<UploadedFile, 'fields'> | undefined;
  const fields: Record<string, string> = {};
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      if (part.fieldname !== 'file') throw new DomainError('upload/missing');
      file = { name: part.filename, bytes: await part.toBuffer() };
    } else {
      // Cut by the parser, it would say something else than the client said.
      if (part.valueTruncated || part.fieldnameTruncated) throw new DomainError('request/too-large');
      fields[part.fieldname] = String(part.value);
    }
  }
  if (!file) throw new DomainError('upload/missing');
  return { ...file, fields };
}

/**
 * The one file of a multipart request, in field `file`.
 * @throws DomainError `upload/missing`; `request/malformed`; `request/too-large` above 10 MiB
 */
export function receiveFile(request: FastifyRequest): Promise<UploadedFile> {
  const file = received.get(request) ?? read(request).catch(unreadable);
  received.set(request, file);
  return file;
}

/** SHA-256 of the form, hex: its texts by name, then the bytes of its file. */
export async function uploadDigest(request: FastifyRequest): Promise<string> {
  const { bytes, fields } = await receiveFile(request);
  const texts = Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(texts)).update(bytes).digest('hex');
}
