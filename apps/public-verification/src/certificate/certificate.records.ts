import type { PersonRecords } from '@app/platform';

export const verificationPersons: PersonRecords = {
  places: [
    {
      table: 'certificate',
      what: { zh: '公开查询用的证书副本（脱敏）', en: 'copy of the certificate for public checks, masked' },
      rule: 'certificate-base',
      key: [{ column: 'certificate_id', type: 'uuid' }],
      rows: 'certificate t WHERE true',
      begins: 't.issued_on',
      ref: `'certificate/' || t.certificate_id`,
      find: { by: 'document', sql: 't.document_index = $1' },
    },
  ],
};
