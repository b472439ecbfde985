import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { migrate, openVault, PLATFORM_PERSON_PLACES, RecordsDesk, schemaOf, type PersonPlace } from '@app/platform';
import { createTestDatabase, makeTestKeys } from '@app/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { service as agencyFiling } from '../../apps/agency-filing/src/service-definition.js';
import { service as certificateIssuance } from '../../apps/certificate-issuance/src/service-definition.js';
import { service as examScheduling } from '../../apps/exam-scheduling/src/service-definition.js';
import { service as identity } from '../../apps/identity/src/service-definition.js';
import { service as publicVerification } from '../../apps/public-verification/src/service-definition.js';
import { service as questionBank } from '../../apps/question-bank/src/service-definition.js';

const PROTO = path.resolve(import.meta.dirname, '../../proto');
const services = [agencyFiling, questionBank, examScheduling, certificateIssuance, publicVerification, identity];
const PERSONAL = new Set(['person', 'name', 'document', 'phone']);

/** Sealed columns about persons that no command shows or erases, each with its reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {};

const covers = (places: readonly PersonPlace[], table: string, column: string): boolean =>
  places.some((place) => place.table === table && (place.columns?.includes(column) ?? true));

describe('what services answer for about persons', () => {
  it.each(services)(
    '$name: every sealed column about persons is in its places, or left out with a reason',
    (definition) => {
      const { personalData = [], persons } = definition.data ?? {};
      const missing = personalData
        .filter((each) => !('purpose' in each) || PERSONAL.has(each.purpose))
        .map(({ table, column }) => ({ table, column, name: `${definition.name}.${table}.${column}` }))
        .filter(({ table, column, name }) => !covers(persons?.places ?? [], table, column) && !LEFT_OUT[name]);
      expect(missing).toEqual([]);
    },
  );

  it('whoever tells of persons in events answers for its outbox, and every reader for its dead letters', () => {
    for (const definition of services) {
      const folder = definition.name.replaceAll('-', '_');
      const told = globSync(`jiangzheng/${folder}/**/*.proto`, { cwd: PROTO })
        .map((file) => readFileSync(path.join(PROTO, file), 'utf8'))
        .some((text) => /\bstring \w+_sealed = /.test(text));
      const places = definition.data?.persons?.places ?? [];
      expect([definition.name, told && !places.some(({ table }) => table === 'outbox')]).toEqual([
        definition.name,
        false,
      ]);
    }
    expect(PLATFORM_PERSON_PLACES.map(({ table }) => table)).toEqual(['event_failure', 'idempotency_key']);
  });

  it('whatever ends on a day is erased by its place or with another of its service', () => {
    for (const { name, data } of services) {
      for (const place of [...(data?.persons?.places ?? []), ...PLATFORM_PERSON_PLACES]) {
        const ends = ['exam-archive', 'kept-answer', 'holder-ended'].includes(place.rule);
        const goes = place.erase !== undefined || place.goesWith !== undefined;
        expect([name, place.table, place.rule, goes]).toEqual([name, place.table, place.rule, ends]);
      }
    }
  });

  it.each(services)('$name: its places fit its tables', async (definition) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'jz-places-'));
    const schema = schemaOf(definition.name);
    const database = await createTestDatabase(schema);
    await migrate(definition, database.url, schema);
    const desk = await RecordsDesk.open(definition, database.url, openVault(makeTestKeys(folder)));
    try {
      const counted = await desk.count('2031-12-13');
      expect(counted.every(({ goes, stays }) => goes + stays === 0)).toBe(true);
      for (const { by, value } of [
        { by: 'document', value: { by: 'document', documentNumber: '23010219860307002X' } },
        { by: 'username', value: { by: 'username', username: 'nobody' } },
      ] as const) {
        expect([by, await desk.find(value, { withValues: true, action: 'person.held' })]).toEqual([by, []]);
      }
      for (const place of desk.places.filter(({ erase }) => erase))
        expect(await desk.eraseSome(place, '2031-12-13')).toBe(0);
    } finally {
      await desk.close();
      await database.drop();
      rmSync(folder, { recursive: true });
    }
  });
});
