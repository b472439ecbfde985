import type { PersonalDataVault } from '@app/platform';

/** Minutes from one form to the last of a series: time enough to install an app. */
const TICKET_MINUTES = 15;
const MS_PER_MINUTE = 60_000;

/** The series of forms that a ticket is for; one of another series opens nothing. */
export type TicketKind = 'sign-in' | 'invitation' | 'second-factor';

interface Sealed {
  kind: TicketKind;
  expiresAt: number;
  content: object;
}

/** What was shown so far, carried from form to form by the page itself: sealed, so nobody can make, read or alter one. */
export function sealTicket<T extends object>(
  vault: PersonalDataVault,
  kind: TicketKind,
  content: T,
  nowMs: number,
): string {
  const sealed: Sealed = { kind, expiresAt: nowMs + TICKET_MINUTES * MS_PER_MINUTE, content };
  return vault.seal('secret', JSON.stringify(sealed));
}

/** @returns nothing for one that was altered, is of another kind or too old */
export function openTicket<T extends object>(
  vault: PersonalDataVault,
  kind: TicketKind,
  text: string,
  nowMs: number,
): T | undefined {
  const sealed = read(vault, text);
  return sealed?.kind === kind && sealed.expiresAt > nowMs ? (sealed.content as T) : undefined;
}

function read(vault: PersonalDataVault, text: string): Sealed | undefined {
  try {
    return JSON.parse(vault.open('secret', text)) as Sealed;
  } catch {
    return undefined;
  }
}
