/** Whose key signs status lists: the registry's own, no body's. */
export const STATUS_ISSUER = 'registry-status';

export const STATUS_FORMS = ['revocation', 'message', 'token'] as const;
export type StatusForm = (typeof STATUS_FORMS)[number];

/** Where everyone fetches a list; credentials name it. */
export function statusAddress(publicUrl: string, list: number, form: StatusForm): string {
  return `${publicUrl.replace(/\/+$/, '')}/api/certificate-issuance/status-lists/${list}/${form}`;
}
