import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FilingFiledSchema, PaperSealedSchema } from '@app/contracts';
import { newId } from '@app/kernel';
import { event, type NewEvent } from '@app/messaging';
import type { Principal } from '@app/platform';
import type { TestAnswer, TestService } from '@app/testing';
import * as XLSX from '@e965/xlsx';

/** People and figures that the int-specs share. */
export const clerk = { subject: 'clerk.north', organisationId: 'org-north', roles: ['agency-clerk'] } as const;
export const secondClerk = { ...clerk, subject: 'clerk2.north' } as const;
export const examiner = { ...clerk, subject: 'examiner.north', roles: ['examiner'] } as const;
export const reviewer = { ...clerk, subject: 'reviewer.north', roles: ['agency-reviewer'] } as const;
export const stranger = { ...clerk, subject: 'clerk.craft', organisationId: 'org-craft' } as const;
export const city = { subject: 'officer.harbin', roles: ['city-officer'], jurisdiction: '230100' } as const;
export const otherCity = { subject: 'officer.mudanjiang', roles: ['city-officer'], jurisdiction: '231000' } as const;

export const SITE = 'Y000023000001';
export const EXAM_DAY = '2026-12-12';
/** Monday, 14 working days before the exam. */
export const PLANNING = '2026-11-23T02:00:00Z';

export const subject = {
  occupationCode: '6-18-02-04',
  occupationEdition: '2015',
  occupationName: '焊工',
  specialty: '电焊工',
  levelDigit: '3',
};

export const planContent = {
  siteCode: SITE,
  occupationCode: '6-18-02-04',
  specialty: '电焊工',
  levelDigit: '3',
  examOn: EXAM_DAY,
  rooms: [
    { name: '第一考场', seats: 12 },
    { name: '第二考场', seats: 12 },
  ],
};

export const filedFact = {
  filingId: 'filing-1',
  organisationId: clerk.organisationId as string,
  agencyName: '哈尔滨北方焊接装备有限公司',
  creditCode: '91230100MA00000130',
  kindLetter: 'Y',
  jurisdiction: '230100',
  filedOn: '2026-01-05',
  validUntil: '2029-11-30',
  sites: [{ siteId: 'main', siteCode: SITE, name: '主厂区', regionCode: '230100' }],
  scope: [{ siteId: 'main', subject }],
};

export function filed(validUntil = filedFact.validUntil, filingId = filedFact.filingId): NewEvent {
  return event(FilingFiledSchema, filingId, { ...filedFact, filingId, validUntil });
}

export function paperSealed(planId: string, levelDigit = '3'): NewEvent {
  const paperId = newId();
  return event(PaperSealedSchema, paperId, {
    paperId,
    planId,
    subject: { ...subject, levelDigit },
    itemCount: 100,
    totalPoints: 100,
    contentSha256: 'ab'.repeat(32),
    sealedAt: '2026-11-25T02:00:00Z',
  });
}

const repository = fileURLToPath(new URL('../../../', import.meta.url));
export const fixture = (name: string): Buffer => readFileSync(`${repository}test/fixtures/${name}`);

/** A seated candidate as the list shows one. */
export interface ListedCandidate {
  id: string;
  state: string;
  name: string;
  documentMasked: string;
  admissionNumber: string;
  room: string;
  seat: number;
  result?: string;
}

/** The exam scheduling service, asked as the people above ask it. */
export class ExamDesk {
  constructor(readonly service: TestService) {}

  post(path: string, as: Partial<Principal>, json?: unknown): Promise<TestAnswer> {
    return this.service.request('POST', path, { as, json });
  }

  get(path: string, as?: Partial<Principal>): Promise<TestAnswer> {
    return this.service.request('GET', path, as ? { as } : {});
  }

  upload(planId: string, bytes: Uint8Array, as: Partial<Principal> = clerk): Promise<TestAnswer> {
    return this.service.request('POST', `/plans/${planId}/roster`, { as, file: { name: 'roster.xls', bytes } });
  }

  score(planId: string, rows: unknown[], as: Partial<Principal> = clerk): Promise<TestAnswer> {
    return this.service.request('PUT', `/plans/${planId}/scores`, { as, json: { rows } });
  }

  async draft(content: object = planContent): Promise<string> {
    return (await this.post('/plans', clerk, content)).body.id as string;
  }

  async approve(planId: string): Promise<void> {
    await this.post(`/plans/${planId}/submit`, clerk);
    await this.post(`/plans/${planId}/review`, city, { decision: 'pass', opinion: '同意' });
  }

  async candidates(planId: string, as: Partial<Principal> = clerk): Promise<ListedCandidate[]> {
    return (await this.get(`/plans/${planId}/candidates?limit=200`, as)).body.items;
  }

  /** Roster, approval, paper and seats; returns the admission numbers in their order. */
  async seated(bytes: Uint8Array, content: object = planContent): Promise<{ id: string; numbers: string[] }> {
    const id = await this.draft(content);
    await this.upload(id, bytes);
    await this.approve(id);
    await this.service.deliver(paperSealed(id));
    await this.post(`/plans/${id}/seats`, clerk);
    const numbers = (await this.candidates(id)).map((candidate) => candidate.admissionNumber).sort();
    return { id, numbers };
  }

  /** Seated, scored with 80 points for everyone and verified. */
  async verified(bytes: Uint8Array, content: { examOn: string }): Promise<{ id: string; numbers: string[] }> {
    const seated = await this.seated(bytes, content);
    this.service.setNow(`${content.examOn}T08:00:00Z`);
    await this.score(
      seated.id,
      seated.numbers.map((number) => points(number, 80, 80)),
    );
    await this.post(`/plans/${seated.id}/scores/verify`, reviewer);
    return seated;
  }
}

export function points(admissionNumber: string, theoryPoints: number | null, skillPoints: number | null): object {
  return { admissionNumber, theoryPoints, skillPoints, theoryAbsent: false, skillAbsent: false };
}

export const problemOf = ({ status, body }: TestAnswer): [number, string] => [
  status,
  String(body.type).replace('urn:jiangzheng:problem:', ''),
];

/** Cells of the first sheet, row by row. */
export function readBack(bytes: Uint8Array): unknown[][] {
  const book = XLSX.read(bytes, { type: 'buffer' });
  const [sheet] = Object.values(book.Sheets);
  if (!sheet) throw new Error('no sheet');
  return XLSX.utils.sheet_to_json(sheet, { header: 1, raw: true, defval: null });
}

/** A workbook of text cells. */
export function workbook(rows: unknown[][], bookType: 'biff8' | 'xlsx' = 'xlsx'): Buffer {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'Sheet1');
  return XLSX.write(book, { type: 'buffer', bookType, compression: true }) as Buffer;
}
