import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CertificateIssuedSchema, FilingFiledSchema, publisherOf } from '@app/contracts';
import { newId } from '@app/kernel';
import { ensureStream, event, streamOf, toHeaders, wireSubject, type NewEvent } from '@app/messaging';
import { BrokerLink, PersonalDataVault } from '@app/platform';
import { eventually, startTestService, type TestService } from '@app/testing';
import { service } from '../service-definition.js';

const line = (siteId: string, levelDigit: string, specialty = '电焊工') => ({
  siteId,
  subject: {
    occupationCode: '6-18-02-04',
    occupationEdition: '2022',
    occupationName: '焊工',
    specialty,
    levelDigit,
  },
});

function filed(filingId: string, siteCodes: readonly string[], agencyName = '哈尔滨北方焊接装备有限公司'): NewEvent {
  return event(FilingFiledSchema, filingId, {
    filingId,
    organisationId: 'org-north',
    agencyName,
    creditCode: '91230100MA00000130',
    kindLetter: 'Y',
    jurisdiction: '230100',
    filedOn: '2026-01-05',
    validUntil: '2029-01-04',
    sites: siteCodes.map((siteCode, index) => ({
      siteId: `s${index}`,
      siteCode,
      name: '主厂区',
      regionCode: '230100',
    })),
    scope: siteCodes.flatMap((_, index) => [line(`s${index}`, '3'), line(`s${index}`, '4', '')]),
  });
}

describe('body on real parts', () => {
  let verification: TestService;

  beforeAll(async () => {
    verification = await startTestService(service);
  });
  afterAll(async () => {
    await verification.stop();
  });

  /** Puts one message on the stream as it is, and waits until everything before and with it was answered. */
  const publish = async (told: NewEvent, version: number, waitFor: 'acknowledged' | 'nothing'): Promise<void> => {
    const broker = await verification.get<BrokerLink>(BrokerLink).broker();
    const publisher = publisherOf(told.subject);
    const headers = toHeaders({
      eventId: newId(),
      subject: told.subject,
      publisher,
      aggregateType: 'filing',
      aggregateId: told.aggregateId,
      aggregateVersion: version,
      occurredAt: new Date().toISOString(),
      trace: {},
      data: told.data,
    });
    await ensureStream(broker, publisher);
    const { seq } = await broker.client.publish(wireSubject(broker, told.subject), JSON.stringify(told.data), {
      headers,
    });
    if (waitFor === 'nothing') return;
    await eventually(async () => {
      const reader = await broker.manager.consumers.info(streamOf(broker, publisher), 'public-verification');
      return reader.ack_floor.stream_seq >= seq;
    }, 'the acknowledgement');
  };
  const body = async (siteCode: string) => (await verification.request('GET', `/bodies/${siteCode}`)).body;

  it('a-filed-body-is-listed: sites, scope and days as the public reads them', async () => {
    await verification.deliver(filed(newId(), ['Y000023000001']));
    expect(await body('y000023 000001')).toEqual({
      organisationId: 'org-north',
      agencyName: '哈尔滨北方焊接装备有限公司',
      siteCode: 'Y000023000001',
      siteName: '主厂区',
      regionCode: '230100',
      regionName: '哈尔滨市',
      scope: [
        {
          occupationCode: '6-18-02-04',
          occupationEdition: '2022',
          occupationName: '焊工',
          specialty: '--',
          level: '四级/中级工',
        },
        {
          occupationCode: '6-18-02-04',
          occupationEdition: '2022',
          occupationName: '焊工',
          specialty: '电焊工',
          level: '三级/高级工',
        },
      ],
      filedOn: '2026-01-05',
      validUntil: '2029-01-04',
    });
  });

  it('the-second-fact-arrives-first: it waits, and the later one stands', async () => {
    const filingId = newId();
    await publish(filed(filingId, ['Y000023000003'], '改名后的机构'), 2, 'nothing');
    await publish(filed(filingId, ['Y000023000003', 'Y000023000004'], '改名前的机构'), 1, 'acknowledged');
    expect((await body('Y000023000003')).agencyName).toBe('改名后的机构');
    expect((await verification.request('GET', '/bodies/Y000023000004')).status).toBe(404);
  });

  it('a-fact-delivered-twice-has-one-effect: an old version that comes again does not overwrite the new', async () => {
    const filingId = newId();
    const old = filed(filingId, ['Y000023000005'], '旧名');
    await publish(old, 1, 'acknowledged');
    await publish(filed(filingId, ['Y000023000005'], '新名'), 2, 'acknowledged');
    await publish(old, 1, 'acknowledged');
    expect((await body('Y000023000005')).agencyName).toBe('新名');
  });

  it('a-line-is-dropped: gone from the directory, kept for the certificates of its days', async () => {
    const filingId = newId();
    const first = filed(filingId, ['Y000023000006']);
    await verification.deliver(first);
    const data = first.data as { scope: object[] };
    const changed = { ...data, scope: data.scope.slice(0, 1), effectiveOn: '2026-07-01', publicPhone: '0451-86110000' };
    await publish({ ...first, data: changed as NewEvent['data'] }, 2, 'acknowledged');
    const listed = await body('Y000023000006');
    expect(listed).toMatchObject({ publicPhone: '0451-86110000', scope: [{ level: '三级/高级工' }] });
    const issued = ['2026-01-04', '2026-06-30', '2026-07-01'].map((issuedOn, index) => ({
      certificateId: newId(),
      issuedOn,
      number: `Y00002300000626400000${index + 1}`,
    }));
    const vault = verification.get<PersonalDataVault>(PersonalDataVault);
    const [nameIndex, documentIndex] = [vault.index('name', '李四'), vault.index('document', '110105194912310025')];
    for (const { certificateId, issuedOn, number } of issued) {
      await verification.deliver(
        event(CertificateIssuedSchema, certificateId, {
          certificateId,
          certificateNumber: number,
          agencyName: '哈尔滨北方焊接装备有限公司',
          siteCode: 'Y000023000006',
          subject: line('s0', '4', '').subject,
          issuedOn,
          nameMasked: '李*',
          documentMasked: '110***********0025',
          nameIndex,
          documentIndex,
          tokenSha256: createHash('sha256').update(number).digest('hex'),
        }),
      );
    }
    const json = { name: '李四', documentNumber: '110105194912310025' };
    const { certificates } = (await verification.request('POST', '/verify', { json })).body;
    expect(
      certificates.map((each: Record<string, unknown>) => [each['issuedOn'], each['bodyFiledOnIssueDate']]),
    ).toEqual([
      ['2026-07-01', false],
      ['2026-06-30', true],
      ['2026-01-04', false],
    ]);
    const miss = { name: '王五', certificateNumber: 'Y000023000006264000009' };
    const { issuingSite } = (await verification.request('POST', '/verify', { json: miss })).body;
    expect(issuingSite.publicPhone).toBe('0451-86110000');
  });

  it('pages-follow-one-another-by-site-code, and a made-up cursor is refused', async () => {
    await verification.deliver(filed(newId(), ['S000023000011', 'S000023000012', 'S000023000013']));
    const codes: string[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const page = await verification.request('GET', `/bodies?limit=2${next && `&after=${next}`}`);
      codes.push(...page.body.items.map((item: { siteCode: string }) => item.siteCode));
      next = page.body.next;
    }
    expect(codes.slice(0, 4)).toEqual(['S000023000011', 'S000023000012', 'S000023000013', 'Y000023000001']);
    expect(codes).toEqual([...new Set(codes)].sort());
    const answers = await Promise.all(
      ['/bodies?after=bm9uc2Vuc2U', '/bodies?limit=51', '/bodies/Y00002300000', '/bodies/Y000023999999'].map((path) =>
        verification.request('GET', path),
      ),
    );
    expect(answers.map((answer) => [answer.status, answer.body.type.split(':').at(-1)])).toEqual([
      [400, 'request/cursor'],
      [400, 'request/invalid'],
      [400, 'body/site-code'],
      [404, 'body/not-found'],
    ]);
  });
});
