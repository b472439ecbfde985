import { createHash } from 'node:crypto';
import { loadCredential, loadPersonalData } from '../../deploy/local/built.ts';
import { keyEnvironment } from '../../deploy/local/keyring.ts';
import { ROOT } from '../../deploy/local/settings.ts';
import type { OwnSystem } from './own-system.ts';
import { Person } from './person.ts';

/** What a holder has in hand: all that the paper says of its person, and the code on it. */
export interface Paper {
  certificateId: string;
  number: string;
  name: string;
  documentType: string;
  documentNumber: string;
  token: string;
}

/** Of a certificate of the journey: the code from its credential, the rest as the print is made of it. */
export async function paperOf(own: OwnSystem, certificateId: string | undefined): Promise<Paper> {
  const clerk = Person.account(own.system.urls.public, 'clerk.north', own.system.secrets.demoPassword);
  const lib = await loadCredential(ROOT);
  const path = `/api/certificate-issuance/certificates/${certificateId}/credential?form=vc%2Bjwt`;
  const jwt = (await clerk.download(path)).toString().trim();
  const { transparencyLog } = lib.decodeVcJwt(jwt.replace(/^"|"$/g, '')).claims;
  const salt = Buffer.from(transparencyLog?.salt ?? '', 'base64url');
  const [row] = await own.query<{ id: string; number: string; sealed: string }>(
    `SELECT id, number, holder_sealed AS sealed FROM certificate_issuance.certificate WHERE id = '${certificateId}'`,
  );
  if (!row) throw new Error(`no certificate ${certificateId}`);
  const vault = (await loadPersonalData(ROOT)).openVault(keyEnvironment(own.system.dataDir, {}));
  const holder = JSON.parse(vault.open('person', row.sealed)) as Pick<
    Paper,
    'name' | 'documentType' | 'documentNumber'
  >;
  const { name, documentType, documentNumber } = holder;
  const token = lib.paperToken(salt, (data) => createHash('sha256').update(data).digest());
  return { certificateId: row.id, number: row.number, name, documentType, documentNumber, token };
}
