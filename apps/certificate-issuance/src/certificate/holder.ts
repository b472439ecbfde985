import { maskName, maskResidentId, normaliseCode, normalisePersonName, readDocumentType } from '@app/standards';

/** A person as a certificate prints it: normalised, the document type by its official name. */
export interface Holder {
  name: string;
  documentType: string;
  documentNumber: string;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function parsed(json: string): Record<string, unknown> | null {
  try {
    return JSON.parse(json) as Record<string, unknown> | null;
  } catch {
    // The parser's own error would quote the person.
    return null;
  }
}

/** Reads `{name, documentType, documentNumber}`; null when one of them is missing or not usable. */
export function readHolder(json: string): Holder | null {
  const person = parsed(json);
  const name = normalisePersonName(textOf(person?.['name']));
  const type = readDocumentType(textOf(person?.['documentType']));
  const documentNumber = normaliseCode(textOf(person?.['documentNumber']));
  if (name === '' || !type.ok || documentNumber === '') return null;
  return { name, documentType: type.value.name, documentNumber };
}

/** Control characters, halves of characters, and those that turn the order of what is read: a certificate must not show another name than it holds. */
const UNUSABLE = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;

/** Whether the name as it was reported could be printed at all. */
export function isNameUsable(json: string): boolean {
  return !UNUSABLE.test(textOf(parsed(json)?.['name']).trim());
}

/** What lists and the public may see (domain.md §7.3). */
export function maskHolder(holder: Holder): { nameMasked: string; documentMasked: string } {
  return { nameMasked: maskName(holder.name), documentMasked: maskResidentId(holder.documentNumber) };
}
