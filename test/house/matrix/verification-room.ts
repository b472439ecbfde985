import { eventually, type TestService } from '@app/testing';
import { holdersOf, messyRows, messyWorkbook } from '../../../apps/public-verification/test/messy-list.js';
import { DECLARED, upload } from '../../../apps/public-verification/test/register.js';
import { OWN } from './cells.js';
import type { Room } from './room.js';

const INQUIRY = { name: '查无此人', certificateNumber: 'Y000023000001263000001', purpose: 'tender' };

/** A batch of an employer that is finished: nothing in the room changes by itself afterwards. */
export async function verificationRoom(service: TestService): Promise<Room> {
  const bytes = messyWorkbook(messyRows(holdersOf(15), 15));
  const as = { ...OWN, subject: 'employer', roles: ['employer' as const] };
  const { body } = await upload(service, bytes, { as });
  const path = `/batches/${body.id}`;
  await eventually(
    async () => (await service.request('GET', path, { as })).body.state === 'finished',
    'a finished batch',
  );
  return {
    ids: { batches: body.id, rows: '1' },
    bodies: {
      'POST /batches': { file: { name: 'list.xlsx', bytes }, fields: DECLARED },
      'POST /inquiries': { json: INQUIRY },
    },
  };
}
