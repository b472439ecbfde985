import { PersonalDataVault } from '@app/platform';
import type { TestService } from '@app/testing';
import { AccountDesk } from '../../../apps/identity/src/account/account-desk.js';
import type { Room } from './room.js';

const PASSWORD = 'a sentence that is long enough';
const KINDS = { 'org-north': 'employer', 'org-craft': 'social' } as const;

/** Two organisations with an administrator each, and a clerk in the first. */
export async function identityRoom(service: TestService): Promise<Room> {
  const desk = new AccountDesk(service.dataSource, service.get(PersonalDataVault));
  const add = async (username: string, organisationId: string, role: string): Promise<string> => {
    const account = { username, displayName: '某人', organisationId, roles: [role], jurisdiction: '230100' };
    await desk.addAccount(account, PASSWORD);
    const [row] = await service.dataSource.query<{ id: string }[]>('SELECT id FROM account WHERE username = $1', [
      username,
    ]);
    return row?.id ?? '';
  };
  const subjects: Record<string, string> = {};
  for (const [organisationId, kind] of Object.entries(KINDS)) {
    await desk.putOrganisation(organisationId, '某机构', kind, '230100');
    subjects[`agency-admin/${organisationId}`] = await add(`matrix.${organisationId}`, organisationId, 'agency-admin');
  }
  return {
    ids: { people: await add('matrix.clerk', 'org-north', 'agency-clerk') },
    bodies: {
      'POST /people': { json: { username: 'matrix.guest', displayName: '某人', roles: ['agency-clerk'] } },
      'PUT /people/{id}/roles': { json: { roles: ['agency-reviewer'] } },
    },
    subjects,
  };
}
