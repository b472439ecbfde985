import { DomainError } from '@app/kernel';

/**
 * Numbers whose form no source at hand confirms (domain.md §2.3, §2.4, §14 item 4): 特级技师, 首席技师 and 专项职业能力. They
 * are data of the installation, so that the customer's answer needs no new program; until then nothing is numbered.
 */
export const OPEN_SCHEMES = ['special-technician', 'chief-technician', 'specific-skill'] as const;
export type OpenScheme = (typeof OPEN_SCHEMES)[number];

/** One confirmed form; days are `YYYY-MM-DD`, China, both included. */
export interface NumberFormat {
  scheme: OpenScheme;
  from: string;
  /** null while it holds. */
  until: string | null;
  /** The letter at position 16. */
  letter: string;
  /** The document that says so. */
  source: string;
}

export function formatOn(formats: readonly NumberFormat[], scheme: OpenScheme, day: string): NumberFormat | undefined {
  return formats.find(
    (format) => format.scheme === scheme && format.from <= day && (format.until === null || day <= format.until),
  );
}

/** @throws DomainError `number/format-open` with the scheme: whoever issues such a certificate asks here first */
export function requireFormat(formats: readonly NumberFormat[], scheme: OpenScheme, day: string): NumberFormat {
  const format = formatOn(formats, scheme, day);
  if (!format) throw new DomainError('number/format-open', { scheme, day });
  return format;
}
