import type { Visibility } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { Answer, AnsweredLine } from './acknowledgement.js';
import type { HandOverPackage } from './hand-over-package.js';
import type { PackageFacts } from './column-map.js';

/**
 * Certificates of the period that no package has, or that only a package has in which they were refused. What was replaced
 * is not handed over: what took its place is.
 */
const OPEN = `FROM certificate AS c
  WHERE c.issued_on BETWEEN $1 AND $2 AND ($3 = '' OR c.organisation_id = $3) AND c.status <> 'replaced'
    AND NOT EXISTS (SELECT 1 FROM hand_over_line AS l WHERE l.certificate_id = c.id
      AND (l.answer IS NULL OR l.answer = 'accepted'))
    AND ($4 OR NOT EXISTS (SELECT 1 FROM hand_over_line AS l WHERE l.certificate_id = c.id AND l.answer = 'refused'))`;

/** Which certificates a package asks for. */
export interface WantedLines {
  issuedFrom: string;
  issuedUntil: string;
  organisationId: string;
  withRefused: boolean;
}

const parametersOf = ({ issuedFrom, issuedUntil, organisationId, withRefused }: WantedLines): unknown[] => [
  issuedFrom,
  issuedUntil,
  organisationId,
  withRefused,
];

/**
 * Takes what is open into the package, oldest first; of two packages that are drafted at the same time one gets each.
 * @returns lines taken
 */
export async function takeLines(
  tx: EntityManager,
  packageId: string,
  wanted: WantedLines,
  limit: number,
): Promise<number> {
  const rows = await tx.query<unknown[]>(
    `INSERT INTO hand_over_line (package_id, certificate_id, position, number, organisation_id, jurisdiction)
     SELECT $5, x.id, row_number() OVER (ORDER BY x.id), x.number, x.organisation_id, x.jurisdiction
     FROM (SELECT c.id, c.number, c.organisation_id, c.jurisdiction ${OPEN} ORDER BY c.id LIMIT $6) AS x ORDER BY x.id
     ON CONFLICT DO NOTHING RETURNING 1 AS taken`,
    [...parametersOf(wanted), packageId, limit],
  );
  return rows.length;
}

export async function countOpen(tx: EntityManager, wanted: WantedLines): Promise<number> {
  const [row] = await tx.query<{ open: number }[]>(`SELECT count(*)::int AS open ${OPEN}`, parametersOf(wanted));
  return row?.open ?? 0;
}

/** What a line shows, the person sealed. */
export interface PackageLine extends Pick<
  PackageFacts,
  | 'occupationName'
  | 'occupationCode'
  | 'specialty'
  | 'levelDigit'
  | 'certificateNumber'
  | 'agencyName'
  | 'siteCode'
  | 'issuedOn'
  | 'theoryPoints'
  | 'skillPoints'
  | 'status'
> {
  position: number;
  certificateId: string;
  holderSealed: string;
  nameMasked: string;
  documentMasked: string;
}

/** In the order of the package, from the one after `after`. */
export function linesAfter(tx: EntityManager, packageId: string, after: number, limit: number): Promise<PackageLine[]> {
  return tx.query<PackageLine[]>(
    `SELECT l.position, c.id AS "certificateId", c.holder_sealed AS "holderSealed", c.name_masked AS "nameMasked",
       c.document_masked AS "documentMasked", c.occupation_name AS "occupationName", c.occupation_code AS "occupationCode",
       c.specialty, c.level_digit AS "levelDigit", c.number AS "certificateNumber", c.agency_name AS "agencyName",
       c.site_code AS "siteCode", c.issued_on::text AS "issuedOn", r.theory_points AS "theoryPoints",
       r.skill_points AS "skillPoints", c.status
     FROM hand_over_line AS l JOIN certificate AS c ON c.id = l.certificate_id
     LEFT JOIN result_row AS r
       ON r.roll_id = c.roll_id AND r.document_index = c.document_index AND r.refusal_rule IS NULL
     WHERE l.package_id = $1 AND l.position > $2 ORDER BY l.position LIMIT $3`,
    [packageId, after, limit],
  );
}

export function answeredLines(tx: EntityManager, packageId: string): Promise<AnsweredLine[]> {
  return tx.query<AnsweredLine[]>(
    `SELECT certificate_id AS "certificateId", number, answer FROM hand_over_line WHERE package_id = $1`,
    [packageId],
  );
}

export interface NewAnswer {
  certificateId: string;
  answer: Answer;
  reasonSealed: string | null;
}

/** Only lines without an answer get one. */
export async function keepAnswers(
  tx: EntityManager,
  { id }: HandOverPackage,
  answers: readonly NewAnswer[],
  by: { subject: string; now: Date },
): Promise<void> {
  await tx.query(
    `UPDATE hand_over_line AS l SET answer = x.a, reason_sealed = x.r, answered_by = $5, answered_at = $6
     FROM unnest($2::uuid[], $3::text[], $4::text[]) AS x(c, a, r)
     WHERE l.package_id = $1 AND l.certificate_id = x.c AND l.answer IS NULL`,
    [
      id,
      answers.map(({ certificateId }) => certificateId),
      answers.map(({ answer }) => answer),
      answers.map(({ reasonSealed }) => reasonSealed),
      by.subject,
      by.now,
    ],
  );
}

/** A certificate that the centre refused, by its latest refusal. */
export interface RefusedLine {
  /** Of the certificate. */
  id: string;
  packageId: string;
  number: string;
  nameMasked: string;
  documentMasked: string;
  agencyName: string;
  organisationId: string;
  jurisdiction: string;
  status: PackageFacts['status'];
  reasonSealed: string;
  answeredAt: Date;
  /** A later package has it. */
  resent: boolean;
}

/** Newest certificate first, one row more than `limit`. */
export function listRefused(
  tx: EntityManager,
  { organisationId, jurisdiction }: Visibility,
  before: string | undefined,
  limit: number,
): Promise<RefusedLine[]> {
  return tx.query<RefusedLine[]>(
    `SELECT DISTINCT ON (c.id) c.id, l.package_id AS "packageId", c.number, c.name_masked AS "nameMasked",
       c.document_masked AS "documentMasked", c.agency_name AS "agencyName", c.organisation_id AS "organisationId",
       c.jurisdiction, c.status, l.reason_sealed AS "reasonSealed", l.answered_at AS "answeredAt",
       EXISTS (SELECT 1 FROM hand_over_line AS n WHERE n.certificate_id = c.id
         AND (n.answer IS NULL OR n.answer = 'accepted')) AS resent
     FROM hand_over_line AS l JOIN certificate AS c ON c.id = l.certificate_id
     WHERE l.answer = 'refused' AND ($1::text IS NULL OR c.organisation_id = $1)
       AND ($2::text IS NULL OR c.jurisdiction = $2) AND ($3::uuid IS NULL OR c.id < $3)
     ORDER BY c.id DESC, l.answered_at DESC LIMIT $4`,
    [organisationId ?? null, jurisdiction ?? null, before ?? null, limit + 1],
  );
}
