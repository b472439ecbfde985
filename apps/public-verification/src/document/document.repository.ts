import type { EntityManager } from 'typeorm';
import type { Registered } from './document.js';

const ENTRY = `
  SELECT certificate_id AS "certificateId", certificate_number AS "certificateNumber", encode(token_sha256, 'hex') AS "tokenSha256",
    name_index AS "nameIndex", document_masked AS "documentMasked", occupation_code AS "occupationCode",
    occupation_name AS "occupationName", specialty, level_digit AS "levelDigit", agency_name AS "agencyName",
    issued_on::text AS "issuedOn"
  FROM certificate`;

/** @param tokenSha256 lower-case hex */
export async function findByTokenDigest(tx: EntityManager, tokenSha256: string): Promise<Registered | null> {
  const [row] = await tx.query<Registered[]>(`${ENTRY} WHERE token_sha256 = decode($1, 'hex')`, [tokenSha256]);
  return row ?? null;
}

/** @param certificateId a UUID */
export async function findById(tx: EntityManager, certificateId: string): Promise<Registered | null> {
  const [row] = await tx.query<Registered[]>(`${ENTRY} WHERE certificate_id = $1`, [certificateId]);
  return row ?? null;
}
