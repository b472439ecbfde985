import { DomainError } from '@app/kernel';
import { inflate } from '../compression.js';

/**
 * A reader that looks for what our own pages have and for nothing else: it follows no reference, so there is no loop of
 * tables, tree of pages or chain of objects that it could get lost in, and every step has a limit.
 */
const STREAMS_MAX = 400;
/** A page's content is 10 kB deflated and 60 kB not; what is larger is a font, a photo or a bomb. */
const STREAM_BYTES_MAX = 256 * 1024;
const CONTENT_BYTES_MAX = 256 * 1024;
/** Over all streams of a file. */
const INFLATED_BYTES_MAX = 2 * 1024 * 1024;
const DICTIONARY_MAX = 1_024;
const STREAM = 'stream';
const STREAM_END = 'endstream';
/** A direct length; one that is a reference is not followed. */
const LENGTH = /\/Length\s+(\d{1,7})(?!\s+\d+\s+R)\b/;
const OBJECT = / obj\b/g;

const latin = new TextDecoder('latin1');
const PLAIN = /\/Filter\b/;
const FLATE = /\/Filter\s*(\/FlateDecode|\[\s*\/FlateDecode\s*\])/;
/** Pictures, fonts, tables: no content of a page. */
const OTHER =
  /\/(Subtype\s*\/Image|Length1|FontFile|Type\s*\/(XRef|ObjStm|Metadata|EmbeddedFile)|Alternate|FunctionType)/;

interface Found {
  dictionary: string;
  start: number;
  end: number;
}

/** @throws DomainError `offline/too-complex` */
function streamsOf(file: string): Found[] {
  const streams: Found[] = [];
  for (let at = file.indexOf(STREAM); at >= 0; at = file.indexOf(STREAM, at + 1)) {
    let start = at + STREAM.length;
    if (file[start] === '\r') start += 1;
    if (file[start] !== '\n') continue;
    start += 1;
    const end = file.indexOf(STREAM_END, start);
    if (end < 0) break;
    const before = file.slice(Math.max(0, at - DICTIONARY_MAX), at);
    const objectAt = [...before.matchAll(OBJECT)].at(-1)?.index ?? 0;
    streams.push({ dictionary: before.slice(objectAt), start, end });
    if (streams.length > STREAMS_MAX) throw new DomainError('offline/too-complex');
    at = end + STREAM_END.length;
  }
  return streams;
}

/**
 * The contents of a file's pages, inflated, as Latin-1 text.
 * @throws DomainError `offline/too-complex`: more or larger streams than a certificate has
 */
export async function pageContents(bytes: Uint8Array): Promise<string[]> {
  const contents: string[] = [];
  let total = 0;
  for (const stream of streamsOf(latin.decode(bytes))) {
    const { dictionary, start, end } = stream;
    if (OTHER.test(dictionary) || end - start > STREAM_BYTES_MAX) continue;
    if (!PLAIN.test(dictionary)) {
      contents.push(latin.decode(bytes.subarray(start, end)));
      continue;
    }
    if (!FLATE.test(dictionary)) continue;
    const content = await inflated(dataOf(bytes, stream));
    total += content?.length ?? CONTENT_BYTES_MAX;
    if (total > INFLATED_BYTES_MAX) throw new DomainError('offline/too-complex');
    if (content) contents.push(latin.decode(content));
  }
  return contents;
}

/** The stream as long as it says it is, else without the end of line before `endstream`. */
function dataOf(bytes: Uint8Array, { dictionary, start, end }: Found): Uint8Array<ArrayBuffer> {
  const said = Number(LENGTH.exec(dictionary)?.[1] ?? Number.NaN);
  if (said <= end - start && said >= end - start - 2) return new Uint8Array(bytes.subarray(start, start + said));
  let length = end;
  if (bytes[length - 1] === 0x0a) length -= 1;
  if (bytes[length - 1] === 0x0d) length -= 1;
  return new Uint8Array(bytes.subarray(start, length));
}

/** undefined for what is damaged or swells further than a page: it is no page of ours. */
async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  try {
    return await inflate(bytes, 'deflate', CONTENT_BYTES_MAX);
  } catch {
    return undefined;
  }
}
