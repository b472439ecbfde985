import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../api/generated/certificate-issuance.ts';
import type { Certificate, Page } from '../../api/types.ts';
import { hexOf } from '../hex.ts';
import { useRequestKey } from '../request-key.ts';
import { useSession } from '../session.tsx';

type Schemas = components['schemas'];
export type CorrectionRequest = Schemas['CorrectionRequestView'];
export type OpenedRequest = Schemas['OpenedRequestView'];
export type Refusal = Schemas['RequestRefusalDto']['refusal'];
export type Change = Schemas['ChangeView'];

const ISSUANCE = '/api/certificate-issuance';
const REQUESTS = `${ISSUANCE}/correction-requests`;
const KEY = ['staff', 'corrections'];
const PAGE_ROWS = 50;
const CHANGES_READ = 200;

export function useRequests() {
  const { api } = useSession();
  return useInfiniteQuery({
    queryKey: [...KEY, 'list'],
    queryFn: ({ pageParam, signal }) => {
      const after = pageParam ? `&after=${encodeURIComponent(pageParam)}` : '';
      return api.json<Page<CorrectionRequest>>(`${REQUESTS}?limit=${PAGE_ROWS}${after}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

/** The request in the holder's words, with the certificate that it is about. */
export function useOpened({ id, certificateId }: CorrectionRequest) {
  const { api } = useSession();
  return useQuery({
    queryKey: [...KEY, 'one', id],
    queryFn: async ({ signal }) => ({
      request: await api.json<OpenedRequest>(`${REQUESTS}/${id}`, signal),
      certificate: await api.json<Certificate>(`${ISSUANCE}/certificates/${certificateId}`, signal),
    }),
  });
}

/** Corrections of the certificate that an acceptance may rest on, among the newest changes. */
export function useCorrectionsOf(certificateId: string) {
  const { api } = useSession();
  return useQuery({
    queryKey: [...KEY, 'changes', certificateId],
    queryFn: async ({ signal }) => {
      const { items } = await api.json<Page<Change>>(`${ISSUANCE}/changes?limit=${CHANGES_READ}`, signal);
      return items.filter(
        ({ kind, state, certificateIds }) =>
          kind === 'correct' && ['proposed', 'done'].includes(state) && certificateIds.includes(certificateId),
      );
    },
  });
}

/** A correction of one certificate, and the file of the paper that it rests on. */
export interface CorrectionProposal {
  name: string;
  documentType: string;
  documentNumber: string;
  title: string;
  number: string;
  issuedOn: string;
  explanation: string;
  file: File;
}

async function sha256Of(file: File): Promise<string> {
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())));
}

export function usePropose(certificateId: string) {
  const { api } = useSession();
  const client = useQueryClient();
  const keyFor = useRequestKey();
  return useMutation({
    mutationFn: async ({ name, documentType, documentNumber, explanation, file, ...paper }: CorrectionProposal) => {
      const body: Schemas['ProposalDto'] = {
        kind: 'correct',
        reason: 'person-corrected',
        certificateIds: [certificateId],
        explanation,
        document: { ...paper, sha256: await sha256Of(file) },
        correction: { name, documentType, documentNumber },
      };
      return api.send<Change>('POST', `${ISSUANCE}/changes`, { body, idempotencyKey: keyFor(body) });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

type Answer = { accept: { changeId: string } } | { refuse: { refusal: Refusal } };

export function useAnswer(id: string) {
  const { api } = useSession();
  const client = useQueryClient();
  const keyFor = useRequestKey();
  return useMutation({
    mutationFn: (answer: Answer) => {
      const [step, body] =
        'accept' in answer ? (['accept', answer.accept] as const) : (['refuse', answer.refuse] as const);
      const change = { body, idempotencyKey: keyFor({ step, body }) };
      return api.send<CorrectionRequest>('POST', `${REQUESTS}/${id}/${step}`, change);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
