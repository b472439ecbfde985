import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { PEOPLE, type Member, type MemberPage } from '../../api/people.ts';
import { useSession } from '../session.tsx';
import { withMember } from './people.ts';

/** As many as the service gives at once: an organisation is whole on the first page, as a rule. */
const PAGE_ROWS = 200;
const KEY = ['staff', 'people'];

export interface People {
  rows: readonly Member[];
  isWhole: boolean;
  isPending: boolean;
  isFetching: boolean;
  error: Error | null;
  refresh: () => void;
  more: () => void;
  /** Shows a person as a change left them, without asking for everybody again: every look is kept in the trail. */
  put: (person: Member) => void;
}

export function usePeople(): People {
  const { api } = useSession();
  const client = useQueryClient();
  const pages = useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam, signal }) => {
      const after = pageParam ? `&after=${encodeURIComponent(pageParam)}` : '';
      return api.json<MemberPage>(`${PEOPLE}?limit=${PAGE_ROWS}${after}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
  const put = (person: Member) =>
    client.setQueryData<InfiniteData<MemberPage, string>>(KEY, (known) =>
      known ? { ...known, pages: withMember(known.pages, person) } : known,
    );
  return {
    rows: pages.data?.pages.flatMap((page) => page.items) ?? [],
    isWhole: pages.isSuccess && !pages.hasNextPage,
    isPending: pages.isPending,
    isFetching: pages.isFetching,
    error: pages.error,
    refresh: () => void pages.refetch(),
    more: () => void pages.fetchNextPage(),
    put,
  };
}
