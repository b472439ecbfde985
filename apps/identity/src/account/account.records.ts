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
    {
      table: 'sign_in_session',
      what: { zh: '登录会话：浏览器和地址，会话结束即删', en: 'session: browser and address, until it ends' },
      rule: 'staff-account',
      key: [{ column: 'uid', type: 'text' }],
      rows: 'sign_in_session t JOIN account a ON a.id = t.account_id WHERE true',
      begins: 't.began_at',
      ref: `'account/' || t.account_id`,
      find: { by: 'username', sql: 'a.username = $1' },
      columns: ['browser', 'address_sealed', 'began_at', 'last_used_at', 'expires_at'],
    },
  ],
};
