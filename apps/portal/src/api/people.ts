import type { Page } from './types.ts';

export const PEOPLE = '/api/identity/people';

export type PersonState = 'active' | 'invited' | 'locked-out' | 'disabled';

/** A person of the own organisation, as its administrator sees them. */
export interface Member {
  id: string;
  username: string;
  displayName: string;
  roles: string[];
  state: PersonState;
  hasSecondFactor: boolean;
  createdAt: string;
  /** Absent without an open invitation. */
  invitationExpiresAt?: string;
}

export type MemberPage = Page<Member>;

export interface NewMember {
  username: string;
  displayName: string;
  roles: string[];
}

export interface Invitation {
  person: Member;
  /** The only answer that ever holds it. */
  invitationCode: string;
  invitationUrl: string;
  invitationExpiresAt: string;
}
