import type { PersonPlace } from '@app/platform';

/** What a correction rests on, or why there was none. */
export const correctionRequestPlaces: readonly PersonPlace[] = [
  {
    table: 'correction_request',
    what: { zh: '持证人的证书更正申请及答复', en: 'holder’s request for correction, and its answer' },
    rule: 'certificate-base',
    key: [{ column: 'id', type: 'uuid' }],
    rows: 'correction_request t WHERE true',
    begins: 't.asked_at::date',
    ref: `'correction-request/' || t.id`,
    find: { by: 'document', sql: 't.document_index = $1' },
  },
];
