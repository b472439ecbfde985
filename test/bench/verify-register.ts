import { createHash, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import type { PersonalDataVault } from '../../libs/platform/src/index.ts';

/** Certificates that are asked for, spread over the whole register. */
const ASKED_MAX = 5_000;
const STEP = 250_000;
const SERIALS = 999_999;
const TOKEN_BYTES = 16;
const SITE = "'S00002390' || lpad((n / " + SERIALS + ")::text, 4, '0')";

export interface Asked {
  certificateId: string;
  token: string;
  name: string;
  certificateNumber: string;
}

const GROW = `
  INSERT INTO public_verification.certificate (certificate_id, certificate_number, name_index, document_index, token_sha256,
    name_masked, document_masked, occupation_code, occupation_edition, occupation_name, specialty, level_digit, agency_name,
    site_code, issued_on, status, recorded_at)
  SELECT md5('i' || n)::uuid, ${SITE} || '254' || lpad((n % ${SERIALS} + 1)::text, 6, '0'),
    translate(substr(encode(sha256(convert_to('n' || n, 'UTF8')), 'base64'), 1, 43), '+/', '-_'),
    translate(substr(encode(sha256(convert_to('d' || n, 'UTF8')), 'base64'), 1, 43), '+/', '-_'),
    sha256(convert_to('t' || n, 'UTF8')), '张*', '230***********004X', '6-18-02-04', '2015', '焊工', '电焊工', '4',
    '从前的评价机构', ${SITE}, '2025-06-01', 'valid', '2025-06-01'
  FROM generate_series($1::int, $2::int - 1) AS n`;

const NAME_THEM = `
  UPDATE public_verification.certificate c SET name_index = x.name_index, token_sha256 = decode(x.token, 'hex')
  FROM unnest($1::text[], $2::text[], $3::text[]) AS x(id, name_index, token) WHERE c.certificate_id = x.id::uuid
  RETURNING c.certificate_id AS id, c.certificate_number AS number`;

/** Lets the register grow and gives some of its certificates names and tokens that can be asked for. */
export async function growPublicRegister(
  client: Client,
  vault: PersonalDataVault,
  from: number,
  to: number,
): Promise<Asked[]> {
  for (let at = from; at < to; at += STEP) await client.query(GROW, [at, Math.min(at + STEP, to)]);
  const count = Math.min(ASKED_MAX, to);
  const asked = Array.from({ length: count }, (_, index) => {
    const id = createHash('md5')
      .update(`i${Math.floor((index * to) / count)}`)
      .digest('hex');
    const name = `考生${String.fromCodePoint(0x4e00 + (index % 5000))}`;
    return { id, name, token: randomBytes(TOKEN_BYTES).toString('base64url') };
  });
  const { rows } = await client.query<{ id: string; number: string }>(NAME_THEM, [
    asked.map(({ id }) => id),
    asked.map(({ name }) => vault.index('name', name)),
    asked.map(({ token }) => createHash('sha256').update(token).digest('hex')),
  ]);
  await client.query('VACUUM (ANALYZE) public_verification.certificate');
  const numbers = new Map(rows.map(({ id, number }) => [id.replaceAll('-', ''), { id, number }]));
  return asked.map(({ id, name, token }) => {
    const row = numbers.get(id);
    if (!row) throw new Error(`certificate ${id} is not in the register`);
    return { certificateId: row.id, certificateNumber: row.number, name, token };
  });
}
