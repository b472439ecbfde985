import type { PersonPlace } from '@app/platform';

const OF_CERTIFICATE = {
  rule: 'certificate-base',
  begins: 'c.issued_on',
  find: { by: 'document', sql: 'c.document_index = $1' },
} as const;

/** Where a person stands because of a certificate: in a package, and on the blank it was printed on. */
export const handOverPlaces: readonly PersonPlace[] = [
  {
    ...OF_CERTIFICATE,
    table: 'hand_over_line',
    what: { zh: '上报省人事考试中心的一行及其答复', en: 'line handed over to the examination centre, and its answer' },
    key: ['package_id', 'certificate_id'].map((column) => ({ column, type: 'uuid' })),
    rows: 'hand_over_line t JOIN certificate c ON c.id = t.certificate_id WHERE true',
    ref: `'hand-over-line/' || t.package_id || '/' || t.certificate_id`,
  },
  {
    ...OF_CERTIFICATE,
    table: 'blank',
    what: { zh: '证书所印空白证书（印制流水码）', en: 'blank form that the certificate was printed on' },
    key: [{ column: 'id', type: 'uuid' }],
    rows: 'blank t JOIN certificate c ON c.id = t.certificate_id WHERE true',
    ref: `'blank/' || t.id`,
  },
  {
    ...OF_CERTIFICATE,
    table: 'imported_number',
    what: { zh: '部级备案机构导入并用于证书的编号', en: 'imported number that the certificate bears' },
    key: [{ column: 'number', type: 'text' }],
    rows: 'imported_number t JOIN certificate c ON c.id = t.certificate_id WHERE true',
    ref: `'imported-number/' || t.number`,
  },
];
