import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Page } from '../../api/types.ts';
import { useSession } from '../session.tsx';
import { BATCHES, followBatch, TERMS, type Batch, type BatchRow, type Terms } from './batch-api.ts';

const PAGE_ROWS = 20;
const ROWS_SHOWN = 50;
const AGAIN_MS = 2_000;
const KEY = ['staff', 'batches'];
const ENDED = new Set(['finished', 'cancelled']);

export const isOpen = ({ state }: Batch): boolean => !ENDED.has(state);

export function useTerms() {
  const { api } = useSession();
  return useQuery({ queryKey: [...KEY, 'terms'], queryFn: ({ signal }) => api.json<Terms>(TERMS, signal) });
}

export function useBatches() {
  const { api } = useSession();
  return useInfiniteQuery({
    queryKey: [...KEY, 'list'],
    queryFn: ({ pageParam, signal }) =>
      api.json<Page<Batch>>(`${BATCHES}?limit=${PAGE_ROWS}${pageParam && `&after=${pageParam}`}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

export function useRefreshBatches(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: KEY });
}

/** Answered lines of one verdict, the people masked. */
export function useBatchRows(batch: Batch, verdict: string) {
  const { api } = useSession();
  return useInfiniteQuery({
    queryKey: [...KEY, 'rows', batch.id, verdict, batch.answered],
    queryFn: ({ pageParam, signal }) =>
      api.json<Page<BatchRow>>(
        `${BATCHES}/${batch.id}/rows?limit=${ROWS_SHOWN}${verdict && `&verdict=${verdict}`}${pageParam && `&after=${pageParam}`}`,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

/** The batch as it stands, followed live while it is open; a stream that ends is taken up again. */
export function useLive(batch: Batch, onEnd: () => void): Batch {
  const [live, setLive] = useState(batch);
  const isLive = isOpen(batch);
  useEffect(() => {
    setLive(batch);
  }, [batch]);
  useEffect(() => {
    if (!isLive) return undefined;
    const gone = new AbortController();
    let last: Batch | undefined;
    const follow = async (): Promise<void> => {
      while (!gone.signal.aborted && (last === undefined || isOpen(last))) {
        await followBatch(batch.id, (next) => setLive((last = next)), gone.signal).catch(() => undefined);
        if (last && !isOpen(last)) return onEnd();
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    };
    void follow();
    return () => gone.abort();
    // The stream belongs to the batch, whatever is drawn meanwhile.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [batch.id, isLive]);
  return live;
}
