import { DomainError } from '@app/kernel';
import { normaliseText, occupations, type Occupation } from '@app/standards';

/** Rows of the catalogue by code, then edition. */
const CATALOGUE: readonly Occupation[] = [...occupations].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

/** Code and edition: the same code means another occupation in another edition (domain.md §12 item 41). */
export function keyOf({ code, edition }: { code: string; edition: string }): string {
  return `${code} ${edition}`;
}

export const cursorOf = (occupation: Occupation): string => Buffer.from(keyOf(occupation)).toString('base64url');

/** @throws DomainError `request/cursor` */
function keyOfCursor(after: string | undefined): string {
  if (after === undefined) return '';
  const key = Buffer.from(after, 'base64url').toString('utf8');
  if (!/^\d-\d{2}-\d{2}-\d{2} \d{4}$/.test(key)) throw new DomainError('request/cursor');
  return key;
}

function isNamedBy(occupation: Occupation, query: string): boolean {
  const { code, name, en, specialties, formerCodes } = occupation;
  const former = formerCodes.flatMap((each) => [each.code, each.name]);
  const texts = [code, name, en.toLowerCase(), ...specialties.map((each) => each.name), ...former];
  return texts.some((text) => text.includes(query));
}

/**
 * Occupations whose code, name, English name, 工种 or former code or name has `query` in it, by code.
 * @throws DomainError `request/cursor`
 */
export function searchCatalogue(query: string, after: string | undefined): Occupation[] {
  const start = keyOfCursor(after);
  const wanted = normaliseText(query).toLowerCase();
  return CATALOGUE.filter((each) => keyOf(each) > start && isNamedBy(each, wanted));
}
