import { normaliseCode } from '@app/standards';
import type { PersonalDataPurpose } from '../personal-data/suite.js';

type Fields = Readonly<Record<string, PersonalDataPurpose>>;

/** Texts of the fields of these names, at any depth. */
export function* sealedFieldsIn(
  document: unknown,
  fields: Fields,
): Generator<{ purpose: PersonalDataPurpose; sealed: string }> {
  if (typeof document !== 'object' || document === null) return;
  for (const [name, value] of Object.entries(document) as [string, unknown][]) {
    const purpose = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (purpose !== undefined && typeof value === 'string') yield { purpose, sealed: value };
    else yield* sealedFieldsIn(value, fields);
  }
}

/** Whether an opened JSON text is about this document number: the number stands in it as a value of its own. */
export function namesDocument(text: string, documentNumber: string): boolean {
  return textsIn(parsed(text)).some((each) => normaliseCode(each) === documentNumber);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  // Excel stores what looks like a number as one.
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
