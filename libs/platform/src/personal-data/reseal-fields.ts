import type { PersonalDataPurpose } from './suite.js';
import type { PersonalDataVault } from './vault.js';

/** The document with every field of these names sealed anew, at any depth; everything else as it was. */
export function resealFields(
  vault: Pick<PersonalDataVault, 'reseal'>,
  fields: Readonly<Record<string, PersonalDataPurpose>>,
  document: unknown,
): unknown {
  if (Array.isArray(document)) return document.map((each) => resealFields(vault, fields, each));
  if (typeof document !== 'object' || document === null) return document;
  const entries = Object.entries(document).map(([name, value]: [string, unknown]) => {
    const purpose = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (purpose !== undefined && typeof value === 'string') return [name, vault.reseal(purpose, value)];
    return [name, resealFields(vault, fields, value)];
  });
  return Object.fromEntries(entries) as unknown;
}
