import { FilingFiledSchema } from '@app/contracts';
import { newId } from '@app/kernel';
import { event } from '@app/messaging';
import type { TestAnswer, TestService } from '@app/testing';
import { city, northClerk, province, province2 } from './reporter.js';

export const schoolClerk = { subject: 'clerk.school', organisationId: 'org-school', roles: ['agency-clerk'] } as const;
export const northAdmin = { subject: 'admin.north', organisationId: 'org-north', roles: ['agency-admin'] } as const;

export const EMPLOYER_SITE = 'Y000023000001';
export const SCHOOL_SITE = 'S000023000001';
export const WELDER = '6-18-02-04';
/** Its standard follows the 2023 template. */
export const COOK = '4-03-02-01';
/** Has no 一级/高级技师. */
export const DOMESTIC = '4-10-01-06';

const DIGEST = 'a'.repeat(64);
const CHECK_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

const PAPERS: Readonly<Record<string, readonly string[]>> = {
  'direct-recognition': ['recognition-decision', 'work-proof', 'achievement-proof'],
  'competition-promotion': ['contest-result-notice', 'award-paper'],
  'deemed-equivalent': ['course-result-list', 'deeming-rule'],
  'title-bridging': ['title-certificate'],
  'specific-skill': ['skill-assessment-record'],
  apprentice: ['apprentice-contract'],
  appointment: ['skill-certificate', 'work-proof', 'review-record', 'appointment-decision'],
};

const subject = (occupationCode: string, levelDigit: string) => ({
  occupationCode,
  occupationEdition: occupationCode === COOK ? '2022' : '2015',
  occupationName: occupationCode === COOK ? '中式烹调师' : '焊工',
  specialty: '',
  levelDigit,
});

export const papersOf = (basis: string) =>
  (PAPERS[basis] ?? []).map((kind, index) => ({
    kind,
    number: `〔2026〕${index + 1}号`,
    issuer: '黑龙江省人力资源和社会保障厅',
    issuedOn: '2026-06-01',
    sha256: DIGEST,
  }));

/** A number of the right form whose check character holds. */
export function residentId(serial: number, birthDate = '19900307'): string {
  const body = `230102${birthDate}${String(serial).padStart(3, '0')}`;
  const sum = CHECK_WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + '10X98765432'.charAt(sum % 11);
}

export interface Row {
  [field: string]: unknown;
  name: string;
  documentType: string;
  documentNumber: string;
}

export async function done(answering: Promise<TestAnswer>, status?: number): Promise<TestAnswer> {
  const answer = await answering;
  if (status === undefined ? answer.status >= 300 : answer.status !== status)
    throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}

/** Two filed bodies, and what their clerks and the officers do. */
export class AwardDesk {
  private count = 0;
  readonly employerFiling = newId();
  readonly schoolFiling = newId();

  constructor(readonly issuance: TestService) {}

  static async open(issuance: TestService): Promise<AwardDesk> {
    const desk = new AwardDesk(issuance);
    issuance.setNow('2026-12-01T02:00:00Z');
    await desk.tellFiling('2029-01-04');
    await issuance.deliver(
      event(FilingFiledSchema, desk.schoolFiling, {
        filingId: desk.schoolFiling,
        organisationId: 'org-school',
        agencyName: '哈尔滨技师学院',
        creditCode: '12230100MA00000131',
        kindLetter: 'S',
        jurisdiction: '230100',
        filedOn: '2026-01-05',
        validUntil: '2029-01-04',
        sites: [{ siteId: 'main', siteCode: SCHOOL_SITE, name: '校区', regionCode: '230100' }],
        scope: ['4', '3'].map((digit) => ({ siteId: 'main', subject: subject(COOK, digit) })),
      }),
    );
    return desk;
  }

  /** The employer's filing as it stands; told again when it changes. */
  async tellFiling(validUntil: string): Promise<void> {
    await this.issuance.deliver(
      event(FilingFiledSchema, this.employerFiling, {
        filingId: this.employerFiling,
        organisationId: 'org-north',
        agencyName: '哈尔滨北方焊接装备有限公司',
        creditCode: '91230100MA00000130',
        kindLetter: 'Y',
        jurisdiction: '230100',
        filedOn: '2026-01-05',
        validUntil,
        sites: [{ siteId: 'main', siteCode: EMPLOYER_SITE, name: '主厂区', regionCode: '230100' }],
        scope: [
          ...['5', '4', '3', '2', '1'].map((digit) => ({ siteId: 'main', subject: subject(WELDER, digit) })),
          ...['3', '2', '1'].map((digit) => ({ siteId: 'main', subject: subject(COOK, digit) })),
        ],
      }),
    );
  }

  person(): Row {
    this.count += 1;
    return {
      name: `王𬭩${String.fromCodePoint(0x4e00 + this.count)}`,
      documentType: 'resident-id',
      documentNumber: residentId(this.count),
    };
  }

  row(basis: string, more: object = {}): Row {
    return { ...this.person(), evidence: papersOf(basis), ...more };
  }

  content(basis: string, rows: readonly unknown[], more: object = {}): object {
    return {
      basis,
      filingId: this.employerFiling,
      siteCode: EMPLOYER_SITE,
      occupationCode: WELDER,
      specialty: '',
      levelDigit: '3',
      rows,
      ...more,
    };
  }

  draft(content: object, as: object = northClerk): Promise<TestAnswer> {
    return this.issuance.request('POST', '/awards', { as, json: content });
  }

  act(id: string, what: string, as: object, json: object = {}): Promise<TestAnswer> {
    return this.issuance.request('POST', `/awards/${id}/${what}`, { as, json });
  }

  async get(id: string, as: object = province): Promise<TestAnswer> {
    return this.issuance.request('GET', `/awards/${id}`, { as });
  }

  /** Drafted on 1 December 2026 and submitted. */
  async submitted(content: object, as: object = northClerk): Promise<string> {
    this.issuance.setNow('2026-12-01T02:00:00Z');
    const { body } = await done(this.draft(content, as), 201);
    await done(this.act(body.id, 'submit', as));
    return body.id as string;
  }

  /** Accepted by the city, approved and published by the province, on the same day. */
  async published(content: object, as: object = northClerk): Promise<string> {
    const id = await this.submitted(content, as);
    await done(this.act(id, 'accept', city));
    await done(this.act(id, 'approve', province));
    await done(this.act(id, 'publish', province2));
    return id;
  }

  /** Publicity from Tuesday 1 to Tuesday 8 December: five working days. It is now the 9th. */
  async ready(content: object, as: object = northClerk): Promise<string> {
    const id = await this.published(content, as);
    this.issuance.setNow('2026-12-09T02:00:00Z');
    await done(this.act(id, 'close', province));
    return id;
  }
}
