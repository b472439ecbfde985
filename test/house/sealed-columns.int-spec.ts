import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { migrate, PLATFORM_SEALED_COLUMNS, schemaOf, SEALED_EVENT_FIELDS } from '@app/platform';
import { createTestDatabase } from '@app/testing';
import { DataSource } from 'typeorm';
import { service as agencyFiling } from '../../apps/agency-filing/src/service-definition.js';
import { service as certificateIssuance } from '../../apps/certificate-issuance/src/service-definition.js';
import { service as examScheduling } from '../../apps/exam-scheduling/src/service-definition.js';
import { service as identity } from '../../apps/identity/src/service-definition.js';
import { service as publicVerification } from '../../apps/public-verification/src/service-definition.js';
import { service as questionBank } from '../../apps/question-bank/src/service-definition.js';

const PROTO = path.resolve(import.meta.dirname, '../../proto');
const services = [agencyFiling, questionBank, examScheduling, certificateIssuance, publicVerification, identity];

describe('the registry of sealed columns', () => {
  it.each(services)('of $name has every column that is named …_sealed, and its primary key', async (definition) => {
    const schema = schemaOf(definition.name);
    const database = await createTestDatabase(schema);
    await migrate(definition, database.url, schema);
    const dataSource = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    const found: { column: string; key: string }[] = await dataSource.query(
      `SELECT c.table_name || '.' || c.column_name AS column,
              (SELECT string_agg(k.column_name, ',' ORDER BY k.ordinal_position) FROM information_schema.key_column_usage k
                 JOIN information_schema.table_constraints t USING (constraint_schema, constraint_name)
                WHERE t.constraint_type = 'PRIMARY KEY' AND t.table_schema = $1 AND t.table_name = c.table_name) AS key
         FROM information_schema.columns c
        WHERE c.table_schema = $1 AND (c.column_name LIKE '%\\_sealed' OR c.table_name || '.' || c.column_name = ANY ($2))
        ORDER BY 1`,
      [schema, ['outbox.data', 'event_failure.envelope']],
    );
    await dataSource.destroy();
    await database.drop();
    const registered = [...(definition.data?.personalData ?? []), ...PLATFORM_SEALED_COLUMNS]
      .map(({ table, column, key }) => ({ column: `${table}.${column}`, key: key.join(',') }))
      .toSorted((a, b) => (a.column < b.column ? -1 : 1));
    expect(registered).toEqual(found.toSorted((a, b) => (a.column < b.column ? -1 : 1)));
  });

  it('has every field of an event that is named …_sealed', () => {
    const named = globSync('**/*.proto', { cwd: PROTO }).flatMap((file) =>
      [...readFileSync(path.join(PROTO, file), 'utf8').matchAll(/\bstring (\w+_sealed) = /g)].map((match) =>
        (match[1] ?? '').replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      ),
    );
    expect(Object.keys(SEALED_EVENT_FIELDS).sort()).toEqual([...new Set(named)].sort());
  });
});
