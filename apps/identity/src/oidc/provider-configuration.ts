import { TOKEN_AUDIENCE, type PersonalDataVault } from '@app/platform';
import type { JWK } from 'jose';
import { errors, type AdapterFactory, type Client, type Configuration } from 'oidc-provider';
import type { AccountService } from '../account/account.service.js';
import type { ClientService } from '../client/client.service.js';
import { firstPartyClients } from '../client/first-party-clients.js';
import type { IdentityConfig } from '../identity-config.js';
import { renderProviderError } from '../interaction/error-page.js';
import { renderSignOut, renderSignedOut } from '../interaction/sign-out-page.js';
import type { SessionRecorder } from '../session/session-recorder.service.js';
import { SIGNING_ALGORITHM } from '../signing-key/signing-key.service.js';
import { PROFILE_CLAIMS, profileClaims } from './profile-claims.js';
import { API_SCOPE, grantOf, isSufficient, SESSION_AGE_MAX_S, signInPolicy } from './sign-in-policy.js';

/** Where the provider is mounted, at the gateway and here. */
export const MOUNT_PATH = '/oidc';
/** A dismissed person's last token works for this long: the services do not ask back. */
const TOKEN_TTL_S = 5 * 60;
const CODE_TTL_S = 60;
const INTERACTION_TTL_S = 30 * 60;
/** Rotation keeps the end of the first refresh token, so nothing outlives the session. */
const SESSION_TTL_S = SESSION_AGE_MAX_S;
const COOKIE_KEY_BYTES = 32;

export interface ProviderParts {
  config: IdentityConfig;
  vault: PersonalDataVault;
  keys: readonly JWK[];
  adapter: AdapterFactory;
  accounts: AccountService;
  clients: ClientService;
  sessions: SessionRecorder;
}

/** The same in every process of the installation, so that any of them reads another's cookies. */
function cookieKeys(config: IdentityConfig, vault: PersonalDataVault): (string | Buffer)[] {
  return config.OIDC_COOKIE_KEYS ?? [vault.derive('identity/cookies', COOKIE_KEY_BYTES)];
}

/** Pages that may call the token endpoint from a browser: those a public client signs in to. */
function mayCallFrom(origin: string, client: Client): boolean {
  return (
    client.clientAuthMethod === 'none' && (client.redirectUris ?? []).some((uri) => new URL(uri).origin === origin)
  );
}

function features(): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
    rpInitiatedLogout: { enabled: true, logoutSource: renderSignOut, postLogoutSuccessSource: renderSignedOut },
    // Access tokens are for the services; what a client needs to know of the person is in the ID token.
    userinfo: { enabled: false },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => TOKEN_AUDIENCE,
      useGrantedResource: () => true,
      getResourceServerInfo: (_ctx, resource) => {
        if (resource !== TOKEN_AUDIENCE) throw new errors.InvalidTarget();
        return {
          scope: API_SCOPE,
          audience: TOKEN_AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: TOKEN_TTL_S,
          jwt: { sign: { alg: SIGNING_ALGORITHM } },
        };
      },
    },
  };
}

/** How our provider differs from the library's defaults. */
export function providerConfiguration({
  config,
  vault,
  keys,
  adapter,
  accounts,
  clients,
}: ProviderParts): Configuration {
  return {
    adapter,
    clients: firstPartyClients(config),
    clientDefaults: { id_token_signed_response_alg: SIGNING_ALGORITHM },
    enabledJWA: { idTokenSigningAlgValues: [SIGNING_ALGORITHM] },
    jwks: { keys: [...keys] as NonNullable<Configuration['jwks']>['keys'] },
    responseTypes: ['code'],
    clientAuthMethods: ['none', 'client_secret_basic', 'client_secret_post'],
    pkce: { required: () => true },
    scopes: ['openid'],
    claims: { openid: ['sub', ...PROFILE_CLAIMS], profile: ['name'] },
    cookies: {
      keys: cookieKeys(config, vault),
      names: { session: 'jz_session', interaction: 'jz_interaction', resume: 'jz_resume' },
      // The rest of the site never sees the session.
      long: { httpOnly: true, sameSite: 'lax', path: MOUNT_PATH },
    },
    clientBasedCORS: (_ctx, origin, client) => mayCallFrom(origin, client),
    features: features(),
    findAccount: async (_ctx, accountId, token) => {
      // A code or refresh token that no longer suffices is answered like one of an account that is gone.
      if (token && !(await isSufficient(accounts, token))) return undefined;
      const profile = await accounts.profileOf(accountId);
      return profile && { accountId, claims: () => ({ sub: accountId, ...profileClaims(profile) }) };
    },
    extraTokenClaims: async (ctx, token) => {
      if (token.kind !== 'AccessToken' || !token.accountId) {
        const machine = await clients.profileOf(ctx.oidc.client?.clientId ?? '');
        return machine && profileClaims(machine);
      }
      const profile = await accounts.profileOf(token.accountId);
      const { AuthorizationCode: code, RefreshToken: refresh } = ctx.oidc.entities;
      return profile && { ...profileClaims(profile), amr: (code ?? refresh)?.amr ?? [] };
    },
    interactions: {
      policy: signInPolicy(accounts),
      url: (_ctx, interaction) => `${MOUNT_PATH}/interaction/${interaction.uid}`,
    },
    loadExistingGrant: grantOf,
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: () => true,
    expiresWithSession: () => true,
    renderError: renderProviderError,
    ttl: {
      AccessToken: TOKEN_TTL_S,
      ClientCredentials: TOKEN_TTL_S,
      IdToken: TOKEN_TTL_S,
      AuthorizationCode: CODE_TTL_S,
      Interaction: INTERACTION_TTL_S,
      Session: SESSION_TTL_S,
      Grant: SESSION_TTL_S,
      RefreshToken: (ctx) => ctx.oidc.entities.RotatedRefreshToken?.remainingTTL ?? SESSION_TTL_S,
    },
  };
}
