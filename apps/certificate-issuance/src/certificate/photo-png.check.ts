import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { DomainError } from '@app/kernel';
import type { CertificatePhoto } from './certificate-face.js';
import { assertDimensions, damaged } from './photo-rules.js';

const SIGNATURE_BYTES = 8;
/** Colour types of PNG, and how many samples a pixel has in them. */
const SAMPLES = { grey: 1, colour: 3, greyAlpha: 2, colourAlpha: 4 } as const;
const TYPES: ReadonlyMap<number, keyof typeof SAMPLES> = new Map([
  [0, 'grey'],
  [2, 'colour'],
  [4, 'greyAlpha'],
  [6, 'colourAlpha'],
]);
const FILTERS = 5;

interface Header {
  width: number;
  height: number;
  type: keyof typeof SAMPLES;
}

/**
 * Takes the rows of a PNG and nothing else of it; transparency becomes white, for PDF/A-1 has none.
 * @throws DomainError `certificate/photo-damaged`, `-encoding`, `-animated`, `-transparent`, `-dimensions`, `-shape`
 */
export function readPng(file: Uint8Array): CertificatePhoto {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let header: Header | undefined;
  const packed: Buffer[] = [];
  for (const { name, content } of chunks(bytes)) {
    if (!header && name !== 'IHDR') throw damaged('no header');
    if (name === 'IHDR') header = headerOf(content);
    if (name === 'acTL') throw new DomainError('certificate/photo-animated');
    if (name === 'tRNS') throw new DomainError('certificate/photo-transparent');
    if (name === 'IDAT') packed.push(content);
  }
  if (!header) throw damaged('no header');
  const rows = unpacked(Buffer.concat(packed), header);
  const { width, height, type } = header;
  const isGrey = type === 'grey' || type === 'greyAlpha';
  const opaque = type === 'grey' || type === 'colour' ? rows : onWhite(rows, header);
  return { format: 'png', width, height, channels: isGrey ? 1 : 3, data: deflateSync(opaque) };
}

function* chunks(bytes: Buffer): Generator<{ name: string; content: Buffer }> {
  for (let at = SIGNATURE_BYTES; ;) {
    if (at + 12 > bytes.length) throw damaged('cut short');
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length) throw damaged('cut short');
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) throw damaged(`checksum of ${name}`);
    if (name === 'IEND') return;
    yield { name, content: bytes.subarray(at + 8, end) };
    at = end + 4;
  }
}

function headerOf(content: Buffer): Header {
  if (content.length !== 13) throw damaged('bad header');
  const [width, height] = [content.readUInt32BE(0), content.readUInt32BE(4)];
  assertDimensions(width, height);
  const [depth, colour = 0, compression, filter, interlace] = content.subarray(8);
  const type = TYPES.get(colour);
  const isPlain = depth === 8 && compression === 0 && filter === 0 && interlace === 0;
  if (!type || !isPlain) throw new DomainError('certificate/photo-encoding');
  return { width, height, type };
}

/** Each row behind its filter byte. Never inflates to more than the header says. */
function unpacked(packed: Buffer, { width, height, type }: Header): Buffer {
  const row = 1 + width * SAMPLES[type];
  let rows: Buffer;
  try {
    rows = inflateSync(packed, { maxOutputLength: row * height });
  } catch (error) {
    const isMore = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw isMore ? new DomainError('certificate/photo-bomb') : damaged('data');
  }
  if (rows.length !== row * height) throw damaged('fewer data than pixels');
  for (let at = 0; at < rows.length; at += row) if ((rows[at] ?? 0) >= FILTERS) throw damaged('bad filter');
  return rows;
}

/** Rows without filters, of opaque pixels. */
function onWhite(rows: Buffer, { width, height, type }: Header): Buffer {
  const samples = SAMPLES[type];
  const colours = samples - 1;
  const bytes = width * samples;
  const opaque = Buffer.alloc(height * (1 + width * colours));
  let above: Uint8Array = new Uint8Array(bytes);
  for (let row = 0; row < height; row += 1) {
    const start = row * (1 + bytes);
    const line = unfiltered(rows[start] ?? 0, rows.subarray(start + 1, start + 1 + bytes), above, samples);
    for (let pixel = 0; pixel < width; pixel += 1) {
      const alpha = line[pixel * samples + colours] ?? 0;
      for (let colour = 0; colour < colours; colour += 1) {
        const value = Math.round(((line[pixel * samples + colour] ?? 0) * alpha) / 255) + 255 - alpha;
        opaque[row * (1 + width * colours) + 1 + pixel * colours + colour] = value;
      }
    }
    above = line;
  }
  return opaque;
}

/** PNG §9.2. */
function unfiltered(filter: number, row: Uint8Array, above: Uint8Array, samples: number): Uint8Array {
  const line = Uint8Array.from(row);
  for (let at = 0; at < line.length; at += 1) {
    const left = at < samples ? 0 : (line[at - samples] ?? 0);
    const up = above[at] ?? 0;
    const upLeft = at < samples ? 0 : (above[at - samples] ?? 0);
    const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter] ?? 0;
    line[at] = (line[at] ?? 0) + predicted;
  }
  return line;
}

function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft;
  const [a, b, c] = [left, up, upLeft].map((value) => Math.abs(estimate - value)) as [number, number, number];
  if (a <= b && a <= c) return left;
  return b <= c ? up : upLeft;
}
