import { ROLES, type Principal, type Role } from '@app/platform';
import { nameOf, reachOf, type Operation } from './operations.js';

/** Everything in the rooms belongs to this organisation and lies in this jurisdiction. */
export const OWN = { organisationId: 'org-north', jurisdiction: '230100' };
const ORGANISATIONS = { own: OWN.organisationId, other: 'org-craft', none: '' };
const OTHER_CITY = '231000';
const PROVINCE = '230000';
const PROVINCIAL: readonly Role[] = ['province-officer', 'auditor'];

type Side = 'own' | 'other';

/** One asker at one endpoint. */
export interface Cell {
  operation: Operation;
  role: Role;
  organisation: keyof typeof ORGANISATIONS;
  jurisdiction: Side;
  principal: Principal;
  expected: 'allowed' | 'access/role' | 'access/foreign-organisation' | 'access/foreign-jurisdiction';
}

function expectedOf(
  operation: Operation,
  role: Role,
  organisation: Cell['organisation'],
  jurisdiction: Side,
): Cell['expected'] {
  switch (reachOf(operation, role)) {
    case undefined:
      return 'access/role';
    // Whoever asks is shown their own, and nothing of others is there to be refused.
    case 'oneself':
    case 'any':
      return 'allowed';
    case 'own-organisation':
      // Whoever makes something makes it for the own organisation, whichever that is.
      if (organisation === 'own' || (organisation === 'other' && isCreation(operation))) return 'allowed';
      return 'access/foreign-organisation';
    case 'own-jurisdiction':
      return jurisdiction === 'own' ? 'allowed' : 'access/foreign-jurisdiction';
  }
}

export const isList = (operation: Operation): boolean =>
  operation.method === 'GET' && !operation.route.includes('{') && operation.access !== 'public';

/** They make something of rows that stand in the room, so it matters whose those are. */
const OF_THE_ROOM = new Set([
  'POST /changes',
  'POST /exports',
  'POST /print-jobs',
  'POST /numbers/voids',
  'POST /hand-over-packages',
]);

export const isCreation = (operation: Operation): boolean =>
  operation.method === 'POST' && !operation.route.includes('{') && !OF_THE_ROOM.has(nameOf(operation));

/** Every role × own, other and no organisation × own and other jurisdiction, for one endpoint. */
export function cellsOf(operation: Operation): Cell[] {
  return ROLES.flatMap((role) =>
    (['own', 'other', 'none'] as const).flatMap((organisation) =>
      (['own', 'other'] as const).map((jurisdiction): Cell => {
        const whole = PROVINCIAL.includes(role) ? PROVINCE : OWN.jurisdiction;
        return {
          operation,
          role,
          organisation,
          jurisdiction,
          principal: {
            subject: role,
            organisationId: ORGANISATIONS[organisation],
            roles: [role],
            jurisdiction: jurisdiction === 'own' ? whole : OTHER_CITY,
          },
          expected: expectedOf(operation, role, organisation, jurisdiction),
        };
      }),
    ),
  );
}

export const titleOf = ({ operation, role, organisation, jurisdiction }: Cell): string =>
  `${nameOf(operation)} as ${role} of ${organisation} organisation and ${jurisdiction} jurisdiction`;
