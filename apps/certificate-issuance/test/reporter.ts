import { FilingFiledSchema, PlanApprovedSchema, ResultRollReportedSchema } from '@app/contracts';
import { newId } from '@app/kernel';
import { event } from '@app/messaging';
import { PersonalDataVault } from '@app/platform';
import type { TestService } from '@app/testing';

export const northClerk = { subject: 'clerk.north', organisationId: 'org-north', roles: ['agency-clerk'] } as const;
export const craftClerk = { subject: 'clerk.craft', organisationId: 'org-craft', roles: ['agency-clerk'] } as const;
export const city = { subject: 'officer.harbin', roles: ['city-officer'], jurisdiction: '230100' } as const;
export const otherCity = { subject: 'officer.mudanjiang', roles: ['city-officer'], jurisdiction: '231000' } as const;
export const province = { subject: 'officer.province', roles: ['province-officer'], jurisdiction: '230000' } as const;
export const province2 = { ...province, subject: 'officer2.province' } as const;

export const SITE_CODE = 'Y000023000001';
const subject = {
  occupationCode: '6-18-02-04',
  occupationEdition: '2015',
  occupationName: '焊工',
  specialty: '',
  levelDigit: '3',
};

export interface ReportedPerson {
  candidateId: string;
  name: string;
  documentNumber: string;
  theory: number;
  skill: number;
}

export interface ReportedRoll {
  rollId: string;
  planId: string;
  parts: number;
}

/** Tells the service under test what agency-filing and exam-scheduling would tell it. */
export class Reporter {
  private count = 0;
  private readonly filingId = newId();

  private constructor(private readonly issuance: TestService) {}

  static async withFiling(issuance: TestService): Promise<Reporter> {
    const reporter = new Reporter(issuance);
    await issuance.deliver(
      event(FilingFiledSchema, reporter.filingId, {
        filingId: reporter.filingId,
        organisationId: 'org-north',
        agencyName: '哈尔滨北方焊接装备有限公司',
        creditCode: '91230100MA00000130',
        kindLetter: 'Y',
        jurisdiction: '230100',
        filedOn: '2026-01-05',
        validUntil: '2029-01-04',
        sites: [{ siteId: 'main', siteCode: SITE_CODE, name: '主厂区', regionCode: '230100' }],
        scope: [{ siteId: 'main', subject }],
      }),
    );
    return reporter;
  }

  people(count: number): ReportedPerson[] {
    return Array.from({ length: count }, () => {
      this.count += 1;
      const serial = String(this.count).padStart(4, '0');
      return {
        candidateId: newId(),
        name: `王𬭩${String.fromCodePoint(0x4e00 + this.count)}`,
        documentNumber: `2301021990030${serial}X`,
        theory: 60,
        skill: 88,
      };
    });
  }

  newRoll({ parts = 1 } = {}): ReportedRoll {
    return { rollId: newId(), planId: newId(), parts };
  }

  async plannedRoll(shape: { parts?: number } = {}): Promise<ReportedRoll> {
    const roll = this.newRoll(shape);
    await this.approvePlan(roll);
    return roll;
  }

  async approvePlan({ planId }: ReportedRoll): Promise<void> {
    const { filingId } = this;
    const approved = { planId, filingId, organisationId: 'org-north', siteCode: SITE_CODE, jurisdiction: '230100' };
    await this.issuance.deliver(
      event(PlanApprovedSchema, planId, {
        ...approved,
        agencyName: '哈尔滨北方焊接装备有限公司',
        subject,
        examOn: '2026-11-21',
        approvedAt: '2026-11-10T01:00:00Z',
      }),
    );
  }

  /** Publicity from Monday 23 to Monday 30 November 2026: five working days. */
  async report(roll: ReportedRoll, part: number, people: readonly ReportedPerson[]): Promise<void> {
    const vault = this.issuance.get<PersonalDataVault>(PersonalDataVault);
    await this.issuance.deliver(
      event(ResultRollReportedSchema, roll.rollId, {
        ...roll,
        part,
        filingId: this.filingId,
        organisationId: 'org-north',
        agencyName: '北方焊接',
        siteCode: SITE_CODE,
        jurisdiction: '230100',
        subject,
        examOn: '2026-11-21',
        publicityFrom: '2026-11-23',
        publicityUntil: '2026-11-30',
        reportedAt: '2026-12-01T01:00:00Z',
        rows: people.map(({ candidateId, name, documentNumber, theory, skill }, index) => ({
          candidateId,
          admissionNumber: `2026${String(index).padStart(4, '0')}`,
          personSealed: vault.seal('person', JSON.stringify({ name, documentType: 'resident-id', documentNumber })),
          personIndex: vault.index('document', documentNumber),
          theoryPoints: theory,
          skillPoints: skill,
        })),
      }),
    );
  }
}
