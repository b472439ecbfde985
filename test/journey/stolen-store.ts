import { createPrivateKey, sign, type JsonWebKeyInput } from 'node:crypto';
import { loadPersonalData } from '../../deploy/local/built.ts';
import { keyEnvironment } from '../../deploy/local/keyring.ts';
import { ROOT } from '../../deploy/local/settings.ts';
import type { Sign } from '../../libs/credential/src/index.ts';
import type { OwnSystem } from './own-system.ts';

export interface Holder {
  name: string;
  documentType: string;
  documentNumber: string;
}

/** The store of the issuing service in the hands of somebody who has its database and its keyring. */
export async function openStore(own: OwnSystem) {
  const parts = await loadPersonalData(ROOT);
  const vault = parts.openVault(parts.readKeySettings({ ...process.env, ...keyEnvironment(own.system.dataDir, {}) }));
  const open = vault.open.bind(vault) as (purpose: string, sealed: string) => string;
  return {
    async certificate(id: string): Promise<{ holder: Holder; cose: Buffer; list: number; index: number }> {
      const [row] = await own.query<{ holder: string; paper: string; list: number; index: number }>(
        `SELECT holder_sealed AS holder, paper_sealed AS paper, status_list AS list, status_index AS index
           FROM certificate_issuance.certificate WHERE id = '${id}'`,
      );
      if (!row) throw new Error(`no certificate ${id}`);
      const { list, index } = row;
      const holder = JSON.parse(open('person', row.holder)) as Holder;
      return { holder, cose: Buffer.from(open('person', row.paper), 'base64url'), list, index };
    },

    async privateKey(kid: string): Promise<Sign> {
      const [row] = await own.query<{ sealed: string }>(
        `SELECT private_sealed AS sealed FROM certificate_issuance.signing_key WHERE kid = '${kid}'`,
      );
      const jwk = JSON.parse(open('answer', row?.sealed ?? '')) as JsonWebKeyInput['key'];
      const key = createPrivateKey({ key: jwk, format: 'jwk' });
      return (bytes) => Promise.resolve(new Uint8Array(sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' })));
    },
  };
}

export type Store = Awaited<ReturnType<typeof openStore>>;
