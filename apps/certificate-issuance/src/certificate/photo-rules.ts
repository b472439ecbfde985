import { DomainError } from '@app/kernel';

/** What is taken in as a photo of a holder (domain.md §2.5: colour, one inch). */
export const PHOTO_LIMITS = {
  bytes: 1024 * 1024,
  /** More than a print of one inch can show, and 12 MB when it is opened. */
  pixels: 4_000_000,
  /** 150 dots an inch on paper. */
  widthMin: 150,
  heightMin: 200,
  /** Width to height: 25 × 35 mm is 0.71, 3 : 4 is 0.75, the resident card's 358 × 441 is 0.81. */
  shape: { from: 0.68, to: 0.83 },
} as const;

export const damaged = (reason: string): DomainError => new DomainError('certificate/photo-damaged', { reason });

/**
 * Of a header, before anything is opened.
 * @throws DomainError `certificate/photo-dimensions`, `certificate/photo-shape`
 */
export function assertDimensions(width: number, height: number): void {
  const { pixels, widthMin, heightMin, shape } = PHOTO_LIMITS;
  if (width < widthMin || height < heightMin || width * height > pixels) {
    throw new DomainError('certificate/photo-dimensions', { width, height, widthMin, heightMin, pixels });
  }
  const ratio = width / height;
  if (ratio < shape.from || ratio > shape.to) throw new DomainError('certificate/photo-shape', { width, height });
}
