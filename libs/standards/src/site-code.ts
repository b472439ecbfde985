import { DomainError, type FieldFault } from '@app/kernel';
import { certificateKinds, provincePrefixes, type CertificateKind } from './data/certificate-rules.js';
import { normaliseCode } from './normalise.js';
import { refuse, succeed, type Failure, type Parsed } from './parsed.js';

/**
 * Parts 1–4 of a certificate number: the body or site (domain.md §2.1, §9.5 [S-CODE1]). `kind` is one letter,
 * `ministryCode` four digits (`0000` when filed first with a province), `province` two, `siteSequence` six.
 */
export interface SiteCodeParts {
  kind: string;
  ministryCode: string;
  province: string;
  siteSequence: string;
}

export interface SiteCode extends SiteCodeParts {
  code: string;
  kindKey: string;
  /** True when the body filed first with the Ministry, not with a province (domain.md §12 item 3). */
  filedWithMinistry: boolean;
}

export interface SiteCodeOptions {
  kinds?: readonly CertificateKind[];
}

export function refuseKind(letter: string, kinds: readonly CertificateKind[]): Failure | CertificateKind {
  const kind = kinds.find((row) => row.letter === letter);
  if (kind === undefined) {
    return refuse('kind', '首位评价机构类别代码不在类别表中', 'the first letter is not a known kind of body');
  }
  if (!kind.accepted) {
    return refuse(
      'kind-unverified',
      `类别代码“${kind.zh}”尚未在本省确认,请向发证地人社部门查询`,
      `the letter for ${kind.en} is not confirmed here; ask the authority where it was issued`,
    );
  }
  return kind;
}

/** Refusal of the parts 2–3, null when they are well formed. */
export function refuseBodyDigits(ministryCode: string, province: string): Failure | null {
  if (!/^\d{4}$/.test(ministryCode)) {
    return refuse('ministry-code', '第2至5位评价机构代码应为4位数字', 'characters 2–5 must be four digits');
  }
  if (!provincePrefixes.includes(province)) {
    return refuse('province', '第6、7位不是省级代码', 'characters 6–7 are not a province');
  }
  return null;
}

function badPart(field: string, zh: string, en: string): FieldFault {
  return { field, rule: 'format', zh, en };
}

/** Faults of the parts, for the formatters of the site code and of the certificate number. */
export function siteCodeFaults(parts: SiteCodeParts, kinds: readonly CertificateKind[]): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!kinds.some((row) => row.letter === parts.kind && row.accepted)) {
    faults.push(badPart('kind', '类别代码不在类别表中', 'not a letter of the table of kinds'));
  }
  if (!/^\d{4}$/.test(parts.ministryCode)) {
    faults.push(badPart('ministryCode', '评价机构代码应为4位数字', 'must be four digits'));
  }
  if (!provincePrefixes.includes(parts.province)) {
    faults.push(badPart('province', '不是省级代码', 'not a province prefix'));
  }
  if (!/^\d{6}$/.test(parts.siteSequence)) {
    faults.push(badPart('siteSequence', '站点序列码应为6位数字', 'must be six digits'));
  }
  return faults;
}

/**
 * The 13 characters that name a site.
 * @throws DomainError `standards/bad-site-code` with one fault per bad part
 */
export function formatSiteCode(parts: SiteCodeParts, options: SiteCodeOptions = {}): string {
  const faults = siteCodeFaults(parts, options.kinds ?? certificateKinds);
  if (faults.length > 0) throw new DomainError('standards/bad-site-code', {}, faults);
  return parts.kind + parts.ministryCode + parts.province + parts.siteSequence;
}

/**
 * Reads the 13 characters of a site.
 * Rules: `empty`, `length`, `kind`, `kind-unverified`, `ministry-code`, `province`, `site-sequence`.
 */
export function parseSiteCode(input: string, options: SiteCodeOptions = {}): Parsed<SiteCode> {
  const code = normaliseCode(input);
  if (code === '') return refuse('empty', '评价机构代码为空', 'the site code is empty');
  if (code.length !== 13) return refuse('length', '评价机构(站点)代码应为13位', 'a site code has 13 characters');
  const kind = refuseKind(code.charAt(0), options.kinds ?? certificateKinds);
  if ('ok' in kind) return kind;
  const ministryCode = code.slice(1, 5);
  const province = code.slice(5, 7);
  const siteSequence = code.slice(7);
  const refusal = refuseBodyDigits(ministryCode, province);
  if (refusal !== null) return refusal;
  if (!/^\d{6}$/.test(siteSequence)) {
    return refuse('site-sequence', '第8至13位站点序列码应为6位数字', 'characters 8–13 must be six digits');
  }
  const filedWithMinistry = ministryCode !== '0000';
  return succeed({
    code,
    kind: kind.letter,
    kindKey: kind.key,
    ministryCode,
    province,
    siteSequence,
    filedWithMinistry,
  });
}
