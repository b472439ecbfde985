import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Page } from '../api/types.ts';
import { useSession } from '../staff/session.tsx';
import { useRequestKey } from '../staff/request-key.ts';
import { MY, type Binding, type Claim, type OwnCertificates } from './holder-api.ts';

const KEY = ['holder'];
const PAGE_ROWS = 50;

/** Every key has the account in it: who signs in after somebody else is shown nothing of theirs. */
function useKey(...part: string[]): string[] {
  const { person } = useSession();
  return [...KEY, person.id, ...part];
}

/** @param isHolder nobody else is answered */
export function useBinding(isHolder: boolean) {
  const { api } = useSession();
  const queryFn = ({ signal }: { signal: AbortSignal }) => api.json<Binding>(MY.binding, signal);
  return useQuery({ queryKey: useKey('binding'), queryFn, enabled: isHolder });
}

export function useCertificates() {
  const { api } = useSession();
  const queryFn = ({ signal }: { signal: AbortSignal }) => api.json<OwnCertificates>(MY.certificates, signal);
  return useQuery({ queryKey: useKey('certificates'), queryFn });
}

export function useMyList<T>(list: 'checks' | 'extracts' | 'corrections') {
  const { api } = useSession();
  const query = useInfiniteQuery({
    queryKey: useKey(list),
    queryFn: ({ pageParam, signal }) => {
      const after = pageParam ? `&after=${encodeURIComponent(pageParam)}` : '';
      return api.json<Page<T>>(`${MY[list]}?limit=${PAGE_ROWS}${after}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  return { ...query, items: query.data?.pages.flatMap(({ items }) => items) ?? [] };
}

export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: KEY });
}

/** A change of the own things; the lists are read anew after it. */
export function useSend<Body, Answer>(method: 'POST' | 'PUT', path: string) {
  const { api } = useSession();
  const refresh = useRefresh();
  const keyFor = useRequestKey();
  return useMutation({
    mutationFn: (body: Body) => api.send<Answer>(method, path, { body, idempotencyKey: keyFor(body) }),
    onSuccess: refresh,
  });
}

export const useBind = () => useSend<Claim, Binding>('PUT', MY.binding);

export function useRelease() {
  const { api } = useSession();
  const refresh = useRefresh();
  return useMutation({ mutationFn: () => api.send<Binding>('POST', MY.release), onSuccess: refresh });
}
