import { useInfiniteQuery } from '@tanstack/react-query';
import { auditPath, type AuditedService, type AuditFilter, type AuditPage } from '../../api/audit.ts';
import { useSession } from '../session.tsx';

/** The trail of one service, newest first. */
export function useTrail(service: AuditedService, filter: AuditFilter) {
  const { api } = useSession();
  return useInfiniteQuery({
    queryKey: ['staff', 'audit', service, filter],
    queryFn: ({ pageParam, signal }) => api.json<AuditPage>(auditPath(service, filter, pageParam), signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next,
  });
}
