import { deleteRows, type PersonPlace, type SealedColumn } from '@app/platform';

const ID = [{ column: 'id', type: 'uuid' }];
const BY_DOCUMENT = { by: 'document', sql: 't.document_index = $1' } as const;

/** What a holder made: kept while it serves, then for a month. */
export const holderPlaces: readonly PersonPlace[] = [
  {
    table: 'holder_binding',
    what: { zh: '账号与本人证件的绑定', en: 'binding of an account to the own document' },
    rule: 'holder-binding',
    key: ID,
    rows: 'holder_binding t WHERE t.released_at IS NULL',
    begins: 't.bound_at::date',
    ref: `'holder-binding/' || t.id`,
    find: BY_DOCUMENT,
  },
  {
    table: 'holder_binding',
    what: { zh: '已解除的绑定', en: 'binding that was given up' },
    rule: 'holder-ended',
    key: ID,
    rows: 'holder_binding t WHERE t.released_at IS NOT NULL',
    begins: 't.released_at::date',
    ref: `'holder-binding/' || t.id`,
    find: BY_DOCUMENT,
    erase: deleteRows('holder_binding', ID),
  },
  {
    table: 'holder_extract',
    what: { zh: '本人出具的证书摘录', en: 'extract of certificates that the holder made' },
    rule: 'holder-ended',
    key: ID,
    rows: 'holder_extract t WHERE true',
    begins: 'least(t.revoked_at, t.expires_at)::date',
    ref: `'holder-extract/' || t.id`,
    find: BY_DOCUMENT,
    erase: deleteRows('holder_extract', ID),
  },
  {
    table: 'correction_request',
    what: { zh: '证书更正申请', en: 'request for correction of a certificate' },
    rule: 'certificate-base',
    key: ID,
    rows: 'correction_request t WHERE true',
    begins: 't.asked_at::date',
    ref: `'correction-request/' || t.id`,
    find: BY_DOCUMENT,
  },
  {
    table: 'outbox',
    what: { zh: '告知发证机构的更正申请事件', en: 'event that told the issuing body of a request for correction' },
    rule: 'certificate-base',
    key: [{ column: 'position', type: 'bigint' }],
    rows: `outbox t JOIN correction_request c ON c.id::text = t.aggregate_id
      WHERE t.aggregate_type = 'correction-request' AND t.data ? 'personSealed'`,
    begins: 'c.asked_at::date',
    ref: `'event/' || t.event_id`,
    find: { by: 'document', sql: 'c.document_index = $1' },
    given: 't.data',
  },
];

export const holderPersonalData: readonly SealedColumn[] = [
  { table: 'holder_binding', key: ['id'], column: 'name_sealed', purpose: 'name' },
  { table: 'holder_extract', key: ['id'], column: 'name_sealed', purpose: 'name' },
  { table: 'holder_extract', key: ['id'], column: 'note_sealed', purpose: 'person' },
  { table: 'holder_extract', key: ['id'], column: 'token_sealed', purpose: 'answer' },
  { table: 'correction_request', key: ['id'], column: 'wish_sealed', purpose: 'person' },
];
