import { UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';

const { origin } = window.location;
const tabStore = new WebStorageStateStore({ store: window.sessionStorage });

/** Authorisation code with PKCE; what it keeps ends with the tab. */
export const users = new UserManager({
  authority: `${origin}/oidc`,
  client_id: 'portal',
  redirect_uri: `${origin}/callback`,
  post_logout_redirect_uri: `${origin}/`,
  scope: 'openid api',
  loadUserInfo: false,
  userStore: tabStore,
  stateStore: tabStore,
  automaticSilentRenew: true,
  monitorSession: false,
});

export interface Person {
  id: string;
  name: string;
  organisation: string;
  roles: readonly string[];
}

export function personOf(user: User): Person {
  const { sub: id, name, organisation_name: organisation, roles } = user.profile;
  return {
    id,
    name: name ?? '',
    organisation: typeof organisation === 'string' ? organisation : '',
    roles: Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [],
  };
}

/** The person of this tab, with a token that still works; null when signing in is needed. */
export async function currentUser(): Promise<User | null> {
  const user = await users.getUser();
  if (!user?.expired) return user;
  try {
    return await users.signinSilent();
  } catch {
    await users.removeUser();
    return null;
  }
}

let isLeaving = false;
/** Whether the session ends because the person wants it to. */
export const isSigningOut = (): boolean => isLeaving;

/**
 * Forgets the tokens first, so that this works without the provider too, and so that no ID token (with a name in it)
 * gets into the address of the provider's page.
 */
export async function signOut(lang: string): Promise<void> {
  isLeaving = true;
  try {
    await users.removeUser();
    await users.signoutRedirect({ extraQueryParams: { ui_locales: lang } });
  } catch {
    window.location.assign('/');
  }
}

/** Rooms that need signing in. */
export const HOLDER_ROOM = '/my';
export const STAFF_ROOM = '/staff';

/** Where to go on after signing in: a page of ours only. */
export function returnPath(state: unknown): string {
  return typeof state === 'string' && /^\/(staff|my)(\/[\w/-]*)?$/.test(state) ? state : STAFF_ROOM;
}
