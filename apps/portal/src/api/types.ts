/**
 * Shapes of the API's answers, written by hand for now; a later issue generates them from docs/openapi.
 * What a person sees never depends on an unchecked field: see `verification.ts`.
 */

export interface FieldFault {
  /** JSON pointer of the field. */
  field: string;
  rule: string;
  zh: string;
  en: string;
}

/** RFC 9457 problem document of every service. */
export interface ProblemDocument {
  type: string;
  title: string;
  titles: { 'zh-CN': string; en: string };
  status: number;
  instance: string;
  errors?: readonly FieldFault[];
}

export interface Page<T> {
  items: T[];
  /** Absent on the last page. */
  next?: string;
}

export interface Step {
  at: string;
  from: string;
  to: string;
  opinion: string;
}

export interface Filing {
  id: string;
  agencyName: string;
  creditCode: string;
  kind: string;
  jurisdiction: string;
  state: string;
  sites: { siteId: string; siteCode?: string; name: string; regionCode: string; address: string }[];
  scope: { siteId: string; occupationCode: string; occupationName: string; specialty: string; levelDigit: string }[];
  history: Step[];
  publicityUntil?: string;
  filedOn?: string;
  validUntil?: string;
}

/** What an exam or a certificate is about. */
export interface Subject {
  occupationCode: string;
  occupationName: string;
  specialty: string;
  levelDigit: string;
}

export interface Plan extends Subject {
  id: string;
  agencyName: string;
  siteCode: string;
  jurisdiction: string;
  state: string;
  examOn: string;
  rooms: { name: string; seats: number }[];
  history: Step[];
  candidates: number;
  paper?: { paperId: string; contentSha256: string; itemCount: number; sealedAt: string };
  publicityFrom?: string;
  publicityUntil?: string;
  roll?: { rollId: string; reportedOn: string; late: boolean; rows: number };
}

/** Why a roll or a row waits or is refused. */
export interface Rule {
  name: string;
  zh: string;
  en: string;
}

export interface RollRow {
  candidateId: string;
  admissionNumber: string;
  nameMasked: string;
  documentMasked: string;
  theoryPoints: number;
  skillPoints: number;
  issuable: boolean;
  rule?: Rule;
  certificateNumber?: string;
}

export interface Roll {
  id: string;
  planId: string;
  agencyName: string;
  siteCode: string;
  jurisdiction: string;
  subject: Subject;
  state: string;
  examOn: string;
  publicityFrom: string;
  publicityUntil: string;
  reportedAt: string;
  issuedAt?: string;
  counts: { rows: number; issued: number; refused: number };
  /** These two in the answer to one roll only. */
  waitsFor?: Rule;
  rows?: RollRow[];
}

export interface Certificate extends Subject {
  id: string;
  number: string;
  agencyName: string;
  siteCode: string;
  issuedOn: string;
  nameMasked: string;
  documentMasked: string;
  planId: string;
  rollId: string;
  credentialSha256: string;
  /** Not yet told by the service: absent means nothing is known against it. */
  status?: string;
}
