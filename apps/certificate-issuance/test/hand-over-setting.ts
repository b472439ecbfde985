import { FilingFiledSchema } from '@app/contracts';
import { newId } from '@app/kernel';
import { event } from '@app/messaging';
import type { TestAnswer, TestService } from '@app/testing';
import * as XLSX from '@e965/xlsx';
import { province, province2, type Reporter, type ReportedPerson } from './reporter.js';

export const northAdmin = { subject: 'admin.north', organisationId: 'org-north', roles: ['agency-admin'] } as const;
export const northReviewer = {
  subject: 'review.north',
  organisationId: 'org-north',
  roles: ['agency-reviewer'],
} as const;
/** Of org-craft, which filed with the Ministry. */
export const MINISTRY_SITE = 'S012323000001';

export async function fileMinistryBody(issuance: TestService): Promise<void> {
  const filingId = newId();
  await issuance.deliver(
    event(FilingFiledSchema, filingId, {
      filingId,
      organisationId: 'org-craft',
      agencyName: '中国某某集团黑龙江分公司',
      creditCode: '91350100M000100Y43',
      kindLetter: 'S',
      jurisdiction: '230100',
      filedOn: '2026-01-05',
      validUntil: '2029-01-04',
      sites: [{ siteId: 'main', siteCode: MINISTRY_SITE, name: '总部', regionCode: '230100' }],
      scope: [],
    }),
  );
}

export const codeOf = ({ status, body }: TestAnswer): [number, string] => [
  status,
  String(body?.type ?? '').replace('urn:jiangzheng:problem:', ''),
];

/** A workbook with one sheet. */
export function workbookOf(
  rows: unknown[][],
  bookType: 'xlsx' | 'biff8' = 'xlsx',
): { name: string; bytes: Uint8Array } {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'Sheet1');
  return { name: 'sheet.xlsx', bytes: new Uint8Array(XLSX.write(book, { type: 'array', bookType }) as ArrayBuffer) };
}

/** Issues a roll of that many people. */
export async function issueRoll(issuance: TestService, reporter: Reporter, count: number): Promise<ReportedPerson[]> {
  const roll = await reporter.plannedRoll();
  const people = reporter.people(count);
  await reporter.report(roll, 1, people);
  const answer = await issuance.request('POST', `/rolls/${roll.rollId}/issue`, { as: province, json: {} });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return people;
}

const done = (answer: TestAnswer): TestAnswer => {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
};

/** An officer's own exports are the officer's organisation's. */
const AT_THE_PROVINCE = { organisationId: 'org-province' };

/** Asks for the package's workbook, has a second officer agree, and fetches it. */
export async function fetchPackage(issuance: TestService, packageId: string, mapVersion: string): Promise<Buffer> {
  const [asker, second] = [
    { ...province, ...AT_THE_PROVINCE },
    { ...province2, ...AT_THE_PROVINCE },
  ];
  const post = (path: string, as: object, json: unknown = {}) => issuance.request('POST', path, { as, json });
  const wish = {
    kind: `hand-over-${mapVersion}`,
    filter: { packageId },
    format: 'xlsx',
    purpose: '上报省人事考试中心',
  };
  const asked = done(await post('/exports', asker, { ...wish, fullDocuments: true }));
  done(await post(`/exports/${asked.body.id}/approve`, second));
  return done(await issuance.request('GET', `/exports/${asked.body.id}/file`, { as: asker })).body as Buffer;
}

/** Fetches the package and says that it went out. */
export async function sendPackage(issuance: TestService, packageId: string, mapVersion: string): Promise<Buffer> {
  const bytes = await fetchPackage(issuance, packageId, mapVersion);
  const { body } = await issuance.request('GET', `/hand-over-packages/${packageId}`, { as: province });
  const json = { sha256: body.files.at(-1).sha256 };
  done(await issuance.request('POST', `/hand-over-packages/${packageId}/send`, { as: province, json }));
  return bytes;
}
