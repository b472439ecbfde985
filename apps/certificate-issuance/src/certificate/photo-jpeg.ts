import { DomainError } from '@app/kernel';
import type { CertificatePhoto } from './certificate-face.js';
import { assertDimensions, damaged } from './photo-rules.js';

const MARKER = { start: 0xd8, end: 0xd9, scan: 0xda, huffman: 0xc4, tables: 0xdb, restart: 0xdd } as const;
const EXIF = 0xe1;
/** Says whether the three components are YCbCr or RGB; without it and without JFIF, readers take YCbCr. */
const ADOBE = 0xee;
/** Baseline, extended and progressive, all Huffman-coded: what every reader of PDF opens. */
const FRAMES = [0xc0, 0xc1, 0xc2];
/** Every other kind of frame: lossless, hierarchical, arithmetic. */
const OTHER_FRAMES = [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];
const KEPT = new Set<number>([...FRAMES, MARKER.huffman, MARKER.tables, MARKER.restart, MARKER.scan, ADOBE]);
/** Progressive pictures have about ten; each one costs a reader a pass over all pixels. */
const SCANS_MAX = 24;
const ORIENTATION = 0x0112;
const BLOCK_PIXELS = 64;

interface Frame {
  width: number;
  height: number;
  channels: 1 | 3;
}

interface Segment {
  marker: number;
  /** The two bytes of the length and what follows, without the marker. */
  bytes: Uint8Array;
  /** Coded pixels behind a scan's header. */
  coded: Uint8Array;
  next: number;
}

const word = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/**
 * Takes a JPEG as it is, but for what is no picture: EXIF, thumbnails, colour profiles, comments, anything behind its
 * end. Nothing is decoded.
 * @throws DomainError `certificate/photo-damaged`, `-encoding`, `-rotated`, `-dimensions`, `-shape`
 */
export function readJpeg(file: Uint8Array): CertificatePhoto {
  const kept: Uint8Array[] = [Uint8Array.of(0xff, MARKER.start)];
  let frame: Frame | undefined;
  let [scans, coded] = [0, 0];
  for (let at = 2; ;) {
    const segment = segmentAt(file, at);
    at = segment.next;
    const { marker, bytes } = segment;
    if (marker === MARKER.end) break;
    if (OTHER_FRAMES.includes(marker)) throw new DomainError('certificate/photo-encoding');
    if (FRAMES.includes(marker)) {
      if (frame) throw damaged('two frames');
      frame = frameOf(bytes);
    }
    if (marker === EXIF && orientationOf(bytes) > 1) throw new DomainError('certificate/photo-rotated');
    if (marker === MARKER.scan) {
      if (!frame) throw damaged('scan before frame');
      scans += 1;
      coded += segment.coded.length;
      if (scans > SCANS_MAX) throw damaged('too many scans');
    }
    if (KEPT.has(marker)) kept.push(Uint8Array.of(0xff, marker), bytes, segment.coded);
  }
  if (!frame || scans === 0) throw damaged('no picture');
  // A block takes two bits at least: fewer, and the picture is a bomb or was cut short and given an end.
  if (coded * 8 < (2 * frame.width * frame.height) / BLOCK_PIXELS) throw damaged('fewer data than pixels');
  kept.push(Uint8Array.of(0xff, MARKER.end));
  return { format: 'jpeg', ...frame, data: joined(kept) };
}

function segmentAt(file: Uint8Array, from: number): Segment {
  let at = from;
  if (file[at] !== 0xff) throw damaged('no marker');
  while (file[at] === 0xff) at += 1;
  const marker = file[at] ?? 0;
  at += 1;
  const nothing = new Uint8Array();
  if (marker === MARKER.end) return { marker, bytes: nothing, coded: nothing, next: at };
  const length = word(file, at);
  if (marker < MARKER.huffman - 4 || marker === MARKER.start || length < 2) throw damaged('bad marker');
  if (at + length > file.length) throw damaged('cut short');
  const bytes = file.subarray(at, at + length);
  at += length;
  const end = marker === MARKER.scan ? endOfCoded(file, at) : at;
  return { marker, bytes, coded: file.subarray(at, end), next: end };
}

/** Coded pixels end with the next marker; a restart and an escaped 255 are parts of them. */
function endOfCoded(file: Uint8Array, from: number): number {
  for (let at = from; at + 1 < file.length; at += 1) {
    if (file[at] !== 0xff) continue;
    const next = file[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw damaged('cut short');
}

function frameOf(bytes: Uint8Array): Frame {
  const [precision, height, width, channels] = [bytes[2], word(bytes, 3), word(bytes, 5), bytes[7]];
  assertDimensions(width, height);
  if (precision !== 8 || (channels !== 1 && channels !== 3)) throw new DomainError('certificate/photo-encoding');
  if (bytes.length !== 8 + 3 * channels) throw damaged('bad frame');
  return { width, height, channels };
}

/** Of an EXIF segment; 1 is upright. A stripped picture would lie on its side. */
function orientationOf(bytes: Uint8Array): number {
  const isExif = String.fromCharCode(...bytes.subarray(2, 8)) === 'Exif\0\0';
  const tiff = bytes.subarray(8);
  if (!isExif || tiff.length < 8) return 1;
  const isLittle = tiff[0] === 0x49;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > tiff.length) return 1;
  for (let entry = 0; entry < view.getUint16(directory, isLittle); entry += 1) {
    const at = directory + 2 + 12 * entry;
    if (at + 12 > tiff.length) return 1;
    if (view.getUint16(at, isLittle) === ORIENTATION) return view.getUint16(at + 8, isLittle);
  }
  return 1;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
