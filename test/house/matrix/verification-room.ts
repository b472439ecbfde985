import { eventually, type TestService } from '@app/testing';
import { holdersOf, messyRows, messyWorkbook, type Holder } from '../../../apps/public-verification/test/messy-list.js';
import { DECLARED, issueAll, upload } from '../../../apps/public-verification/test/register.js';
import { newId } from '@app/kernel';
import { OWN } from './cells.js';
import type { Room } from './room.js';

const INQUIRY = { name: '查无此人', certificateNumber: 'Y000023000001263000001', purpose: 'tender' };

const WATCH = { purpose: 'recruitment' };
const WEBHOOK = { url: 'https://webhook.example/hook' };

/** An employer who is told of changes of a certificate, and a message that nobody took: nothing is tried again by itself. */
async function furnishWatches(service: TestService, holders: readonly Holder[]): Promise<Room['ids']> {
  const as = { ...OWN, subject: 'employer', roles: ['employer' as const] };
  const watches: { id: string; certificateId: string }[] = [];
  for (const { name, certificateNumber } of holders) {
    const { body } = await service.request('POST', '/watches', { as, json: { name, certificateNumber, ...WATCH } });
    watches.push(...body.items);
  }
  // The first may be ended, and what was told of it goes with it; the message is of the second.
  const [ended, watch] = watches;
  const webhook = await service.request('POST', '/webhooks', { as, json: WEBHOOK });
  const deliveryId = newId();
  await service.dataSource.query(
    `INSERT INTO webhook_delivery (id, watch_id, organisation_id, certificate_id, verdict, changed_on, state, attempts,
       next_attempt_at, last_failure, made_at, settled_at)
     VALUES ($1, $2, $3, $4, 'REVOKED', '2026-11-30', 'failed', 9, now(), 'timeout', now(), now())`,
    [deliveryId, watch?.id, OWN.organisationId, watch?.certificateId],
  );
  return { watches: ended?.id ?? '', webhooks: webhook.body.id, 'webhook-deliveries': deliveryId };
}

/** A holder who has shown who they are, and an extract that they made. */
async function furnishHolder(service: TestService): Promise<Room['ids']> {
  const as = { ...OWN, subject: 'candidate', roles: ['candidate' as const] };
  const [holder] = holdersOf(1);
  if (!holder) throw new Error('no holder');
  // The register of these specs takes the number for the code on the paper.
  const { name, documentNumber, certificateNumber: token } = holder;
  await service.request('PUT', '/my/binding', { as, json: { name, documentNumber, token } });
  const own = await service.request('GET', '/my/certificates', { as });
  const certificateIds = own.body.items.map(({ certificateId }: { certificateId: string }) => certificateId);
  const json = { certificateIds, fields: ['level'], validDays: 7, note: '' };
  const made = await service.request('POST', '/my/extracts', { as, json });
  return { extracts: made.body.id };
}

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
  const holders = holdersOf(3);
  await issueAll(service, holders);
  const [first, second, wished] = holders;
  if (!first || !second || !wished) throw new Error('three holders');
  const { name, certificateNumber } = wished;
  return {
    ids: {
      batches: body.id,
      rows: '1',
      ...(await furnishWatches(service, [first, second])),
      ...(await furnishHolder(service)),
    },
    bodies: {
      'POST /batches': { file: { name: 'list.xlsx', bytes }, fields: DECLARED },
      'POST /inquiries': { json: INQUIRY },
      'POST /watches': { json: { name, certificateNumber, ...WATCH } },
      'POST /webhooks': { json: WEBHOOK },
    },
  };
}
