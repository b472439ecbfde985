import type { PersonPlace } from '@app/platform';

const KEY = [
  { column: 'batch_id', type: 'uuid' },
  { column: 'position', type: 'int' },
];

/** What an organisation gave about a person, and what it was answered. */
export const batchPlaces: readonly PersonPlace[] = [
  {
    table: 'batch_row',
    what: { zh: '单位批量查验的答复（证据）', en: 'answer to an organisation that checked a list, kept as evidence' },
    rule: 'certificate-base',
    key: KEY,
    rows: 'batch_row t JOIN batch b ON b.id = t.batch_id WHERE true',
    begins: 'b.asked_at::date',
    ref: `'batch-row/' || t.batch_id || '/' || t.position`,
    find: { by: 'document', sql: 't.document_index = $1' },
    given: `jsonb_build_object('askedAt', b.asked_at, 'organisation', b.organisation_name, 'purpose', b.purpose,
      'purposeText', b.purpose_text, 'verdict', t.verdict, 'answeredAt', t.answered_at, 'uploadedUntil', b.facts_until)`,
  },
  {
    table: 'batch_file',
    what: {
      zh: '单位批量查验的结果文件（限期提供）',
      en: 'workbook of an organisation that checked a list, offered for some days',
    },
    rule: 'certificate-base',
    key: [{ column: 'batch_id', type: 'uuid' }],
    rows: 'batch_file t JOIN batch b ON b.id = t.batch_id WHERE true',
    begins: 'b.asked_at::date',
    ref: `'batch-file/' || t.batch_id`,
    find: {
      by: 'document',
      sql: 'EXISTS (SELECT 1 FROM batch_row r WHERE r.batch_id = t.batch_id AND r.document_index = $1)',
    },
    given: `jsonb_build_object('askedAt', b.asked_at, 'offeredUntil', b.facts_until)`,
  },
];
