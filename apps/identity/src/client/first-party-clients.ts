import type { ClientMetadata } from 'oidc-provider';
import type { IdentityConfig } from '../identity-config.js';
import { ACCOUNT_CLIENT_ID, DEMO_CLI_CLIENT_ID, PORTAL_CLIENT_ID } from './machine-client.js';

const DEMO_CLI_REDIRECT = 'http://127.0.0.1:8399/callback';

const PUBLIC_CLIENT = {
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
} satisfies Partial<ClientMetadata>;

/** Our own programs that people sign in to: public clients, so PKCE is what protects their codes. */
export function firstPartyClients(config: IdentityConfig): ClientMetadata[] {
  const publicUrl = config.PUBLIC_URL.replace(/\/+$/, '');
  const portal: ClientMetadata = {
    ...PUBLIC_CLIENT,
    client_id: PORTAL_CLIENT_ID,
    client_name: '匠证门户 Jiangzheng portal',
    redirect_uris: [`${publicUrl}/callback`, `${publicUrl}/silent`],
    post_logout_redirect_uris: [`${publicUrl}/`],
  };
  // The account page reads the provider's session and takes no tokens; it only needs a way to ask for a sign-in.
  const account: ClientMetadata = {
    ...PUBLIC_CLIENT,
    client_id: ACCOUNT_CLIENT_ID,
    client_name: '匠证账号页面 Jiangzheng account page',
    grant_types: ['authorization_code'],
    redirect_uris: [`${publicUrl}/oidc/account`],
  };
  if (config.JZ_MODE !== 'demo') return [portal, account];
  const demoCli: ClientMetadata = {
    ...PUBLIC_CLIENT,
    client_id: DEMO_CLI_CLIENT_ID,
    client_name: '匠证演示脚本 Jiangzheng demo script',
    redirect_uris: [DEMO_CLI_REDIRECT],
  };
  return [portal, account, demoCli];
}
