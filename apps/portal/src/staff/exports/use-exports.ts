import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ExportRequest } from '../../api/exports.ts';
import type { Page, Subject } from '../../api/types.ts';
import { useSession } from '../session.tsx';
import { EXPORT_KINDS, type ExportKind } from './exports.ts';

const PAGE_ROWS = 50;
const CHOICES_MAX = 200;
const KEY = ['staff', 'exports'];

export interface Asked {
  kind: ExportKind;
  request: ExportRequest;
}

/** Where each service goes on; undefined at its end. */
type Cursors = (string | undefined)[];
interface Both {
  rows: Asked[];
  next: Cursors;
}

/** The requests of both services in one list, newest first. */
export function useExports() {
  const { api } = useSession();
  return useInfiniteQuery({
    queryKey: KEY,
    queryFn: async ({ pageParam, signal }): Promise<Both> => {
      const pages = await Promise.all(
        EXPORT_KINDS.map(async ({ path }, index) => {
          const after = pageParam[index];
          if (after === undefined) return { items: [] } satisfies Page<ExportRequest>;
          const from = after ? `&after=${encodeURIComponent(after)}` : '';
          return api.json<Page<ExportRequest>>(`${path}?limit=${PAGE_ROWS}${from}`, signal);
        }),
      );
      const rows = pages.flatMap(({ items }, index) => {
        const kind = EXPORT_KINDS[index];
        return kind ? items.map((request) => ({ kind, request })) : [];
      });
      return { rows, next: pages.map((page: Page<ExportRequest>) => page.next) };
    },
    initialPageParam: EXPORT_KINDS.map(() => '') as Cursors,
    getNextPageParam: ({ next }) => (next.some((each) => each !== undefined) ? next : undefined),
  });
}

export function useRefreshExports(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: KEY });
}

/** A plan, or a roll: what a file may be about. */
type About = { id: string; examOn: string } & ({ subject: Subject } | Subject);

export interface Choice extends Pick<Subject, 'occupationName' | 'levelDigit'> {
  id: string;
  examOn: string;
}

export function useChoices(kind: ExportKind) {
  const { api } = useSession();
  return useQuery({
    queryKey: [...KEY, 'choices', kind.name],
    queryFn: async ({ signal }): Promise<Choice[]> => {
      const { items } = await api.json<Page<About>>(`${kind.about.list}?limit=${CHOICES_MAX}`, signal);
      return items.map((about) => {
        const { occupationName, levelDigit } = 'subject' in about ? about.subject : about;
        return { id: about.id, examOn: about.examOn, occupationName, levelDigit };
      });
    },
  });
}
