import { TOKEN_AUDIENCE } from '@app/platform';
import { interactionPolicy, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { AccountService } from '../account/account.service.js';
import { lackOf } from './sign-in-standing.js';

/** A person signs in again at least this often, however busy the session is. */
export const SESSION_AGE_MAX_S = 12 * 60 * 60;
export const API_SCOPE = 'api';
const OIDC_SCOPES = 'openid profile';

const { Check } = interactionPolicy;

/**
 * The provider's login prompt, asked also of sessions that are too old, whose account is gone, that were ended, or that
 * lack a second factor which the account's roles need by now.
 * Without a consent prompt: every client is ours or an operator's.
 */
export function signInPolicy(accounts: AccountService): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  const login = policy.get('login');
  if (!login) throw new Error('the provider has no login prompt');
  login.checks.add(
    new Check('account_gone', 'the account is disabled', ({ oidc }) =>
      Boolean(oidc.session?.accountId && !oidc.entities.Account),
    ),
  );
  login.checks.add(
    new Check('session_too_old', 'the session is too old', ({ oidc }) =>
      Boolean(oidc.session?.accountId && oidc.session.past(SESSION_AGE_MAX_S)),
    ),
  );
  login.checks.add(
    new Check(
      'sign_in_insufficient',
      'the sign-in is not good for the account any more',
      'login_required',
      async ({ oidc: { session } }) => Boolean(session?.accountId && !(await isSufficient(accounts, session))),
    ),
  );
  return policy;
}

/** Of a session, an authorization code or a refresh token. */
export interface SignIn {
  accountId?: string | undefined;
  amr?: string[] | undefined;
  loginTs?: number | undefined;
  authTime?: unknown;
}

/** Whether what the person showed at this sign-in is still enough for who they are now. */
export async function isSufficient(accounts: AccountService, signIn: SignIn): Promise<boolean> {
  const standing = signIn.accountId ? await accounts.standingOf(signIn.accountId) : undefined;
  const authTimeS = typeof signIn.authTime === 'number' ? signIn.authTime : signIn.loginTs;
  return standing !== undefined && lackOf({ authTimeS, amr: signIn.amr ?? [] }, standing) === undefined;
}

/** First-party clients are granted what they may ask for, without a question to the person. */
export const grantOf: NonNullable<Configuration['loadExistingGrant']> = async (ctx: KoaContextWithOIDC) => {
  const { provider, client, session, account } = ctx.oidc;
  if (!client || !session || !account) return undefined;
  const grantId = session.grantIdFor(client.clientId);
  const known = grantId ? await provider.Grant.find(grantId) : undefined;
  if (known) {
    if (session.exp !== undefined && known.exp !== undefined && known.exp < session.exp) {
      known.exp = session.exp;
      await known.save();
    }
    return known;
  }
  const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
  grant.addOIDCScope(OIDC_SCOPES);
  grant.addResourceScope(TOKEN_AUDIENCE, API_SCOPE);
  await grant.save();
  return grant;
};
