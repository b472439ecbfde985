import { randomUUID } from 'node:crypto';
import type { PersonalDataVault } from '../../libs/platform/src/index.ts';
import { loadContracts, loadMessaging } from './built.ts';

const PART_ROWS = 500;
const AGENCY = { organisationId: 'org-bench', agencyName: '测试评价机构', jurisdiction: '230100' };
const SUBJECT = {
  occupationCode: '6-18-02-04',
  occupationEdition: '2015',
  occupationName: '焊工',
  specialty: '',
  levelDigit: '3',
};

export interface ReportedRoll {
  rollId: string;
  /** Part after part, as exam-scheduling tells it. */
  report(): Promise<void>;
}

/** Tells the issuing service, through the broker, what agency-filing and exam-scheduling tell it. */
export async function createReporter(
  natsUrl: string,
  vault: PersonalDataVault,
  { namespace = '', newId = randomUUID }: { namespace?: string; newId?: () => string } = {},
) {
  const { connectBroker, ensureStream, event, toHeaders, wireSubject } = await loadMessaging();
  const { aggregateOf, FilingFiledSchema, PlanApprovedSchema, publisherOf, ResultRollReportedSchema } =
    await loadContracts();
  const broker = await connectBroker(natsUrl, 'bench-reporter', namespace);
  const filingId = newId();
  const tell = async (told: ReturnType<typeof event>, aggregateVersion = 1): Promise<void> => {
    const eventId = newId();
    const publisher = publisherOf(told.subject);
    await ensureStream(broker, publisher);
    const headers = toHeaders({
      eventId,
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
  let people = 0;

  return {
    /** A filing with one site a roll, so that rolls draw from series of their own. */
    async file(sites: number): Promise<void> {
      const codes = Array.from({ length: sites }, (_, index) => siteCode(index));
      await tell(
        event(FilingFiledSchema, filingId, {
          filingId,
          ...AGENCY,
          creditCode: '91230100MA00000130',
          kindLetter: 'S',
          filedOn: '2026-01-05',
          validUntil: '2029-01-04',
          sites: codes.map((code) => ({ siteId: code, siteCode: code, name: code, regionCode: '230100' })),
          scope: codes.map((code) => ({ siteId: code, subject: SUBJECT })),
        }),
      );
    },

    /** Approves a plan and prepares the events of its roll; reporting them is what is measured. */
    async prepare(site: number, rows: number): Promise<ReportedRoll> {
      const rollId = newId();
      const planId = newId();
      const place = { siteCode: siteCode(site), subject: SUBJECT, examOn: '2026-11-14' };
      await tell(
        event(PlanApprovedSchema, planId, {
          planId,
          filingId,
          ...AGENCY,
          ...place,
          approvedAt: '2026-11-01T01:00:00Z',
        }),
      );
      const parts = Math.ceil(rows / PART_ROWS);
      const events = Array.from({ length: parts }, (_, index) =>
        event(ResultRollReportedSchema, rollId, {
          rollId,
          planId,
          filingId,
          ...AGENCY,
          ...place,
          publicityFrom: '2026-11-16',
          publicityUntil: '2026-11-23',
          reportedAt: '2026-11-24T01:00:00Z',
          part: index + 1,
          parts,
          rows: Array.from({ length: Math.min(PART_ROWS, rows - index * PART_ROWS) }, () =>
            person((people += 1), vault, newId()),
          ),
        }),
      );
      return {
        rollId,
        report: async () => {
          for (const [index, told] of events.entries()) await tell(told, index + 1);
        },
      };
    },

    stop: () => broker.connection.drain(),
  };
}

const siteCode = (index: number): string => `S00002380${String(index).padStart(4, '0')}`;

function person(at: number, vault: PersonalDataVault, candidateId: string) {
  const documentNumber = `2301021990${String(at).padStart(8, '0')}`;
  return {
    candidateId,
    admissionNumber: `S8000${String(at).padStart(8, '0')}`,
    personSealed: vault.seal(
      'person',
      JSON.stringify({
        name: `考生${String.fromCodePoint(0x4e00 + (at % 5000))}`,
        documentType: '居民身份证',
        documentNumber,
      }),
    ),
    personIndex: vault.index('document', documentNumber),
    theoryPoints: 60 + (at % 41),
    skillPoints: 60 + (at % 37),
  };
}
