import { expect, it } from '@jest/globals';
import { migrate, schemaOf } from '@app/platform';
import { createTestDatabase } from '@app/testing';
import { DataSource } from 'typeorm';
import { ROOMS } from './matrix/rooms.js';

/** Tables that hold no agency's rows, and why the wall does not stand there. */
const OPEN: Readonly<Record<string, string>> = {
  migration: 'of the deploy step',
  outbox: 'events, sealed where they are personal; read by the relay alone',
  outbox_head: 'versions of aggregates',
  inbox: 'ids of events',
  event_failure: 'dead letters, sealed like the outbox; read at operations/dead-letters without their content',
  idempotency_key: 'answers, sealed, found by subject and key',
  audit_head: 'where the chain ends',
};
/** 证书查询: its read model is what a stranger may see after two facts. */
const PUBLIC_SERVICE = 'public-verification';

it.each(ROOMS)(
  'every table of $definition.name has row-level security, and its role cannot get around it',
  async ({ definition }) => {
    const schema = schemaOf(definition.name);
    const database = await createTestDatabase(schema);
    await migrate(definition, database.url, schema);
    const source = await new DataSource({ type: 'postgres', url: database.serviceUrl }).initialize();
    const tables = await source.query<{ name: string; closed: boolean; owned: boolean }[]>(
      `SELECT relname AS name, relrowsecurity AS closed, pg_has_role(relowner, 'MEMBER') AS owned
     FROM pg_class WHERE relkind = 'r' AND relnamespace = $1::regnamespace ORDER BY relname`,
      [schema],
    );
    const [role] = await source.query<{ bypass: boolean; super: boolean }[]>(
      'SELECT rolbypassrls AS bypass, rolsuper AS super FROM pg_roles WHERE rolname = current_user',
    );
    await source.destroy();
    await database.drop();
    expect(role).toEqual({ bypass: false, super: false });
    expect(tables.length).toBeGreaterThan(5);
    expect(tables.filter(({ owned }) => owned)).toEqual([]);
    const open = tables.filter(({ name, closed }) => !closed && !(name in OPEN)).map(({ name }) => name);
    if (definition.name === PUBLIC_SERVICE)
      expect(open).toEqual([
        'appointment',
        'certificate',
        'daily_count',
        'filed_scope_line',
        'filed_site',
        'published_count',
        'signing_key',
        'statistics_day',
      ]);
    else expect(open).toEqual([]);
  },
);
