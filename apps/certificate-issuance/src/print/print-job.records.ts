import { deleteRows, type PersonPlace } from '@app/platform';

const KEY = [
  { column: 'job_id', type: 'uuid' },
  { column: 'piece', type: 'int' },
];

/** Copies of certificates on their way to a printer, for a day; what the certificate says is told where it is kept. */
export const printPlaces: readonly PersonPlace[] = [
  {
    table: 'print_piece',
    what: { zh: '待印制文件中的证书副本（保存一天）', en: 'copy of a certificate in a print file, kept for a day' },
    rule: 'kept-answer',
    key: KEY,
    rows: 'print_piece t JOIN print_job j ON j.id = t.job_id WHERE true',
    begins: 'j.asked_at::date',
    ref: `'print-piece/' || t.job_id || '/' || t.piece`,
    find: {
      by: 'document',
      sql: 'EXISTS (SELECT 1 FROM certificate c WHERE c.roll_id = j.roll_id AND c.document_index = $1)',
    },
    given: `jsonb_build_object('askedAt', j.asked_at, 'expiresAt', j.expires_at)`,
    erase: deleteRows('print_piece', KEY),
  },
];
