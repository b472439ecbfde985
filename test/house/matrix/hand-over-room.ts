import type { TestAnswer, TestService } from '@app/testing';
import { northAdmin, sendPackage, workbookOf } from '../../../apps/certificate-issuance/test/hand-over-setting.js';
import { northClerk, province, province2, SITE_CODE } from '../../../apps/certificate-issuance/test/reporter.js';
import type { Room } from './room.js';

const DAY = '2026-12-01';
const HEADER = ['证书编号', '审核结果', '退回原因'];
const workbook = { file: workbookOf([HEADER, [`${SITE_CODE}263000009`, '接收', null]]) };
const refusal = { json: { reason: '与申领不符' } };

async function made(answering: Promise<TestAnswer>): Promise<string> {
  const { status, body } = await answering;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body.id as string;
}

/** Numbers, blanks and a package that was answered, all of org-north; the certificate was refused by the centre. */
export async function handOverIds(service: TestService, certificate: string): Promise<Record<string, string>> {
  const post = (path: string, as: object, json: unknown = {}) => made(service.request('POST', path, { as, json }));
  const supplied = await post('/blank-requests', northClerk, { quantity: 3 });
  await post(`/blank-requests/${supplied}/grant`, province, { firstSerial: 'MB000001', lastSerial: 'MB000003' });
  await post(`/blank-requests/${supplied}/receive`, northClerk);
  const blanks = await service.request('GET', '/blanks?serial=MB000003', { as: northClerk });
  const destruction = await post('/blank-destructions', northAdmin, { serials: ['MB000001'] });
  const handed = await post('/hand-over-packages', province2, { from: DAY, until: DAY });
  await sendPackage(service, handed, '2026-1');
  const { body } = await service.request('GET', `/certificates/${certificate}`, { as: northClerk });
  const file = workbookOf([HEADER, [body.number, '退回', '照片不清']]);
  await service.request('POST', `/hand-over-packages/${handed}/acknowledgements`, { as: province, file });
  return {
    'blank-requests': await post('/blank-requests', northClerk, { quantity: 3 }),
    blanks: blanks.body.items[0].id as string,
    'blank-destructions': destruction,
    'hand-over-packages': handed,
    // Lists that show neither of them show these.
    sites: SITE_CODE,
    organisations: 'org-north',
  };
}

export const handOverBodies: Room['bodies'] = {
  'POST /numbers/imports': { json: { numbers: [`${SITE_CODE}263000001`] } },
  'POST /numbers/imports/workbook': workbook,
  'POST /numbers/voids': { json: { siteCode: SITE_CODE, level: '3', reason: 'test-run' } },
  'POST /blank-requests': { json: { quantity: 3 } },
  'POST /blank-requests/{id}/grant': { json: { firstSerial: 'MX000001', lastSerial: 'MX000003' } },
  'POST /blank-requests/{id}/refuse': refusal,
  'POST /blanks/{id}/spoil': { json: { reason: 'damaged' } },
  'POST /blank-destructions': { json: { serials: ['MB000002'] } },
  'POST /blank-destructions/{id}/refuse': refusal,
  'POST /hand-over-packages': { json: { from: DAY, until: DAY } },
  'POST /hand-over-packages/{id}/send': { json: { sha256: '0'.repeat(64) } },
  'POST /hand-over-packages/{id}/acknowledgement-preview': workbook,
  'POST /hand-over-packages/{id}/acknowledgements': workbook,
};
