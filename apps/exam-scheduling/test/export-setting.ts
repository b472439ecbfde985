import { newId } from '@app/kernel';
import { PersonalDataVault } from '@app/platform';
import type { TestService } from '@app/testing';
import { clerk, fixture, type ExamDesk } from './setting.js';

export const agencyAdmin = { ...clerk, subject: 'admin.north', roles: ['agency-admin'] } as const;
export const province = { subject: 'officer.province', roles: ['province-officer'], jurisdiction: '230000' } as const;
export const PURPOSE = '核对第一考场的座位';

/** Few rows are free, so that the fixture of 20 is enough for all limits. */
export const SMALL_LIMITS = JSON.stringify([
  { from: '2026-01-01', freeRows: 20, hardRows: 22, expiryHours: 24, downloads: 3 },
]);

export const candidatesOf = (planId: string, more: object = {}): object => ({
  kind: 'candidates',
  filter: { planId },
  format: 'xlsx',
  purpose: PURPOSE,
  ...more,
});

export async function planWithRoster(desk: ExamDesk): Promise<string> {
  const id = await desk.draft();
  await desk.upload(id, fixture('roster-welder-3.xls'));
  return id;
}

/** More persons on the roster of a plan, without the hour that their workbook would take. */
export async function addCandidates(
  service: TestService,
  planId: string,
  people: readonly { name: string; documentNumber: string }[],
): Promise<void> {
  const vault = service.get<PersonalDataVault>(PersonalDataVault);
  await service.dataSource.query(
    `INSERT INTO candidate (id, plan_id, import_id, state, document_index, name_index, person_sealed, phone_sealed, row_sealed)
     SELECT x.i, $1, r.id, 'registered', x.d, x.d, x.p, $5, '' FROM unnest($2::uuid[], $3::text[], $4::text[]) AS x(i, d, p),
       (SELECT id FROM roster_import WHERE plan_id = $1 LIMIT 1) AS r`,
    [
      planId,
      people.map(() => newId()),
      people.map(({ documentNumber }) => vault.index('document', documentNumber)),
      people.map((person) => vault.seal('person', JSON.stringify({ ...person, documentType: 'resident-id' }))),
      vault.seal('phone', '13800000001'),
    ],
  );
}
