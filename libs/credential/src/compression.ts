import { DomainError } from '@app/kernel';

/** `deflate` is the ZLIB format of RFC 1950, `gzip` that of RFC 1952, as the Compression Streams standard names them. */
export type CompressionFormat = 'gzip' | 'deflate';

/** What goes in at once: a stream must not be able to swell to much before it is looked at. */
const SLICE_BYTES = 1024;

function slicesOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.subarray(at, (at += SLICE_BYTES)));
    },
  });
}

async function collect(stream: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const result = new Uint8Array(maxBytes);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return result.slice(0, length);
    if (length + value.length > maxBytes) {
      await reader.cancel();
      throw new DomainError('credential/malformed');
    }
    result.set(value, length);
    length += value.length;
  }
}

export async function compress(
  bytes: Uint8Array<ArrayBuffer>,
  format: CompressionFormat,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = slicesOf(bytes).pipeThrough(new CompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * Inflates to at most `maxBytes`, in memory of that size: what swells further is dropped at the first byte too many.
 * @throws DomainError `credential/malformed`: damaged, or larger
 */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  format: CompressionFormat,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await collect(slicesOf(bytes).pipeThrough(new DecompressionStream(format)), maxBytes);
  } catch {
    throw new DomainError('credential/malformed');
  }
}
