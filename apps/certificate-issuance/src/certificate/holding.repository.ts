import { arrayParameter } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { AssessedSubject } from '../scope/scope.js';

/** Which of these people hold a valid certificate of the subject's occupation and level. */
export async function findHolders(
  tx: EntityManager,
  subject: AssessedSubject,
  documentIndexes: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.query<{ document_index: string }[]>(
    `SELECT document_index FROM holding
     WHERE occupation_code = $1 AND occupation_edition = $2 AND level_digit = $3 AND document_index = ANY ($4::text[])`,
    [subject.occupationCode, subject.occupationEdition, subject.levelDigit, arrayParameter('text', documentIndexes)],
  );
  return new Set(rows.map((row) => row.document_index));
}

/**
 * Notes who is about to hold the certificate. Another roll that issues the same person at the same time makes this
 * wait for its commit; sorted, so that two rolls never wait for each other.
 * @returns ids of the certificates whose person held none
 */
export async function claimHoldings(
  tx: EntityManager,
  subject: AssessedSubject,
  claims: readonly { documentIndex: string; certificateId: string }[],
): Promise<Set<string>> {
  const rows = await tx.query<{ certificate_id: string }[]>(
    `INSERT INTO holding (document_index, occupation_code, occupation_edition, level_digit, certificate_id)
     SELECT unnest($4::text[]) AS d, $1, $2, $3, unnest($5::uuid[]) ORDER BY d
     ON CONFLICT ON CONSTRAINT holding_pk DO NOTHING RETURNING certificate_id`,
    [
      subject.occupationCode,
      subject.occupationEdition,
      subject.levelDigit,
      arrayParameter(
        'text',
        claims.map((claim) => claim.documentIndex),
      ),
      arrayParameter(
        'uuid',
        claims.map((claim) => claim.certificateId),
      ),
    ],
  );
  return new Set(rows.map((row) => row.certificate_id));
}
