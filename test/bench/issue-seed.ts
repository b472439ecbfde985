import type { Client } from 'pg';

/** Serials of one site, year and level. */
const SERIALS = 999_999;

/** Rows of certificates that were issued before, in both services, as they look when issued here. */
const SEED = `
  INSERT INTO certificate_issuance.certificate (basis, filing_id, organisation_id, jurisdiction, agency_name, site_code,
    occupation_code, occupation_edition, occupation_name, specialty, level_digit, issued_on, id, number, candidate_id,
    holder_sealed, name_index, document_index, name_masked, document_masked, status_list, status_index, signing_kid,
    paper_sealed, batch_id, batch_offset, token_sha256)
  SELECT 'assessment', '00000000-0000-4000-8000-000000000000', 'org-before', '230200', '从前的评价机构', site.code,
    '6-18-02-04', '2015', '焊工', '', '4', '2025-06-01',
    (overlay('018f' || lpad(to_hex(n), 8, '0') PLACING '-' FROM 9 FOR 0) || '-7000-8000-' || substr(md5('i' || n), 1, 12))::uuid,
    site.code || '254' || lpad((n % ${SERIALS} + 1)::text, 6, '0'), md5('c' || n)::uuid, repeat('h', 180),
    substr(encode(sha256(convert_to('n' || n, 'UTF8')), 'base64'), 1, 43),
    substr(encode(sha256(convert_to('d' || n, 'UTF8')), 'base64'), 1, 43), '张*', '230***********004X', 1, 0, 'before',
    repeat('p', 340), md5('b' || n / 500)::uuid, n % 500 + 1, encode(sha256(convert_to('t' || n, 'UTF8')), 'hex')
  FROM generate_series($1::int, $2::int - 1) AS n, LATERAL (SELECT 'S00002390' || lpad((n / ${SERIALS})::text, 4, '0') AS code) AS site`;

const SEED_HOLDINGS = `
  INSERT INTO certificate_issuance.holding (document_index, occupation_code, occupation_edition, level_digit, certificate_id)
  SELECT document_index, occupation_code, occupation_edition, level_digit, id FROM certificate_issuance.certificate c
  WHERE organisation_id = 'org-before'
    AND NOT EXISTS (SELECT 1 FROM certificate_issuance.holding h WHERE h.certificate_id = c.id) ON CONFLICT DO NOTHING`;

const SEED_PUBLIC = `
  INSERT INTO public_verification.certificate (certificate_id, certificate_number, name_index, document_index, token_sha256,
    name_masked, document_masked, occupation_code, occupation_edition, occupation_name, specialty, level_digit, agency_name,
    site_code, issued_on, status, recorded_at)
  SELECT id, number, name_index, document_index, decode(token_sha256, 'hex'), name_masked, document_masked, occupation_code,
    occupation_edition, occupation_name, specialty, level_digit, agency_name, site_code, issued_on, 'valid', '2025-06-01'
  FROM certificate_issuance.certificate WHERE organisation_id = 'org-before' ON CONFLICT DO NOTHING`;

/** Lets the register grow from `from` to `to` certificates. */
export async function growRegister(client: Client, from: number, to: number): Promise<void> {
  const step = 100_000;
  for (let at = from; at < to; at += step) {
    await client.query(SEED, [at, Math.min(at + step, to)]);
  }
  await client.query(SEED_HOLDINGS);
  await client.query(SEED_PUBLIC);
  await client.query(
    'VACUUM (ANALYZE) certificate_issuance.certificate, certificate_issuance.holding, public_verification.certificate',
  );
}
