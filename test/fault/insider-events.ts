import { randomUUID } from 'node:crypto';
import type { Vault } from '../../deploy/local/audit-log-database.ts';
import { loadContracts, loadMessaging } from '../bench/built.ts';

/** What an insider at the broker can say: everything that agency-filing and exam-scheduling say. */
const AGENCY = { organisationId: 'org-insider', agencyName: '内部测试评价机构', jurisdiction: '230100' };
const SITE = 'S000023809901';
export const SUBJECT = {
  occupationCode: '6-18-02-04',
  occupationEdition: '2015',
  occupationName: '焊工',
  specialty: '',
  levelDigit: '3',
};

export interface SealingVault extends Vault {
  seal(purpose: 'person', text: string): string;
}

export interface Sitting {
  planId: string;
  rollId: string;
  examOn: string;
  levelDigit: string;
  candidates: readonly string[];
}

export type Seats = readonly (readonly [candidateId: string, room: string, seat: number])[];

export async function openBroker(natsUrl: string, vault: SealingVault) {
  const { connectBroker, ensureStream, event, toHeaders, wireSubject } = await loadMessaging();
  const contracts = await loadContracts();
  const { aggregateOf, publisherOf } = contracts;
  const broker = await connectBroker(natsUrl, 'insider');
  const filingId = randomUUID();
  let people = 0;
  const tell = async (told: ReturnType<typeof event>, aggregateVersion: number): Promise<void> => {
    const publisher = publisherOf(told.subject);
    await ensureStream(broker, publisher);
    const headers = toHeaders({
      eventId: randomUUID(),
      subject: told.subject,
      publisher,
      aggregateType: aggregateOf(told.subject),
      aggregateId: told.aggregateId,
      aggregateVersion,
      occurredAt: new Date().toISOString(),
      trace: {},
      data: null,
    });
    await broker.client.publish(wireSubject(broker, told.subject), JSON.stringify(told.data), { headers });
  };
  const placeOf = ({ examOn, levelDigit }: Sitting) => ({
    siteCode: SITE,
    subject: { ...SUBJECT, levelDigit },
    examOn,
  });

  return {
    filingId,
    sitting(examOn: string, more: { candidates: number; levelDigit?: string }): Sitting {
      const candidates = Array.from({ length: more.candidates }, () => randomUUID());
      return { planId: randomUUID(), rollId: randomUUID(), examOn, levelDigit: more.levelDigit ?? '3', candidates };
    },

    /** 三级 and nothing else. */
    file: () =>
      tell(
        event(contracts.FilingFiledSchema, filingId, {
          filingId,
          ...AGENCY,
          creditCode: '91230100MA00000130',
          kindLetter: 'S',
          filedOn: '2026-01-05',
          validUntil: '2029-01-04',
          sites: [{ siteId: 'main', siteCode: SITE, name: '主厂区', regionCode: '230100' }],
          scope: [{ siteId: 'main', subject: SUBJECT }],
        }),
        1,
      ),

    async approve(sitting: Sitting, seats: Seats): Promise<void> {
      const { planId, examOn } = sitting;
      const { organisationId } = AGENCY;
      const place = placeOf(sitting);
      const approvedAt = new Date().toISOString();
      await tell(event(contracts.PlanApprovedSchema, planId, { planId, filingId, ...AGENCY, ...place, approvedAt }), 1);
      const told = {
        planId,
        organisationId,
        siteCode: SITE,
        examOn,
        seatedAt: approvedAt,
        part: 1,
        parts: 1,
        seats: seats.map(([candidateId, room, seat]) => ({ candidateId, room, seat })),
      };
      await tell(event(contracts.PlanSeatedSchema, planId, told), 2);
    },

    async report(sitting: Sitting, publicity: { publicityFrom: string; publicityUntil: string }): Promise<void> {
      const { planId, rollId, candidates } = sitting;
      const rows = candidates.map((candidateId) => person((people += 1), vault, candidateId));
      const told = {
        rollId,
        planId,
        filingId,
        ...AGENCY,
        ...placeOf(sitting),
        ...publicity,
        reportedAt: new Date().toISOString(),
        part: 1,
        parts: 1,
        rows,
      };
      await tell(event(contracts.ResultRollReportedSchema, rollId, told), 1);
    },

    stop: () => broker.connection.drain(),
  };
}

export const seatsOf = ({ candidates }: Sitting): Seats =>
  candidates.map((candidate, at) => [candidate, '一号考场', at + 1]);

function person(at: number, vault: SealingVault, candidateId: string) {
  const documentNumber = `2301021991${String(at).padStart(8, '0')}`;
  const said = { name: `内部${String.fromCodePoint(0x4e00 + at)}`, documentType: '居民身份证', documentNumber };
  return {
    candidateId,
    admissionNumber: `S9000${String(at).padStart(8, '0')}`,
    personSealed: vault.seal('person', JSON.stringify(said)),
    personIndex: vault.index('document', documentNumber),
    theoryPoints: 80,
    skillPoints: 80,
  };
}
