import type { PersonRecords } from '@app/platform';

/** Accounts are closed and never erased by a command: the audit trail names their ids. */
export const accountPersons: PersonRecords = {
  places: [
    {
      table: 'account',
      what: { zh: '工作账号', en: 'staff account' },
      rule: 'staff-account',
      key: [{ column: 'id', type: 'uuid' }],
      rows: 'account t WHERE true',
      begins: 't.created_at',
      ref: `'account/' || t.id`,
      find: { by: 'username', sql: 't.username = $1' },
      // Without the password's hash.
      columns: [
        'id',
        'username',
        'display_name_sealed',
        'organisation_id',
        'roles',
        'jurisdiction',
        'created_at',
        'disabled_at',
      ],
    },
  ],
};
