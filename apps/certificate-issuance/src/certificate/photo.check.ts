import { DomainError } from '@app/kernel';
import type { CertificatePhoto } from './certificate-face.js';
import { readJpeg } from './photo-jpeg.js';
import { readPng } from './photo-png.check.js';
import { PHOTO_LIMITS } from './photo-rules.js';

const begins = (file: Uint8Array, bytes: readonly number[]): boolean => bytes.every((byte, at) => file[at] === byte);
const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * A photo of a holder as somebody sent it: checked, stripped of all but the picture, ready for a page. What it is says
 * its beginning, never its name; its sides are read from the header before anything is unpacked.
 * @throws DomainError `certificate/photo-too-large`, `-format`, `-damaged`, `-bomb`, `-dimensions`, `-shape`,
 * `-encoding`, `-animated`, `-transparent`, `-rotated`
 */
export function readPhoto(file: Uint8Array): CertificatePhoto {
  const { bytes: limit } = PHOTO_LIMITS;
  if (file.length > limit) throw new DomainError('certificate/photo-too-large', { bytes: file.length, limit });
  if (begins(file, JPEG)) return readJpeg(file);
  if (begins(file, PNG)) return readPng(file);
  throw new DomainError('certificate/photo-format');
}
