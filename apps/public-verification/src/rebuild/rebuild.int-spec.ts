import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  aggregateOf,
  CertificateBatchIssuedSchema,
  CertificateStatusChangedSchema,
  FilingFiledSchema,
  publisherOf,
  SigningKeyChangedSchema,
} from '@app/contracts';
import { newId } from '@app/kernel';
import { ensureStream, event, toHeaders, wireSubject, type NewEvent } from '@app/messaging';
import { BrokerLink, PersonalDataVault, schemaOf } from '@app/platform';
import { eventually, startTestService, type TestService } from '@app/testing';
import { service } from '../service-definition.js';
import { PUBLISHERS, READ_MODEL_TABLES } from './read-model.js';
import { RebuildService } from './rebuild.service.js';

const SITE = 'Y000023000001';
const SCHEMA = schemaOf(service.name);
const BATCHES = 80;
const PER_BATCH = 20;
const numberOf = (serial: number): string => `${SITE}263${String(serial).padStart(6, '0')}`;
const subject = { occupationCode: '6-18-02-04', occupationEdition: '2015', occupationName: '焊工', levelDigit: '3' };

describe('rebuild on real parts', () => {
  let verification: TestService;
  const versions = new Map<string, number>();
  const ids: string[] = [];

  beforeAll(async () => {
    verification = await startTestService(service);
    verification.setNow('2026-11-23T02:00:00Z');
    for (const publisher of PUBLISHERS) {
      const schema = schemaOf(publisher);
      await verification.dataSource.query(
        `CREATE SCHEMA ${schema}; CREATE TABLE ${schema}.outbox (LIKE ${SCHEMA}.outbox INCLUDING ALL)`,
      );
    }
    const scope = [{ siteId: 'main', subject }];
    const filingId = newId();
    const filing = {
      filingId,
      agencyName: '哈尔滨北方焊接装备有限公司',
      filedOn: '2026-01-05',
      validUntil: '2029-01-04',
      sites: [{ siteId: 'main', siteCode: SITE, name: '主厂区', regionCode: '230100' }],
    };
    await tell(event(FilingFiledSchema, filingId, { ...filing, scope }));
    const changed = [{ siteId: 'main', subject: { ...subject, levelDigit: '4' } }];
    await tell(event(FilingFiledSchema, filingId, { ...filing, scope: changed, effectiveOn: '2026-11-21' }));
    await tell(event(SigningKeyChangedSchema, 'k1', { kid: 'k1', organisationId: 'org', state: 'active' }));
    for (let batch = 0; batch < BATCHES; batch += 1) await tell(issued(batch));
    await tell(revoked(0));
    await taken();
  });
  afterAll(async () => {
    await verification.stop();
  });

  /** As a publisher does: an outbox row, and the same event on its stream. */
  const tell = async (told: NewEvent): Promise<void> => {
    const publisher = publisherOf(told.subject);
    const aggregateType = aggregateOf(told.subject);
    const aggregateVersion = (versions.get(told.aggregateId) ?? 0) + 1;
    versions.set(told.aggregateId, aggregateVersion);
    const [row] = await verification.dataSource.query(
      `INSERT INTO ${schemaOf(publisher)}.outbox (event_id, subject, aggregate_type, aggregate_id, aggregate_version, data, trace)
       VALUES ($1, $2, $3, $4, $5, $6, '{}') RETURNING event_id AS id, occurred_at AS at`,
      [newId(), told.subject, aggregateType, told.aggregateId, aggregateVersion, JSON.stringify(told.data)],
    );
    const broker = await verification.get<BrokerLink>(BrokerLink).broker();
    await ensureStream(broker, publisher);
    await broker.client.publish(wireSubject(broker, told.subject), JSON.stringify(told.data), {
      headers: toHeaders({
        eventId: row.id,
        subject: told.subject,
        publisher,
        aggregateType,
        aggregateId: told.aggregateId,
        aggregateVersion,
        occurredAt: row.at.toISOString(),
        trace: {},
        data: told.data,
      }),
    });
  };
  const issued = (batch: number): NewEvent => {
    const vault = verification.get<PersonalDataVault>(PersonalDataVault);
    const batchId = newId();
    const certificates = Array.from({ length: PER_BATCH }, (_, index) => {
      const serial = batch * PER_BATCH + index + 1;
      const certificateId = newId();
      ids[serial] = certificateId;
      return {
        certificateId,
        certificateNumber: numberOf(serial),
        nameMasked: '张*丰',
        documentMasked: '230***********004X',
        nameIndex: vault.index('name', '张三丰'),
        documentIndex: vault.index('document', '23010219900307004X'),
        tokenSha256: createHash('sha256').update(certificateId).digest('hex'),
        statusList: 1,
        statusIndex: serial,
        version: 1,
      };
    });
    const agencyName = '哈尔滨北方焊接装备有限公司';
    const shared = { batchId, agencyName, siteCode: SITE, subject, issuedOn: '2026-11-20', basis: 'assessment' };
    return event(CertificateBatchIssuedSchema, batchId, { ...shared, certificates });
  };
  const revoked = (batch: number): NewEvent => {
    const certificateId = ids[batch * PER_BATCH + 1] ?? '';
    const status = { status: 'revoked', reason: 'fraud', changedOn: '2026-11-22' };
    return event(CertificateStatusChangedSchema, certificateId, { certificateId, ...status });
  };
  const toldCount = async (): Promise<number> => {
    const counts = PUBLISHERS.map((publisher) => `(SELECT count(*) FROM ${schemaOf(publisher)}.outbox)`);
    const [row] = await verification.dataSource.query(`SELECT (${counts.join(' + ')})::int AS count`);
    return row.count;
  };
  const taken = () =>
    eventually(async () => {
      const [row] = await verification.dataSource.query('SELECT count(*)::int AS count FROM inbox');
      return row.count === (await toldCount());
    }, 'every event to be taken in');
  const rows = async (): Promise<Record<string, string[]>> => {
    const kept: Record<string, string[]> = {};
    for (const table of READ_MODEL_TABLES) {
      const found = await verification.dataSource.query(`SELECT to_jsonb(t)::text AS row FROM ${table} t ORDER BY 1`);
      kept[table] = found.map(({ row }: { row: string }) => row);
    }
    return kept;
  };
  const ask = async (serial: number): Promise<string> => {
    const json = { name: '张三丰', certificateNumber: numberOf(serial) };
    const { status, body } = await verification.request('POST', '/verify', { json });
    return `${status} ${body.verdict} ${body.certificates?.[0]?.bodyFiledOnIssueDate}`;
  };
  const rebuild = (say: (line: string) => void, signal = new AbortController().signal) => {
    const database = verification.dataSource.options as { url?: string };
    return new RebuildService({ definition: service, adminUrl: database.url ?? '', schema: SCHEMA, say, signal });
  };

  it('stopped half-way and run again, while strangers ask and events arrive: every answer holds, every row is the same', async () => {
    const answers = new Set<string>();
    const asked = new AbortController();
    const strangers = Array.from({ length: 4 }, async () => {
      while (!asked.signal.aborted) answers.add(`${await ask(1)} / ${await ask(BATCHES * PER_BATCH)}`);
    });
    const stopping = new AbortController();
    const begun: string[] = [];
    const first = rebuild((line) => {
      begun.push(line);
      if (begun.length === 2) stopping.abort();
    }, stopping.signal);
    await expect(first.run()).rejects.toThrow('aborted');
    const afterwards: string[] = [];
    let late: Promise<void> | undefined;
    const { events } = await rebuild((line) => {
      afterwards.push(line);
      // Told while the new tables are being made: a batch, and the end of a certificate that is in them already.
      late ??= tell(issued(BATCHES)).then(() => tell(revoked(2)));
    }).run();
    await late;
    await taken();
    asked.abort();
    await Promise.all(strangers);
    expect(events).toBeLessThan(await toldCount());
    expect(events).toBeGreaterThan(0);
    expect([...answers]).toEqual(['200 REVOKED true / 200 VALID true']);
    expect(await ask(2 * PER_BATCH + 1)).toBe('200 REVOKED true');
    expect(await ask(BATCHES * PER_BATCH + 1)).toBe('200 VALID true');
    const [shadow] = await verification.dataSource.query(`SELECT to_regnamespace('${SCHEMA}_rebuild') AS left`);
    expect(shadow.left).toBeNull();
  }, 60_000);

  it('a-damaged-read-model is made whole, row by row, and what other rooms and the audit trail keep is not touched', async () => {
    const before = await rows();
    expect(before['certificate']?.length).toBe((BATCHES + 1) * PER_BATCH);
    expect(before['filed_scope_line']?.length).toBe(2);
    await verification.dataSource.query(`
      DELETE FROM certificate WHERE status_index % 3 = 0; UPDATE certificate SET status = 'valid', status_on = NULL;
      DELETE FROM filed_scope_line; DELETE FROM signing_key`);
    const [audit] = await verification.dataSource.query('SELECT count(*)::int AS count FROM audit');
    await rebuild(() => undefined).run();
    expect(await rows()).toEqual(before);
    const [kept] = await verification.dataSource.query('SELECT count(*)::int AS count FROM audit');
    expect(kept.count).toBeGreaterThanOrEqual(audit.count);
    expect(await ask(1)).toBe('200 REVOKED true');
    await tell(revoked(3));
    await eventually(
      async () => (await ask(3 * PER_BATCH + 1)) === '200 REVOKED true',
      'the consumer on the new tables',
    );
  }, 60_000);

  it('one-at-a-time: a second rebuild is refused while one runs', async () => {
    let second: Promise<unknown> | undefined;
    await rebuild(() => {
      second ??= rebuild(() => undefined)
        .run()
        .catch((error: Error) => error.message);
    }).run();
    expect(await second).toBe('another rebuild is running');
  }, 60_000);
});
