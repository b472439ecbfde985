import type { User } from 'oidc-client-ts';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { call, callJson, ProblemError, type CallOptions } from '../api/http.ts';
import { currentUser, isSigningOut, personOf, users, type Person } from './auth.ts';

export interface Api {
  json: <T>(path: string, signal?: AbortSignal) => Promise<T>;
  /** A change; the answer is what became of it. */
  send: <T>(method: 'POST' | 'PUT', path: string, change?: Change) => Promise<T>;
  file: (path: string, accept: string) => Promise<Blob>;
}

export type Change = Pick<CallOptions, 'body' | 'idempotencyKey'>;

interface Session {
  person: Person;
  api: Api;
}

type SessionState =
  { kind: 'loading' } | { kind: 'signed-out'; hasExpired: boolean } | { kind: 'signed-in'; session: Session };

const SessionContext = createContext<Session | null>(null);
export const SessionProvider = ({ session, children }: { session: Session; children: ReactNode }) => (
  <SessionContext value={session}>{children}</SessionContext>
);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of SessionProvider');
  return session;
}

const UNAUTHENTICATED = 401;

/** A refused token ends the session here, so that the page asks to sign in instead of failing again and again. */
async function withToken<T>(ask: (token: string) => Promise<T>): Promise<T> {
  const user = await currentUser();
  try {
    return await ask(user?.access_token ?? '');
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === UNAUTHENTICATED) await users.removeUser();
    throw error;
  }
}

const api: Api = {
  json: (path, signal) => withToken((token) => callJson(path, { token, ...(signal ? { signal } : {}) })),
  send: (method, path, change = {}) => withToken((token) => callJson(path, { ...change, method, token })),
  file: async (path, accept) => {
    const options: CallOptions = { accept };
    const response = await withToken((token) => call(path, { ...options, token }));
    return response.blob();
  },
};

/** Follows the session of this tab. */
export function useSessionState(): SessionState {
  const [user, setUser] = useState<User | null | undefined>();
  const [hasExpired, setHasExpired] = useState(false);
  useEffect(() => {
    const loaded = (found: User | null) => setUser(found);
    const unloaded = () => {
      setHasExpired(!isSigningOut());
      setUser(null);
    };
    currentUser().then(loaded, () => setUser(null));
    users.events.addUserLoaded(loaded);
    users.events.addUserUnloaded(unloaded);
    return () => {
      users.events.removeUserLoaded(loaded);
      users.events.removeUserUnloaded(unloaded);
    };
  }, []);
  return useMemo(() => {
    if (user === undefined) return { kind: 'loading' };
    if (user === null) return { kind: 'signed-out', hasExpired };
    return { kind: 'signed-in', session: { person: personOf(user), api } };
  }, [user, hasExpired]);
}
