import type { CertificateStatus } from './certificate.js';

/** As it was on a day: what was issued later is not there, what became of it later has not happened. */
export function asOf<T extends { issuedOn: string; status: CertificateStatus; statusOn: string | null }>(
  certificates: readonly T[],
  day: string | undefined,
): T[] {
  if (day === undefined) return [...certificates];
  return certificates
    .filter(({ issuedOn }) => issuedOn <= day)
    .map((each) =>
      each.statusOn !== null && each.statusOn > day ? { ...each, status: 'valid', statusOn: null } : each,
    );
}

/** By the place of the inquiry that found them, in the order in which they came. */
export function byPlace<T extends { at: number }>(found: readonly T[]): ReadonlyMap<number, T[]> {
  const places = new Map<number, T[]>();
  for (const each of found) {
    const known = places.get(each.at);
    if (known) known.push(each);
    else places.set(each.at, [each]);
  }
  return places;
}
