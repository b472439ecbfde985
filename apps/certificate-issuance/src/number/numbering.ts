import { DomainError } from '@app/kernel';
import { formatCertificateNumber, parseSiteCode } from '@app/standards';

/** A body filed with a province first has this in place of the Ministry's code (domain.md §12 item 3). */
const FILED_WITH_PROVINCE = '0000';

/** What decides in which series a certificate is numbered. */
export interface Numbered {
  siteCode: string;
  levelDigit: string;
  /** `YYYY-MM-DD`, China: the year of a number is the year of issue, not of the exam (domain.md §12 item 5). */
  issuedOn: string;
}

export const yearOf = (day: string): number => Number(day.slice(0, 4));

function siteOf(siteCode: string) {
  const site = parseSiteCode(siteCode);
  if (!site.ok) throw new DomainError('result-roll/bad-part', { reason: `siteCode: ${site.rule}` });
  return site.value;
}

/** Whether the body brings its numbers: it filed with the Ministry, which has them in its own hands. */
export function bringsNumbers(siteCode: string): boolean {
  return siteOf(siteCode).ministryCode !== FILED_WITH_PROVINCE;
}

/**
 * Numbers of a block of serials.
 * @throws DomainError `standards/serial-exhausted` when the series is full
 */
export function numbersOf({ siteCode, levelDigit, issuedOn }: Numbered, firstSerial: number, count: number): string[] {
  const { kind, ministryCode, province, siteSequence } = siteOf(siteCode);
  const site = { kind, ministryCode, province, siteSequence, year: yearOf(issuedOn), level: levelDigit };
  return Array.from({ length: count }, (_, index) => formatCertificateNumber({ ...site, serial: firstSerial + index }));
}
