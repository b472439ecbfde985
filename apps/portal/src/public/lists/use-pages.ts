import { useInfiniteQuery } from '@tanstack/react-query';
import type { Page } from '../../api/types.ts';

/** Pages of a public list, one after the other as they are asked for. */
export function usePages<P extends Page<unknown>>(
  key: readonly unknown[],
  read: (after: string | undefined, signal: AbortSignal) => Promise<P>,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  const items: P['items'][number][] = query.data?.pages.flatMap((page) => page.items) ?? [];
  return { ...query, items };
}

/** What a list shows of its pages. */
export interface Pages<T> {
  items: readonly T[];
  error: unknown;
  isError: boolean;
  isPending: boolean;
  isSuccess: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => Promise<unknown>;
  fetchNextPage: () => Promise<unknown>;
}
